/** The configuration: what `refunds.config.ts` exports. */
import type { JournalStore, ProviderOptions } from "refunds";

/** Options that may come from an environment variable, which may not be set. */
type FromEnvironment<Options> = Options extends { readonly provider: infer Provider }
  ? { readonly provider: Provider } & {
      readonly [Name in keyof Options as Exclude<Name, "provider">]: Options[Name] | undefined;
    }
  : never;

/**
 * An account: the provider's name and its client's options. `environment` is `test` or `live`; for the sandbox, pass
 * `baseUrl` instead. Take credentials from `process.env`.
 */
export type AccountConfig = FromEnvironment<ProviderOptions> & {
  /** What is behind `baseUrl`, if it is a proxy whose address may change, such as `live`. The journal keeps what is sent elsewhere apart. */
  readonly sentTo?: string | undefined;
};

/** Where refunds are recorded. */
export type JournalConfig =
  | {
      /** The path of an SQLite file on a local disk, for one machine. Relative to the configuration. */
      readonly sqlite: string;
    }
  | {
      /** The connection string of a Postgres database, for several machines. Needs the package `pg`. */
      readonly postgres: string | undefined;
      /** The schema of its tables. Default `refunds`. */
      readonly schema?: string;
    }
  | JournalStore;

export interface RefundsConfig {
  /** The accounts, by names of your choice. Do not change a name later: the journal finds a payment by its account's name. */
  readonly accounts: Readonly<Record<string, AccountConfig>>;
  /** Default: `{ sqlite: "refunds.sqlite" }`, next to the configuration. */
  readonly journal?: JournalConfig;
  /** Whether the journal stores the providers' answers, which may contain personal data. Default true. */
  readonly rawAnswers?: boolean;
}
