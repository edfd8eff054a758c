/** Journals on the test Postgres. Each has its own schema, and is closed after its test. */
import { inject, onTestFinished } from "vitest";
import { type PostgresJournalOptions, postgresJournal } from "../../src/postgres.ts";
import { namedSchema, poolOf } from "./postgres.ts";

export const url = inject("postgres");

export const admin = () => poolOf({ connectionString: url });

export function journalOf(options: Partial<PostgresJournalOptions> = {}) {
  const journal = postgresJournal({ pool: admin(), schema: namedSchema(), ...options });
  onTestFinished(() => journal.close());
  return journal;
}
