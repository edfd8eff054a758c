/** For commands that only read the journal: they load no provider, and have nothing that could send. */
import type { Refunds } from "refunds";
import { loadConfig } from "./config/load-config.ts";
import { openJournal } from "./config/open-journal.ts";

/** What can be asked of the journal. */
export type ReadRefunds = Pick<Refunds<Record<string, never>>, "get" | "list" | "open">;

/**
 * Opens the configuration and the journal, runs `work`, and closes the journal.
 * @throws {CliError | JournalError} if they cannot be opened
 */
export async function withJournal<T>(
  named: string | undefined,
  work: (refunds: ReadRefunds) => Promise<T>,
): Promise<T> {
  const config = await loadConfig(named);
  const { createRefunds } = await import("refunds/on-demand");
  const refunds = createRefunds({ accounts: {}, journal: await openJournal(config) });
  try {
    return await work(refunds);
  } finally {
    await refunds.close();
  }
}
