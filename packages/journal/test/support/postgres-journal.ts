/** Journals on the tests' own Postgres, each in a schema of its own, closed when its test is over. */
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
