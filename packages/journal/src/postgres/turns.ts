/** A queue inside the process. Work that would block other work waits here, where it holds no connection. */
import { Fifo } from "../fifo.ts";

export interface TurnRequest {
  /** Names that only one piece of work can hold at a time. */
  readonly names: readonly string[];
  /** How long to wait for a turn. Milliseconds. */
  readonly ms: number;
  /** Creates the error of a wait that timed out. */
  timeoutError(timeout: QueueTimeout): Error;
}

/** Why a turn did not come in time. */
export interface QueueTimeout {
  /** How many were waiting, including this one. */
  readonly waiting: number;
  /** True if other work held one of the names. False if the maximum number was running. */
  readonly byName: boolean;
}

interface Ticket {
  /** Its number in order of arrival. */
  readonly at: number;
  readonly names: readonly string[];
  /** How many earlier tickets that share a name have not left yet. Counts only the latest one for each name. */
  behind: number;
  /** The tickets that are behind this one. */
  followers: Ticket[] | undefined;
  isTimedOut: boolean;
  start(): void;
}

/** Runs at most `atOnce` pieces of work at the same time, and never two that share a name. */
export class Turns {
  readonly #atOnce: number;
  readonly #lastWith = new Map<string, Ticket>();
  /** Tickets that can run: those that never waited for a name, and those that no longer do. Both oldest first. */
  readonly #free = new Fifo<Ticket>();
  readonly #freed: Ticket[] = [];
  #count = 0;
  #waiting = 0;
  #running = 0;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** Runs `work` when its turn comes: first come, first served among all that can run. */
  async run<Result>(request: TurnRequest, work: () => Promise<Result>): Promise<Result> {
    const ticket = await this.#waitForTurn(request);
    try {
      return await work();
    } finally {
      this.#running--;
      this.#leave(ticket);
      this.#startNext();
    }
  }

  #waitForTurn({ names, ms, timeoutError }: TurnRequest): Promise<Ticket> {
    return new Promise<Ticket>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(timeoutError({ waiting: this.#waiting, byName: ticket.behind > 0 }));
        this.#waiting--;
        ticket.isTimedOut = true;
        if (ticket.behind > 0) return;
        this.#leave(ticket);
        this.#startNext();
      }, ms);
      const ticket: Ticket = {
        at: this.#count++,
        names,
        behind: 0,
        followers: undefined,
        isTimedOut: false,
        start: () => {
          clearTimeout(timer);
          this.#waiting--;
          resolve(ticket);
        },
      };
      this.#waiting++;
      this.#enter(ticket);
      this.#startNext();
    });
  }

  /** Takes all names at once. A ticket waits for older ones only, so they cannot deadlock. */
  #enter(ticket: Ticket) {
    for (const name of ticket.names) {
      const before = this.#lastWith.get(name);
      this.#lastWith.set(name, ticket);
      if (!before || before === ticket) continue;
      ticket.behind++;
      before.followers ??= [];
      before.followers.push(ticket);
    }
    if (ticket.behind === 0) this.#free.push(ticket);
  }

  /** A timed-out ticket stays in line until the ones before it have left, because others may be behind it. */
  #leave(first: Ticket) {
    const leaving = [first];
    for (const ticket of leaving) {
      for (const name of ticket.names) {
        if (this.#lastWith.get(name) === ticket) this.#lastWith.delete(name);
      }
      for (const follower of ticket.followers ?? []) {
        if (--follower.behind > 0) continue;
        if (follower.isTimedOut) leaving.push(follower);
        else this.#insertFreed(follower);
      }
    }
  }

  #insertFreed(ticket: Ticket) {
    const place = this.#freed.findIndex(({ at }) => at > ticket.at);
    this.#freed.splice(place < 0 ? this.#freed.length : place, 0, ticket);
  }

  #next(): Ticket | undefined {
    const [free, freed] = [this.#free.first, this.#freed[0]];
    return free && (!freed || free.at < freed.at) ? this.#free.shift() : this.#freed.shift();
  }

  #startNext() {
    while (this.#running < this.#atOnce) {
      const ticket = this.#next();
      if (!ticket) return;
      if (ticket.isTimedOut) continue;
      this.#running++;
      ticket.start();
    }
  }
}
