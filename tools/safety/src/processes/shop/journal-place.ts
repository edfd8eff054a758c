import { postgresJournal } from "@refunds/journal/postgres";
import { sqliteJournal } from "@refunds/journal/sqlite";
import pg from "pg";
import type { JournalStore } from "refunds";
import { announceCommits } from "./announced.ts";
import { intercepted } from "./intercepted-pool.ts";
import { defectivePool, defectiveStore, type JournalDefect } from "./journal-defects.ts";

/** The place of a journal that several processes can open. */
export type JournalPlace =
  | { readonly store: "SQLite"; readonly file: string }
  | { readonly store: "Postgres"; readonly url: string; readonly schema: string };

/** Long, so that a busy machine does not cause failures. */
const lockTimeoutMs = 30_000;

/** Opens the journal in this process. `step` is called for each COMMIT. */
export function openJournal(
  place: JournalPlace,
  step: (name: string) => void,
  defect: JournalDefect | undefined,
): JournalStore {
  if (place.store === "SQLite") {
    return defectiveStore(sqliteJournal({ file: place.file, lockTimeoutMs }), defect);
  }
  const pool = new pg.Pool({ connectionString: place.url, max: 4 });
  const journal = postgresJournal({
    pool: intercepted(defectivePool(pool, defect), announceCommits(step)),
    schema: place.schema,
    lockTimeoutMs,
    timeoutMs: lockTimeoutMs,
  });
  return defectiveStore(journal, defect);
}
