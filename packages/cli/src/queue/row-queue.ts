/** What a queue has to do for a file of refunds. `pg-boss-queue.ts` is the one that comes along; docs/bulk-refunds.md shows another. */
import type { RowRequest } from "../csv/row-request.ts";

/** A row of a file that is to be refunded. It must pass through JSON unchanged. */
export interface QueuedRow {
  /** The run that it belongs to, and its line in the file. */
  readonly run: string;
  readonly line: number;
  readonly request: RowRequest;
  /** Who asks for it, for its history. */
  readonly by: string;
  /** Counts how often the run was begun again after it had ended, from 1. */
  readonly round: number;
  /** How often it was put off, from 0. */
  readonly tries: number;
  /** Since when it waits for something, in Unix milliseconds. */
  readonly waitsSince?: number;
  /** For how long it may wait, in milliseconds. */
  readonly patienceMs: number;
}

/** A row as the queue gives it out. */
export interface GivenRow {
  readonly row: QueuedRow;
  /**
   * Whether no one else has got it since, because this worker was silent. Ask before each thing that must not happen twice, or
   * late. False if that is not known; never rejects.
   */
  readonly isOurs: () => Promise<boolean>;
}

interface QueueCounts {
  /** Those that a worker can take now. */
  readonly ready: number;
  /** Those that are put off. */
  readonly later: number;
  /** Those that a worker has. */
  readonly active: number;
}

/** What became of a row that was given out: it is through, or it has to be given out again. */
export type Handled = "done" | "again";

interface WorkOptions {
  /** How many rows are given out together. */
  readonly batch: number;
  /** How many batches are given out at once. */
  readonly batches: number;
  /** Resolves with what became of each row, in their order. If it rejects, all of them are given out again. */
  readonly handle: (rows: readonly GivenRow[]) => Promise<readonly Handled[]>;
  /** Called if the queue cannot say whose a row is, and never will: this worker cannot send anything. */
  readonly lost: (error: unknown) => void;
}

export interface RowQueue {
  /**
   * Adds rows of an account, durably, to be given out from `at` on. One that was added before with the same run, key, round and
   * `tries` is left alone.
   */
  enqueue(account: string, rows: readonly QueuedRow[], at?: Date): Promise<void>;
  /**
   * Gives out the rows of an account, each at least once, also if a worker dies with them. Several workers may get a row at
   * once: the journal sends it once.
   */
  work(account: string, options: WorkOptions): Promise<void>;
  /** What is left of an account. It may be some seconds old. */
  counts(account: string): Promise<QueueCounts>;
  /** Gives out nothing more, and resolves when what was given out is handled. */
  close(): Promise<void>;
}
