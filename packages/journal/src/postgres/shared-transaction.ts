/**
 * Runs several transactions of the journal in one transaction of Postgres, so that they share its round trips and its wait for
 * the disk. They have no key, payment or refund id in common, so none sees what another one writes.
 */
import { isJournalError, notKeptError } from "../journal-error.ts";
import { toStored } from "../records/stored.ts";
import { decideInScope } from "../scope.ts";
import type { Decision, FoundRecords, TransactionScope } from "../store.ts";
import type { Beginning } from "./begin.ts";
import { type CurrentServer, inCurrentTransaction } from "./current-transaction.ts";
import { type Ids, idsOf, RowFinder, type Search } from "./find.ts";
import type { FoundRows } from "./found-rows.ts";
import { type LastWrite, lastWriteOf } from "./last-writes.ts";
import type { Together } from "./line.ts";
import { locksOf } from "./locks.ts";
import { PostgresRow } from "./row.ts";
import type { Tables } from "./schema.ts";
import type { Query } from "./transaction.ts";
import { soon } from "./turns.ts";
import { type Write, writeStatement } from "./write.ts";

/** How long to decide without a break. A payment can have a thousand refunds to be parsed, and 64 of them wait here. Milliseconds. */
const sliceMs = 4;

/** One `transact()` call. */
export interface Job {
  readonly scope: TransactionScope;
  /** See `namesOf()`. */
  readonly names: readonly string[];
  readonly decide: (found: FoundRecords) => Decision<unknown>;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

interface Item {
  readonly job: Job;
  readonly ids: Ids;
  readonly locks: readonly bigint[];
}

/** What became of a job. Its promise settles after the commit. */
interface Ending {
  readonly job: Job;
  readonly write?: Write;
  /** See `lastWriteOf()`. */
  readonly wrote?: LastWrite | undefined;
  readonly finish: () => void;
}

export class SharedTransactions implements Together<Job> {
  readonly most = 64;
  readonly #current: CurrentServer;
  readonly #where: string;
  readonly #tables: Tables;
  readonly #finder: RowFinder;

  constructor(current: CurrentServer, tables: Tables) {
    this.#current = current;
    this.#where = current.server.where;
    this.#tables = tables;
    this.#finder = new RowFinder(tables.refund, this.#where);
  }

  /** Resolves with the jobs whose locks others hold, or with all if the transaction failed: one of them may be the cause. */
  async run(jobs: readonly Job[]): Promise<readonly Job[]> {
    let isConnected = false;
    try {
      const ended = await this.#transact(jobs, () => {
        isConnected = true;
      });
      for (const { finish } of ended) finish();
      const done = new Set(ended.map(({ job }) => job));
      return jobs.filter((job) => !done.has(job));
    } catch (error) {
      const isOfAll = !isConnected || (isJournalError(error) && error.mayBeWritten);
      if (jobs.length > 1 && !isOfAll) return jobs;
      for (const { reject } of jobs) reject(error);
      return [];
    }
  }

  async #transact(jobs: readonly Job[], connected: () => void): Promise<readonly Ending[]> {
    const items = jobs.map((job) => ({ job, ids: idsOf(job.scope), locks: locksOf(job.names) }));
    let search: Search | undefined;
    const begin = (last: readonly string[]) => {
      search = this.#finder.search(
        items.map(({ ids }) => ids),
        last,
      );
      return { ...beginningOf(items, search), connected };
    };
    const { ended, kept } = await inCurrentTransaction(
      this.#current,
      begin,
      async (query, rows, read) => {
        const { statements, finish } = search as Search;
        const records = await finish(read, rows.slice(-statements.length));
        const locked = rows.at(-statements.length - 1);
        const ended: Ending[] = [];
        let since = performance.now();
        for (const [at, item] of items.entries()) {
          if (jobs.length > 1 && locked?.[at]?.locked !== true) continue;
          ended.push(this.#decide(item, records));
          if (performance.now() - since < sliceMs) continue;
          await new Promise<void>(soon);
          since = performance.now();
        }
        const kept = await this.#write(
          query,
          ended.flatMap(({ write }) => write ?? []),
        );
        const wrote = ended.findLast(({ wrote }) => wrote)?.wrote;
        return { result: { ended, kept }, wrote };
      },
    );
    for (const row of kept) this.#finder.wrote(row);
    return ended;
  }

  /** Resolves with the rows as the table has kept them. */
  async #write(query: Query, writes: readonly Write[]): Promise<readonly PostgresRow[]> {
    if (writes.length === 0) return [];
    const { text, values } = writeStatement(this.#tables.refund, writes);
    const kept = await query(text, values);
    if (kept.length !== writes.length) throw notKeptError(this.#where);
    return kept.map(PostgresRow.of);
  }

  /** Never throws: an error ends this job, and not the others. */
  #decide({ job, ids }: Item, records: FoundRows): Ending {
    const { scope, decide, resolve, reject } = job;
    try {
      const found = records.of(ids, scope);
      const exists = found.record !== undefined;
      const { write: decided, result } = decideInScope(decide, found, scope);
      // It is read later, when a damaged record can no longer make the call reject.
      if (result === found) void [found.ofPayment, found.withRefundId];
      const finish = () => resolve(result as never);
      const write = decided ?? (this.#current.last.doubt && found.record);
      if (!write) return { job, finish };
      const row = toStored(write, this.#where);
      const wrote = lastWriteOf(ids.id, row.text, write, decided && found.record);
      return { job, write: { ids, row, exists }, wrote, finish };
    } catch (error) {
      return { job, finish: () => reject(error) };
    }
  }
}

/**
 * A job that is alone waits for its locks. Several take only the locks that are free, so that none of them waits for the
 * locks of another, and they cannot deadlock.
 */
function beginningOf(items: readonly Item[], { statements }: Search): Beginning {
  const [first] = items;
  if (first && items.length === 1) return { locks: first.locks, statements };
  const tries = items.map(
    ({ locks }) => `(${locks.map((lock) => `pg_try_advisory_xact_lock(${lock})`).join(" AND ")})`,
  );
  const tryAll = `SELECT * FROM (VALUES ${tries.join(", ")}) AS tried (locked)`;
  return { statements: [tryAll, ...statements] };
}
