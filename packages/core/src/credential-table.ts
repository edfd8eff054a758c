/** What the table says of credentials and settings. */
import type { Schema } from "./request/value-check.ts";

/** `live` moves money, `test` is the provider's own test system. */
export type Environment = "live" | "test";

/** One set of credentials, by name. */
export type CredentialSet = Readonly<Record<string, CredentialTable>>;

interface CredentialTable {
  readonly secret?: true;
  readonly schema: Schema;
  /** Patterns that tell the credentials of one environment from those of the other. */
  readonly environments?: Readonly<Partial<Record<Environment, string>>>;
  /** An option that every alternative has: a setting of the account, or a credential that may be left out. */
  readonly setting?: true;
  /** Of a setting: it may be left out. */
  readonly optional?: true;
  /** Of a setting: a list of values is accepted, too, because the provider's side replaces it now and then. */
  readonly rotates?: true;
  /** Of a setting: its value if it is left out. */
  readonly default?: string | number;
}
