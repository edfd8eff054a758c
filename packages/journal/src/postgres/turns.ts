/** A queue inside the process. Work that would block other work waits here, where it holds no connection. */
import { Line, type Ticket, type Together } from "./line.ts";

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

interface TimedTicket extends Ticket {
  readonly timeOut: () => void;
  readonly ms: number;
  readonly done: () => void;
  timer?: ReturnType<typeof setTimeout>;
}

/** Lets other work of the event loop run first. Some runtimes lack `setImmediate()`. */
export const soon: (work: () => void) => unknown = globalThis.setImmediate ?? queueMicrotask;

/** Runs at most `atOnce` turns at the same time, and never two pieces of work that share a name. */
export class Turns {
  readonly #atOnce: number;
  readonly #line = new Line();
  #waiting = 0;
  #running = 0;
  #isStarting = false;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** Runs `work` when its turn comes: first come, first served among all that can run. */
  run<Result>(request: TurnRequest, work: () => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const run = async () => {
        await work().then(resolve, reject);
        return [];
      };
      this.share(request, undefined, { most: 1, run }).catch(reject);
    });
  }

  /** Runs the item when its turn comes, which it may share with the items after it. Resolves when it has run. */
  share<Item>(
    { names, ms, timeoutError }: TurnRequest,
    item: Item,
    together: Together<Item>,
  ): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const ticket: TimedTicket = {
        names,
        item,
        together: together as Together<unknown>,
        at: 0,
        isAlone: false,
        isTimedOut: false,
        behind: 0,
        followers: undefined,
        timeOut: () => {
          reject(timeoutError({ waiting: this.#waiting, byName: ticket.behind > 0 }));
          this.#timeOut(ticket);
        },
        ms,
        done: resolve,
      };
      this.#wait(ticket);
      this.#line.enter(ticket);
      this.#startSoon();
    });
  }

  #wait(ticket: TimedTicket) {
    this.#waiting++;
    ticket.timer = setTimeout(ticket.timeOut, ticket.ms);
  }

  #timeOut(ticket: TimedTicket) {
    this.#waiting--;
    ticket.isTimedOut = true;
    if (ticket.behind > 0) return;
    this.#line.leave(ticket);
    this.#startSoon();
  }

  /** Not at once, so that calls of the same turn of the event loop can share a turn here. */
  #startSoon() {
    if (this.#isStarting) return;
    this.#isStarting = true;
    soon(() => {
      this.#isStarting = false;
      while (this.#running < this.#atOnce) {
        const tickets = this.#line.take() as TimedTicket[];
        if (tickets.length === 0) return;
        void this.#runTogether(tickets);
      }
    });
  }

  async #runTogether(tickets: readonly TimedTicket[]) {
    this.#running++;
    this.#waiting -= tickets.length;
    for (const { timer } of tickets) clearTimeout(timer);
    const items = tickets.map(({ item }) => item);
    const again = new Set(await tickets[0]?.together.run(items));
    this.#running--;
    for (const ticket of tickets) {
      if (again.has(ticket.item)) {
        ticket.isAlone = true;
        this.#wait(ticket);
        this.#line.enterAgain(ticket);
      } else {
        this.#line.leave(ticket);
        ticket.done();
      }
    }
    this.#startSoon();
  }
}
