/** The journal of the configuration. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { JournalStore } from "refunds";
import { refuse } from "../errors.ts";
import type { JournalConfig } from "./config.ts";
import type { LoadedConfig } from "./load-config.ts";
import { openPool } from "./open-pool.ts";

type JournalOf = Pick<LoadedConfig, "folder" | "journal">;

/** Where the journal is, without a password. */
export function journalPlace({ folder, journal }: JournalOf): string {
  if ("sqlite" in journal) return resolve(folder, journal.sqlite);
  return "postgres" in journal ? "Postgres" : "as configured in code";
}

/**
 * Opens the journal. A file that is missing is an error: an empty journal would let every key refund again.
 * @throws {CliError} if it is missing
 * @throws {JournalError} if it cannot be opened
 */
export async function openJournal(config: JournalOf): Promise<JournalStore> {
  const { journal } = config;
  if ("sqlite" in journal) {
    if (!journal.sqlite) {
      refuse(
        "invalid_config",
        "journal.sqlite has no value: set its environment variable to the path of the file.",
      );
    }
    const file = journalPlace(config);
    if (!existsSync(file)) {
      refuse(
        "journal_not_found",
        `There is no journal at ${file}. At the first start, run \`npx refunds init\`, which creates it. If it was there before, restore it: an empty journal lets every key refund again.`,
      );
    }
    return openSqlite(file, false);
  }
  return "postgres" in journal ? openPostgres(journal) : (journal as JournalStore);
}

/** Creates the SQLite file, if it is missing. */
export async function createSqlite(file: string): Promise<void> {
  await (await openSqlite(file, true)).close();
}

async function openSqlite(file: string, create: boolean): Promise<JournalStore> {
  const { sqliteJournal } = await import("@refunds/journal/sqlite");
  return sqliteJournal({ file, create });
}

async function openPostgres({
  postgres: connectionString,
  schema,
}: Extract<JournalConfig, { postgres: string | undefined }>): Promise<JournalStore> {
  if (!connectionString) {
    return refuse(
      "invalid_config",
      "journal.postgres has no value: set its environment variable to the connection string.",
    );
  }
  const [pool, { postgresJournal }] = await Promise.all([
    openPool(connectionString),
    import("@refunds/journal/postgres"),
  ]);
  const store = postgresJournal({ pool, ...(schema !== undefined && { schema }) });
  return { ...store, close: () => store.close().then(() => pool.end()) };
}
