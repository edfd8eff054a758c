/**
 * Runs several transactions of the journal in one SQLite transaction, so that they share one wait for the disk. It runs
 * within one turn of the event loop. Each transaction sees what the earlier ones have written.
 */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { type JournalError, mayBeWritten } from "../journal-error.ts";
import type { JournalRecord } from "../records/record.ts";
import { type Stored, toStored } from "../records/stored.ts";
import { decideInScope } from "../scope.ts";
import { sqliteError } from "./error.ts";
import type { OpenJournalFile } from "./file.ts";
import { RecordFinder } from "./find.ts";
import type { HeldFiles } from "./held-files.ts";
import {
  assertMarkWritable,
  assertNothingLost,
  isFurther,
  isOverwritten,
  type Lineage,
  lockLostError,
  markOverwritten,
  overwrittenError,
  readMark,
  writeMark,
} from "./mark.ts";
import type { BatchResult, Job } from "./queue.ts";
import { rowWriter } from "./row.ts";
import { lineageOf, rollBack, selectLineage, selectVersion, versionOf } from "./schema.ts";

/** How long to take further jobs, so that the event loop stays responsive. Milliseconds. */
const sliceMs = 4;

/** The result of a job. Its promise settles after the commit. */
interface JobResult {
  /** The key of the record that it wrote. */
  readonly wrote?: string | undefined;
  readonly finish: () => void;
}

export class SqliteTransactions {
  readonly #database: DatabaseSync;
  readonly #files: HeldFiles;
  readonly #version: StatementSync;
  readonly #lineage: StatementSync;
  readonly #advance: StatementSync;
  readonly #finder: RecordFinder;
  readonly #hasKey: StatementSync;
  readonly #write: (row: Stored) => void;
  /** The key that this process wrote last. */
  #lastKey: string | undefined;

  constructor({ database, files }: OpenJournalFile) {
    this.#database = database;
    this.#files = files;
    this.#version = database.prepare(selectVersion);
    this.#lineage = database.prepare(selectLineage);
    this.#advance = database.prepare("UPDATE journal SET writes = ?, token = ?");
    this.#finder = new RecordFinder(database, files.file);
    this.#hasKey = database.prepare("SELECT 1 FROM refund WHERE key = ?");
    this.#write = rowWriter(database, files.file);
  }

  /** Runs jobs from `next` until none are left or the time slice is over. Never throws. */
  run(next: () => Job | undefined): BatchResult {
    let before: Lineage;
    try {
      before = this.#begin();
    } catch (error) {
      rollBack(this.#database);
      const failed = this.#errorOf(error);
      if (failed.code === "locked") return { locked: failed };
      next()?.reject(failed);
      return {};
    }
    const jobs: Job[] = [];
    const results: JobResult[] = [];
    let after: Lineage | undefined;
    try {
      const until = performance.now() + sliceMs;
      for (let job = next(); job; job = performance.now() < until ? next() : undefined) {
        jobs.push(job);
        results.push(this.#runJob(job));
      }
      const key = results.findLast(({ wrote }) => wrote !== undefined)?.wrote;
      if (key !== undefined) {
        after = this.#commit(before);
        this.#lastKey = key;
      } else this.#database.exec("COMMIT");
    } catch (error) {
      rollBack(this.#database);
      this.#finder.undone();
      // A failed commit does not say which job caused it, so each job runs again in its own transaction.
      return jobs.length > 1 ? { retryAlone: jobs } : this.#rejectAll(jobs, error);
    }
    try {
      if (after) this.#confirm(after);
    } catch (error) {
      return this.#rejectAll(jobs, mayBeWritten(this.#errorOf(error)));
    }
    for (const { finish } of results) finish();
    return {};
  }

  #begin(): Lineage {
    this.#database.exec("BEGIN IMMEDIATE");
    // Check under the write lock: a process that removes or replaces files by SQLite's rules has done so before.
    this.#files.assertHeld();
    const { file, real } = this.#files;
    versionOf(this.#version.get(), file);
    this.#finder.begin();
    const before = lineageOf(this.#lineage.get(), file);
    const mark = readMark(real);
    if (!isOverwritten(before, mark)) {
      assertNothingLost(before, mark, file);
      if (this.#hasLastKey()) return before;
    }
    markOverwritten(real, before);
    throw overwrittenError(file);
  }

  /** False if another process has overwritten what this one wrote last, or its place in the index of keys. */
  #hasLastKey(): boolean {
    return this.#lastKey === undefined || this.#hasKey.get(this.#lastKey) !== undefined;
  }

  #commit(before: Lineage): Lineage {
    // Faster than 16 random bytes, and has 122 random bits.
    const token = crypto.randomUUID().replaceAll("-", "");
    const after = { ...before, writes: before.writes + 1, token };
    this.#advance.run(after.writes, after.token);
    assertMarkWritable(this.#files.real);
    this.#database.exec("COMMIT");
    return after;
  }

  /**
   * Throws if the commit went into a deleted file, or if another process wrote at the same time. The lock can get lost:
   * closing any descriptor of a file releases all locks that the process has on that file.
   */
  #confirm(after: Lineage) {
    const { file, real } = this.#files;
    this.#files.assertHeld();
    const mark = readMark(real);
    if (isOverwritten(after, mark)) {
      markOverwritten(real, after);
      throw lockLostError(file);
    }
    if (isFurther(after, mark)) writeMark(real, after);
  }

  /** Throws only if SQLite fails. Every other error rejects the job. */
  #runJob({ scope, decide, resolve, reject }: Job): JobResult {
    const read = this.#finder.find(scope);
    let before: JournalRecord | undefined;
    let stored: Stored | undefined;
    let result: unknown;
    try {
      const found = read();
      before = found.record;
      const decision = decideInScope(decide, found, scope);
      stored = decision.write && toStored(decision.write, this.#files.file);
      result = decision.result;
    } catch (error) {
      return { finish: () => reject(error) };
    }
    if (stored) {
      this.#write(stored);
      this.#finder.wrote(stored, before);
    }
    return { wrote: stored?.key, finish: () => resolve(result as never) };
  }

  #rejectAll(jobs: readonly Job[], error: unknown): BatchResult {
    const failed = this.#errorOf(error);
    for (const { reject } of jobs) reject(failed);
    return {};
  }

  #errorOf(error: unknown): JournalError {
    return sqliteError(error, this.#files.file);
  }
}
