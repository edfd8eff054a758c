/** A command's connection to the configured accounts and journal. */
import { type Account, createRefunds, type Refunds } from "refunds";
import { clientsOf } from "./config/clients.ts";
import { type LoadedConfig, loadConfig } from "./config/load-config.ts";
import { openJournal } from "./config/open-journal.ts";

export interface Session {
  readonly config: LoadedConfig;
  readonly accounts: Readonly<Record<string, Account>>;
  readonly refunds: Refunds<Record<string, Account>>;
}

/**
 * Opens the configuration and the journal, runs `work`, and closes the journal.
 * @throws {CliError | JournalError} if they cannot be opened. Nothing was sent.
 */
export async function withSession<T>(
  config: string | undefined,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const loaded = await loadConfig(config);
  const { rawAnswers } = loaded;
  const accounts = clientsOf(loaded);
  const refunds = createRefunds({ accounts, journal: await openJournal(loaded), rawAnswers });
  try {
    return await work({ config: loaded, accounts, refunds });
  } finally {
    await refunds.close();
  }
}
