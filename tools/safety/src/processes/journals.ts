import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startPostgres } from "@refunds/testing/postgres";
import type { JournalPlace } from "./shop/journal-place.ts";

export type StoreName = JournalPlace["store"];
export const storeNames: readonly StoreName[] = ["SQLite", "Postgres"];

/** Creates empty journals that several processes can open. */
export interface Journals {
  /** A folder for the compile cache of the processes. */
  readonly cache: string;
  make(store: StoreName): JournalPlace;
  /** Ends the server and removes every journal. This also happens if this process dies. */
  close(): Promise<void>;
}

export async function openJournals(): Promise<Journals> {
  const { url, folder, stop } = await startPostgres();
  const cache = join(folder, "cache");
  mkdirSync(cache);
  let made = 0;
  return {
    cache,
    make(store) {
      const name = `journal_${++made}`;
      if (store === "SQLite") return { store, file: join(folder, `${name}.sqlite`) };
      return { store, url, schema: name };
    },
    close: stop,
  };
}
