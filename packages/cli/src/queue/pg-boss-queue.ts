/** The queue in Postgres, by pg-boss: a queue for each account, so that a slow account does not hold up the others. */
import { createHash } from "node:crypto";
import { CliError, refuse } from "../errors.ts";
import { say } from "../output/streams.ts";
import { claimOf } from "./claim.ts";
import type { QueuedRow, RowQueue } from "./row-queue.ts";

/** Another version may lack what its types leave out, and ours needs. */
const install = "npm install pg pg-boss@12.38.0";

/** A worker that was silent for so long is dead, and its rows are given out again. Seconds; the least that pg-boss takes. */
const heartbeatSeconds = 10;

/** How often dead workers are looked for. Seconds. */
const superviseSeconds = 5;

/** For so long after it was confirmed, no other worker has a row. Milliseconds. */
const freshMs = 500 * heartbeatSeconds;

/**
 * The most that pg-boss takes. The workers of an account share its rate, so a batch may take hours; a dead worker is known by its
 * silence. Seconds.
 */
const longestBatchSeconds = 86_400;

const queueOptions = {
  heartbeatSeconds,
  expireInSeconds: longestBatchSeconds,
  // Only deaths of workers and failures of the journal count. What waits is put off as a new job.
  retryLimit: 1_000_000,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 30,
  // A run that is paused for longer is queued again by `run`.
  retentionSeconds: 90 * 86_400,
  deleteAfterSeconds: 7 * 86_400,
};

interface PgBossOptions {
  readonly connectionString: string;
  readonly schema: string;
}

/** JSON in a text: pg-boss writes a `jsonb`, which refuses NUL and lone surrogates. */
interface JobData {
  readonly row: string;
}

/** @throws {CliError} `missing_package` */
export async function pgBossQueue(options: PgBossOptions): Promise<RowQueue> {
  const boss = await startBoss(options);
  const made = new Set<string>();
  const queueOf = async (account: string) => {
    const name = nameOf(account);
    if (!made.has(name)) await boss.createQueue(name, queueOptions);
    made.add(name);
    return name;
  };
  return {
    async enqueue(account, rows, at) {
      const jobs = rows.map((row) => ({
        id: jobIdOf(row),
        data: { row: JSON.stringify(row) },
        ...(at && { startAfter: at }),
      }));
      await boss.insert(await queueOf(account), jobs);
    },
    async work(account, { batch, batches, handle, lost }) {
      const workOptions = {
        batchSize: batch,
        localConcurrency: batches,
        pollingIntervalSeconds: 0.5,
        burstWhenBatchFull: true,
        perJobResults: true,
      } as const;
      const name = await queueOf(account);
      await boss.work<JobData, unknown, typeof workOptions>(name, workOptions, async (jobs) => {
        const holds = claimOf(async () => {
          const held = heldIds(await boss.touch(name, jobs));
          if (!held) lost(notTested());
          return new Set(held);
        }, freshMs);
        const handled = await handle(
          jobs.map(({ id, data, signal }) => ({
            row: JSON.parse(data.row),
            isOurs: async () => !signal.aborted && (await holds(id)),
          })),
        );
        return jobs.map(({ id }, at) => ({
          id,
          status: handled[at] === "done" ? "completed" : "failed",
        }));
      });
    },
    async counts(account) {
      const found = await boss.getQueue(await queueOf(account));
      return {
        ready: found?.readyCount ?? 0,
        later: found?.deferredCount ?? 0,
        active: found?.activeCount ?? 0,
      };
    },
    close: () => boss.stop({ graceful: true, timeout: longestBatchSeconds * 1000 }),
  };
}

/** Its type leaves out the ids, which it has for each job that is still of the attempt that this worker was given. */
function heldIds(touched: object): readonly string[] | undefined {
  const { settled } = touched as { readonly settled?: readonly string[] };
  return Array.isArray(settled) ? settled : undefined;
}

const notTested = () =>
  new CliError(
    "queue_failed",
    `The installed pg-boss does not say which rows a worker still has, so none was sent by this worker. It was tested with another version: \`${install}\`, and start the worker again.`,
  );

/** @throws {CliError} `missing_package` */
async function startBoss({ connectionString, schema }: PgBossOptions) {
  const { PgBoss } = await import("pg-boss").catch(() =>
    refuse(
      "missing_package",
      `A queue in Postgres needs the packages pg and pg-boss: \`${install}\`.`,
    ),
  );
  const boss = new PgBoss({
    connectionString,
    schema,
    max: 4,
    connectionTimeoutMillis: 10_000,
    schedule: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    queueCacheIntervalSeconds: superviseSeconds,
    // A long queue is what it is for.
    warningQueueSize: 100_000_000,
  });
  boss.on("error", saidNowAndThen());
  await boss.start();
  return boss;
}

/** The name of a queue has fewer characters than that of an account. */
const nameOf = (account: string) => `account-${digest(account).slice(0, 32)}`;

/** The same row at the same try has the same id, so that it is queued once. In the form of a UUID, version 8. */
function jobIdOf({ run, request: { key }, round, tries }: QueuedRow): string {
  const hex = digest(JSON.stringify([run, key, round, tries]));
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/** pg-boss goes on by itself after an error, and while Postgres is away there are many. */
function saidNowAndThen(): (error: Error) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  return ({ message }) => {
    if (performance.now() - saidAt < 10_000) return;
    saidAt = performance.now();
    say(`The queue: ${message}. It goes on by itself.`);
  };
}
