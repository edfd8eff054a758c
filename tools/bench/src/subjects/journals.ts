/** The journals that are measured, empty or with many refunds in them. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { JournalStore } from "@refunds/journal";
import { createRefunds, memoryJournal } from "refunds";
import { ownClient } from "./own-client.ts";
import { assertSucceeded, type Given } from "./subject.ts";

let made = 0;

export async function journalOf(given: Given): Promise<JournalStore> {
  const { options, places } = given;
  const { journal = "memory", held } = options;
  const name = held ? `held_${held}` : `bench_${process.pid}_${++made}`;
  if (journal === "sqlite") {
    const { sqliteJournal } = await import("@refunds/journal/sqlite");
    const file = join(places.folder, `${name}.db`);
    const isThere = existsSync(file);
    const store = sqliteJournal({ file });
    if (held && !isThere) await fill(store, held, given);
    return store;
  }
  if (journal === "postgres") {
    const [{ postgresJournal }, { default: pg }] = await Promise.all([
      import("@refunds/journal/postgres"),
      import("pg"),
    ]);
    const pool = new pg.Pool({ connectionString: places.postgres, max: 10 });
    return postgresJournal({ pool, schema: name });
  }
  return memoryJournal();
}

/** Refunds that the journal waits for at once: it writes together what waits. */
const atOnce = 64;

/** Refunds so often that the journal holds so many. Their numbers are negative, those that are measured are not. */
async function fill(journal: JournalStore, held: number, given: Given): Promise<void> {
  const { sample, progress } = given;
  const headers = { "content-type": "application/json" };
  let [begun, asked] = [0, 0];
  const fetch = async () => new Response(sample.answer(-++asked), { headers });
  const main = ownClient({ ...given, fetch });
  const refunds = createRefunds({ accounts: { main }, journal });
  const lane = async () => {
    while (begun < held) {
      const n = ++begun;
      if (n % 10_000 === 0)
        progress(`${n.toLocaleString("en")} of ${held.toLocaleString("en")} held`);
      const { status } = await refunds.refund({ account: "main", ...sample.given(-n) });
      assertSucceeded(status);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
