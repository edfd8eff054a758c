/**
 * Several transactions of the journal as one of SQLite, which waits for the disk once. It runs from beginning to end
 * in one turn of the event loop; each transaction sees what those before it have written.
 */

import type { JournalRecord } from "../records/record.ts";
import { type Stored, searchable, toStored } from "../records/stored.ts";
import { decideInScope, foundInScope } from "../scope.ts";
import { sqliteError } from "./error.ts";
import type { OpenJournalFile } from "./file.ts";
import { assertNothingLost, isFurther, type Lineage, readMark, writeMark } from "./mark.ts";
import type { Job, RunJobs } from "./queue.ts";
import { fromSqliteRow, rowColumns, rowWriter } from "./row.ts";
import { lineageOf, rollBack, selectLineage, selectVersion, versionOf } from "./schema.ts";

/** How long to take further jobs, so that the event loop gets its turn. Milliseconds. */
const sliceMs = 4;

/** What came of a job, put off until the commit. */
interface JobResult {
  readonly wrote: boolean;
  readonly end: () => void;
}

export function sqliteTransactions({ database, files }: OpenJournalFile): RunJobs {
  const { file, real } = files;
  const version = database.prepare(selectVersion);
  const lineage = database.prepare(selectLineage);
  const advance = database.prepare("UPDATE journal SET writes = ?, token = ?");
  const find = database.prepare(
    `SELECT ${rowColumns} FROM refund WHERE key = ? OR payment = ? OR refund_id = ? ORDER BY opened_at, rowid`,
  );
  const write = rowWriter(database);

  function begin(): Lineage {
    database.exec("BEGIN IMMEDIATE");
    // With the write lock: whoever removes or replaces a file by SQLite's own rules has done so before.
    files.assertHeld();
    versionOf(version.get(), file);
    const before = lineageOf(lineage.get(), file);
    assertNothingLost(before, readMark(real), file);
    return before;
  }

  function commit(before: Lineage): Lineage {
    // Quicker than 16 random bytes, of which it has 122 bits.
    const token = crypto.randomUUID().replaceAll("-", "");
    const after = { ...before, writes: before.writes + 1, token };
    advance.run(after.writes, after.token);
    database.exec("COMMIT");
    return after;
  }

  /**
   * Throws where the commit went into a file that was lost, or where another process wrote meanwhile: the lock can be
   * lost on the way, since closing any descriptor of a file gives up all of the process's locks on it.
   */
  function confirm(after: Lineage) {
    files.assertHeld();
    if (isFurther(after, readMark(real), file)) writeMark(real, after);
  }

  /** Throws only where SQLite fails; what else fails is the job's own end. */
  function run({ scope, decide, resolve, reject }: Job): JobResult {
    const { key, payment, refundId } = scope;
    const rows = find.all(
      searchable(key),
      searchable(payment),
      refundId === undefined ? null : searchable(refundId),
    );
    let stored: Stored | undefined;
    let result: unknown;
    try {
      const records: JournalRecord[] = rows.map((row) => fromSqliteRow(row, file));
      const decision = decideInScope(decide, foundInScope(records, scope), scope);
      stored = decision.write && toStored(decision.write, file);
      result = decision.result;
    } catch (error) {
      return { wrote: false, end: () => reject(error) };
    }
    if (stored) write(stored);
    return { wrote: stored !== undefined, end: () => resolve(result as never) };
  }

  return (next) => {
    let before: Lineage;
    try {
      before = begin();
    } catch (error) {
      rollBack(database);
      const failed = sqliteError(error, file);
      if (failed.code === "locked") return { locked: failed };
      next()?.reject(failed);
      return {};
    }
    const jobs: Job[] = [];
    const results: JobResult[] = [];
    const rejectAll = (error: unknown) => {
      const failed = sqliteError(error, file);
      for (const { reject } of jobs) reject(failed);
      return {};
    };
    let after: Lineage | undefined;
    try {
      const until = performance.now() + sliceMs;
      for (let job = next(); job; job = performance.now() < until ? next() : undefined) {
        jobs.push(job);
        results.push(run(job));
      }
      if (results.some(({ wrote }) => wrote)) after = commit(before);
      else database.exec("COMMIT");
    } catch (error) {
      rollBack(database);
      // A commit does not say which of several has failed, so each has its own.
      return jobs.length > 1 ? { retryAlone: jobs } : rejectAll(error);
    }
    try {
      if (after) confirm(after);
    } catch (error) {
      return rejectAll(error);
    }
    for (const { end } of results) end();
    return {};
  };
}
