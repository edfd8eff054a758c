/** Calls of this process that wait for their transaction: first come, first served, bounded in number and time. */
import { Fifo } from "../fifo.ts";
import { JournalError } from "../journal-error.ts";
import type { Decision, FoundRecords, TransactionScope } from "../store.ts";

/** One `transact()` that waits. */
export interface Job {
  readonly scope: TransactionScope;
  readonly decide: (found: FoundRecords) => Decision<unknown>;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
  /** `performance.now()` when it came. */
  readonly since: number;
}

/** What came of a try to run jobs. */
interface BatchResult {
  /** The error where another process holds the lock. No job was taken then. */
  readonly locked?: JournalError;
  /** Jobs that are neither resolved nor rejected: each has to run alone. */
  readonly retryAlone?: readonly Job[];
}

/** Runs the jobs that `next` hands out, until it has none or it takes too long. Never throws. */
export type RunJobs = (next: () => Job | undefined) => BatchResult;

/** How long a job waits for those before it. Milliseconds. */
const waitMs = 30_000;

const mostWaiting = 50_000;

export class SqliteQueue {
  readonly #waiting = new Fifo<Job>();
  readonly #alone: Job[] = [];
  #size = 0;
  #working: Promise<void> | undefined;
  readonly #where: string;
  readonly #lockTimeoutMs: number;
  readonly #run: RunJobs;

  constructor(where: string, lockTimeoutMs: number, run: RunJobs) {
    this.#where = where;
    this.#lockTimeoutMs = lockTimeoutMs;
    this.#run = run;
  }

  add(job: Job) {
    if (this.#size >= mostWaiting)
      return job.reject(this.#late(`${this.#size} calls wait already`));
    this.#size++;
    this.#waiting.push(job);
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
  }

  /** Resolves when no job waits any more. */
  async idle() {
    await this.#working;
  }

  async #work() {
    // All calls of this turn of the event loop go into one transaction.
    await new Promise((wake) => setImmediate(wake));
    let lockedSince: number | undefined;
    for (;;) {
      const alone = this.#alone.shift();
      const { locked, retryAlone = [] } = this.#run(alone ? only(alone) : () => this.#next());
      if (alone && locked) this.#alone.unshift(alone);
      this.#alone.push(...retryAlone);
      lockedSince = locked && (lockedSince ?? performance.now());
      if (locked) this.#rejectWhatIsLate(locked, lockedSince ?? 0);
      if (this.#alone.length === 0 && this.#size === 0) return;
      // Others get the lock, too, and the event loop its turn.
      await new Promise((wake) => setTimeout(wake, locked ? Math.random() * 10 : 1));
    }
  }

  #next(): Job | undefined {
    for (;;) {
      const job = this.#shift();
      if (!job || performance.now() - job.since < waitMs) return job;
      job.reject(this.#late(`${this.#size} calls wait, and this one did for ${waitMs} ms`));
    }
  }

  #rejectWhatIsLate(locked: JournalError, lockedSince: number) {
    const isLate = ({ since }: Job) =>
      performance.now() - Math.max(since, lockedSince) > this.#lockTimeoutMs;
    while (this.#alone[0] && isLate(this.#alone[0])) this.#alone.shift()?.reject(locked);
    while (this.#waiting.first && isLate(this.#waiting.first)) this.#shift()?.reject(locked);
  }

  #shift(): Job | undefined {
    const job = this.#waiting.shift();
    if (job) this.#size--;
    return job;
  }

  #late(happened: string) {
    return new JournalError("locked", {
      where: this.#where,
      happened,
      advice:
        "Start fewer refunds at once, or use a faster disk; then call again with the same key",
    });
  }
}

function only(job: Job): () => Job | undefined {
  let handed = false;
  return () => {
    if (handed) return undefined;
    handed = true;
    return job;
  };
}
