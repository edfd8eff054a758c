/** A command's connection to the configured accounts and journal. */
import type { Account, Refunds } from "refunds";
import type { RateLimits } from "./config/clients.ts";
import type { LoadedConfig } from "./config/load-config.ts";

export interface Session {
  readonly config: LoadedConfig;
  readonly accounts: Readonly<Record<string, Account>>;
  readonly refunds: Refunds<Record<string, Account>>;
}

export interface SessionOptions {
  readonly limits?: RateLimits;
  /** What the command's arguments change in the configuration. */
  readonly adapted?: (config: LoadedConfig) => LoadedConfig;
  /** Whether the accounts refuse to refund. */
  readonly readOnly?: true;
}

/**
 * Opens the configuration and the journal, runs `work`, and closes the journal.
 * @throws {CliError | JournalError} if they cannot be opened. Nothing was sent.
 */
export async function withSession<T>(
  config: string | undefined,
  work: (session: Session) => Promise<T>,
  { limits, adapted = (loaded) => loaded, readOnly }: SessionOptions = {},
): Promise<T> {
  // Loaded here, so that the help of a command does not wait for it.
  const [
    { createRefunds },
    { clientsOf, loadProviders, withoutRefunds },
    { loadConfig },
    { openJournal },
  ] = await Promise.all([
    import("refunds/on-demand"),
    import("./config/clients.ts"),
    import("./config/load-config.ts"),
    import("./config/open-journal.ts"),
  ]);
  const loaded = adapted(await loadConfig(config));
  const { rawAnswers } = loaded;
  const clients = clientsOf(loaded, await loadProviders(loaded), limits);
  const accounts = readOnly ? withoutRefunds(clients) : clients;
  const refunds = createRefunds({ accounts, journal: await openJournal(loaded), rawAnswers });
  try {
    return await work({ config: loaded, accounts, refunds });
  } finally {
    await refunds.close();
  }
}
