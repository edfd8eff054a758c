/** What `refunds init` writes: decided by options or by answers. */
import type { FieldFacts, ProviderFacts } from "../provider-facts.ts";

export interface Plan {
  readonly provider: ProviderFacts;
  /** The account's name. */
  readonly account: string;
  readonly environment: "test" | "live" | "sandbox";
  readonly journal: "sqlite" | "postgres";
}

/** Where `refunds sandbox` listens. */
export const sandboxUrl = "http://127.0.0.1:4010";

export const journalFile = "refunds.sqlite";
export const databaseVariable = "DATABASE_URL";

/** An environment variable of an account. */
export interface Variable {
  readonly name: string;
  readonly field: FieldFacts;
}

/** The credentials of the first way that the provider documents, and the settings that it needs. */
export function variablesOf({ provider, account }: Plan): Variable[] {
  const [credentials = []] = provider.credentials;
  const settings = provider.settings.filter(({ optional }) => !optional);
  return [...credentials, ...settings].map((field) => ({
    name: nameOf(account, field.name),
    field,
  }));
}

export const nameOf = (account: string, field: string): string =>
  `${account}_${field}`
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/\W+/g, "_")
    .replace(/^(?=\d)/, "_")
    .toUpperCase();
