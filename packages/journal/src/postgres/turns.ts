/** A queue within the process: what would be in each other's way waits here, where waiting costs nothing. */
import { Fifo } from "../fifo.ts";

export interface TurnRequest {
  /** What only one at a time may hold. */
  readonly names: readonly string[];
  /** For how long to wait for a turn. Milliseconds. */
  readonly ms: number;
  /** Makes the error of a wait that was too long. */
  timeoutError(held: QueueTimeout): Error;
}

/** Why a turn did not come. */
export interface QueueTimeout {
  /** How many were waiting, this one among them. */
  readonly waiting: number;
  /** Whether another with one of its names was before it; else all that may run at once did. */
  readonly byName: boolean;
}

export interface Turns {
  /** Runs `work` when its turn comes: first come, first served among all that may run. */
  run<Result>(wait: TurnRequest, work: () => Promise<Result>): Promise<Result>;
}

interface Ticket {
  /** The order in which they came. */
  readonly at: number;
  readonly names: readonly string[];
  /** How many tickets, each the last before it with one of its names, have not left. */
  behind: number;
  /** Those for which it is that. */
  followers: Ticket[] | undefined;
  isLate: boolean;
  start(): void;
}

/** At most `atOnce` run at the same time, and never two that share a name. */
export function turns(atOnce: number): Turns {
  const lastWith = new Map<string, Ticket>();
  /** Behind nobody: from the beginning, and since those before them left. Both oldest first. */
  const free = new Fifo<Ticket>();
  const freed: Ticket[] = [];
  let [count, waiting, running] = [0, 0, 0];

  /** All names at once: a ticket is behind older ones only, so nothing waits in a circle. */
  function enter(ticket: Ticket) {
    for (const name of ticket.names) {
      const before = lastWith.get(name);
      lastWith.set(name, ticket);
      if (!before || before === ticket) continue;
      ticket.behind++;
      before.followers ??= [];
      before.followers.push(ticket);
    }
    if (ticket.behind === 0) free.push(ticket);
  }

  /** Whoever is late stays in line until those before it have left: others may be behind it for a name of theirs. */
  function leave(first: Ticket) {
    const leaving = [first];
    for (const ticket of leaving) {
      for (const name of ticket.names) {
        if (lastWith.get(name) === ticket) lastWith.delete(name);
      }
      for (const follower of ticket.followers ?? []) {
        if (--follower.behind > 0) continue;
        if (follower.isLate) leaving.push(follower);
        else insert(follower);
      }
    }
  }

  function insert(ticket: Ticket) {
    const place = freed.findIndex(({ at }) => at > ticket.at);
    freed.splice(place < 0 ? freed.length : place, 0, ticket);
  }

  function next(): Ticket | undefined {
    const [old, older] = [free.first, freed[0]];
    return old && (!older || old.at < older.at) ? free.shift() : freed.shift();
  }

  function startNext() {
    while (running < atOnce) {
      const ticket = next();
      if (!ticket) return;
      if (ticket.isLate) continue;
      running++;
      ticket.start();
    }
  }

  const waitForTurn = ({ names, ms, timeoutError }: TurnRequest) =>
    new Promise<Ticket>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(timeoutError({ waiting, byName: ticket.behind > 0 }));
        waiting--;
        ticket.isLate = true;
        if (ticket.behind > 0) return;
        leave(ticket);
        startNext();
      }, ms);
      const ticket: Ticket = {
        at: count++,
        names,
        behind: 0,
        followers: undefined,
        isLate: false,
        start() {
          clearTimeout(timer);
          waiting--;
          resolve(ticket);
        },
      };
      waiting++;
      enter(ticket);
      startNext();
    });

  return {
    async run(wait, work) {
      const ticket = await waitForTurn(wait);
      try {
        return await work();
      } finally {
        running--;
        leave(ticket);
        startNext();
      }
    },
  };
}
