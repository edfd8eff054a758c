/** A queue within the process: what would be in each other's way waits here, where waiting costs nothing. */
import { Fifo } from "./fifo.ts";

export interface Wait {
  /** What only one at a time may hold. */
  readonly names: readonly string[];
  /** For how long to wait for a turn. Milliseconds. */
  readonly ms: number;
  /** Makes the error of a wait that was too long. */
  late(held: Held): Error;
}

/** Why a turn did not come. */
export interface Held {
  /** How many were waiting, this one among them. */
  readonly waiting: number;
  /** Whether another with one of its names was before it; else all that may run at once did. */
  readonly byName: boolean;
}

export interface Turns {
  /** Runs `work` when its turn comes: first come, first served among all that may run. */
  run<Result>(wait: Wait, work: () => Promise<Result>): Promise<Result>;
}

interface Ticket {
  /** The order in which they came. */
  readonly at: number;
  readonly names: ReadonlySet<string>;
  /** How many of its names have an earlier ticket. */
  behind: number;
  /** It was late, or has had its turn. */
  gone: boolean;
  start(): void;
}

/** At most `atOnce` run at the same time, and never two that share a name. */
export function turns(atOnce: number): Turns {
  // Each queue begins with a ticket that is not gone.
  const queues = new Map<string, Fifo<Ticket>>();
  /** Behind nobody: from the beginning, and since those before them left. Both oldest first. */
  const free = new Fifo<Ticket>();
  const freed: Ticket[] = [];
  let [count, waiting, running] = [0, 0, 0];

  /** All names at once: whoever came first is behind no one, so nothing waits in a circle. */
  function enter(ticket: Ticket) {
    for (const name of ticket.names) {
      const queue = queues.get(name) ?? new Fifo<Ticket>();
      if (queue.first) ticket.behind++;
      queue.push(ticket);
      queues.set(name, queue);
    }
    if (ticket.behind === 0) free.push(ticket);
  }

  function leave(ticket: Ticket) {
    ticket.gone = true;
    for (const name of ticket.names) {
      const queue = queues.get(name);
      if (queue?.first !== ticket) continue;
      while (queue.first?.gone) queue.shift();
      const next = queue.first;
      if (!next) queues.delete(name);
      else if (--next.behind === 0) insert(next);
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
      if (ticket.gone) continue;
      running++;
      ticket.start();
    }
  }

  const comes = ({ names, ms, late }: Wait) =>
    new Promise<Ticket>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(late({ waiting, byName: ticket.behind > 0 }));
        waiting--;
        leave(ticket);
        startNext();
      }, ms);
      const ticket: Ticket = {
        at: count++,
        names: new Set(names),
        behind: 0,
        gone: false,
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
      const ticket = await comes(wait);
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
