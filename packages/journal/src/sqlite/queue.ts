/** Queues the calls of this process: first come, first served, limited in number and time. */
import { Fifo } from "../fifo.ts";
import { JournalError } from "../journal-error.ts";
import type { Decision, FoundRecords, TransactionScope } from "../store.ts";

/** One waiting `transact()` call. */
export interface Job {
  readonly scope: TransactionScope;
  readonly decide: (found: FoundRecords) => Decision<unknown>;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
  /** `performance.now()` at the time of the call. */
  readonly since: number;
}

/** The result of one attempt to run jobs. */
export interface BatchResult {
  /** Set if another process holds the lock. No job was taken then. */
  readonly locked?: JournalError;
  /** Jobs that are neither resolved nor rejected. Each must run in its own transaction. */
  readonly retryAlone?: readonly Job[];
}

/** Runs jobs from `next` until none are left or its time is up. Never throws. */
export type RunJobs = (next: () => Job | undefined) => BatchResult;

/** The longest time that a job waits in the queue. Milliseconds. */
const queueTimeoutMs = 30_000;

const maxWaiting = 50_000;

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
    if (this.#size >= maxWaiting)
      return job.reject(this.#timeoutError(`${this.#size} calls are already waiting`));
    this.#size++;
    this.#waiting.push(job);
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
  }

  /** Resolves when no job is waiting. */
  async idle() {
    await this.#working;
  }

  async #work() {
    // All calls of the current turn of the event loop share one transaction.
    await new Promise((wake) => setImmediate(wake));
    let lockedSince: number | undefined;
    for (;;) {
      const alone = this.#alone.shift();
      const { locked, retryAlone = [] } = this.#run(alone ? single(alone) : () => this.#next());
      if (alone && locked) this.#alone.unshift(alone);
      this.#alone.push(...retryAlone);
      lockedSince = locked && (lockedSince ?? performance.now());
      if (locked) this.#rejectTimedOut(locked, lockedSince ?? 0);
      if (this.#alone.length === 0 && this.#size === 0) return;
      // Others get the lock, too, and the event loop its turn.
      await new Promise((wake) => setTimeout(wake, locked ? Math.random() * 10 : 1));
    }
  }

  #next(): Job | undefined {
    for (;;) {
      const job = this.#shift();
      if (!job || performance.now() - job.since < queueTimeoutMs) return job;
      job.reject(
        this.#timeoutError(
          `${this.#size} calls are waiting, and this one waited for ${queueTimeoutMs} ms`,
        ),
      );
    }
  }

  #rejectTimedOut(locked: JournalError, lockedSince: number) {
    const isTimedOut = ({ since }: Job) =>
      performance.now() - Math.max(since, lockedSince) > this.#lockTimeoutMs;
    while (this.#alone[0] && isTimedOut(this.#alone[0])) this.#alone.shift()?.reject(locked);
    while (this.#waiting.first && isTimedOut(this.#waiting.first)) this.#shift()?.reject(locked);
  }

  #shift(): Job | undefined {
    const job = this.#waiting.shift();
    if (job) this.#size--;
    return job;
  }

  #timeoutError(happened: string) {
    return new JournalError("locked", {
      where: this.#where,
      happened,
      advice:
        "Start fewer refunds at once, or use a faster disk, then call again with the same key",
    });
  }
}

function single(job: Job): () => Job | undefined {
  let isTaken = false;
  return () => {
    if (isTaken) return undefined;
    isTaken = true;
    return job;
  };
}
