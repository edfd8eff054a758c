/** The queue and the tables of runs. Both are in the database of the journal: a worker with another journal could refund a key twice. */
import type { LoadedConfig } from "../config/load-config.ts";
import { openPool } from "../config/open-pool.ts";
import { refuse } from "../errors.ts";
import { pgBossQueue } from "./pg-boss-queue.ts";
import type { RowQueue } from "./row-queue.ts";
import { openRunTables, type RunTables } from "./run-tables.ts";

export interface QueueAndTables {
  readonly queue: RowQueue;
  readonly tables: RunTables;
}

/**
 * The configuration with the journal at the URL that an argument names.
 * @throws {CliError} `usage` if the journal is not in Postgres, or is elsewhere, or the URL has a password
 */
export const withJournalAt =
  (url: string | true | undefined) =>
  (config: LoadedConfig): LoadedConfig => {
    const { journal } = config;
    if (!("postgres" in journal)) {
      return refuse(
        "usage",
        `Several processes need one journal, in Postgres. Write \`journal: { postgres: process.env.DATABASE_URL }\` into ${config.file}. If keys were refunded with another journal, they are not known in a new one.`,
      );
    }
    if (typeof url !== "string") return config;
    if (hasPassword(url)) {
      return refuse(
        "usage",
        `--postgres has a password, which other users of this machine can see. Set the environment variable that journal.postgres in ${config.file} reads, or leave the password out of the URL and set PGPASSWORD. Nothing was sent.`,
      );
    }
    if (journal.postgres && journal.postgres !== url) {
      return refuse(
        "usage",
        "--postgres names another database than journal.postgres in the configuration. The queue is in the database of the journal: leave out the URL.",
      );
    }
    return { ...config, journal: { ...journal, postgres: url } };
  };

/** Also of a URL that cannot be parsed. */
const hasPassword = (url: string) => /:\/\/[^@]*:[^@]*@/.test(url) || /[?&]password=/i.test(url);

export async function openQueue({ journal }: LoadedConfig): Promise<QueueAndTables> {
  const { postgres, schema = "refunds" } = journal as { postgres?: string; schema?: string };
  if (!postgres)
    return refuse(
      "usage",
      "journal.postgres has no value: set its environment variable to the URL of the database, or pass the URL without a password with --postgres.",
    );
  if (!/^[a-z_][a-z0-9_]{0,40}$/.test(schema)) {
    return refuse(
      "usage",
      `The journal's schema ${JSON.stringify(schema)} has a name that the queue cannot take: lower-case letters, digits and _, at most 41.`,
    );
  }
  return orQueueFailed(async () => {
    const tables = await openRunTables(await openPool(postgres, 3), `${schema}_rows`);
    try {
      const queue = await pgBossQueue({ connectionString: postgres, schema: `${schema}_queue` });
      return { queue, tables };
    } catch (error) {
      await tables.close();
      throw error;
    }
  });
}

/** @throws {CliError} `queue_failed` for what Postgres throws */
export async function orQueueFailed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { name, message } = error as Error;
    if (["CliError", "JournalError", "RefundError"].includes(name)) throw error;
    const advice = "Run the command again to go on: nothing is sent twice.";
    return refuse("queue_failed", `The queue in Postgres failed: ${message}. ${advice}`);
  }
}
