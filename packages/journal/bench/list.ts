/** `pnpm --filter @refunds/journal bench:list [records] [folder]`: what a page of a list costs, and an index over an existing journal. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "@refunds/testing/postgres";
import pg from "pg";
import type { JournalStore, ListQuery } from "../src/index.ts";
import { postgresJournal } from "../src/postgres.ts";
import { sqliteJournal } from "../src/sqlite.ts";
import { fillPostgres, fillSqlite, recordAt } from "./many.ts";

const number = Number(process.argv[2] ?? 1_000_000);
const limitMs = 20;
const rounds = 40;
const column = (text: string) => text.padStart(16);

const timeAt = (at: number) => recordAt(at).openedAt;
const places = {
  first: undefined,
  middle: recordAt(Math.floor(number / 2)),
  last: recordAt(Math.floor(number / 100)),
};

const account = "account-3";
const range = { since: timeAt(Math.floor(number / 4)), until: timeAt(Math.floor(number / 2)) };
const filters: Readonly<Record<string, Omit<ListQuery, "limit">>> = {
  "no filter": {},
  "time range": range,
  "status: succeeded": { states: ["succeeded"] },
  "status: reversed (rare)": { states: ["reversed"] },
  "status: needs_review (rarer)": { states: ["needs_review"] },
  "status: all that are open": { states: ["leaving", "unknown", "needs_review", "pending"] },
  "status: declined, time range": { states: ["declined"], ...range },
  account: { account },
  "account of few refunds": { account: "small" },
  "account, time range": { account, ...range },
  "account, status: succeeded": { account, states: ["succeeded"] },
  "account, status: reversed": { account, states: ["reversed"] },
  "account, all that are open": {
    account,
    states: ["leaving", "unknown", "needs_review", "pending"],
  },
  "account, status, time range": { account, states: ["declined", "pending"], ...range },
  payment: { account: recordAt(4003).account, payment: recordAt(4003).payment },
  "payment, status": {
    account: recordAt(4003).account,
    payment: recordAt(4003).payment,
    states: ["succeeded"],
  },
};

const folder = mkdtempSync(join(process.argv[3] ?? tmpdir(), "refunds-list-"));
const server = await startPostgres();
const pool = new pg.Pool({ connectionString: server.url });
let slowest = 0;
try {
  const file = join(folder, "journal.sqlite");
  await fillSqlite(file, number);
  await measure("SQLite", () => sqliteJournal({ file, lockTimeoutMs: 60_000 }));
  await fillPostgres(pool, "many", number);
  await measure("Postgres", () => postgresJournal({ pool, schema: "many" }));
} finally {
  await pool.end();
  await server.stop();
  rmSync(folder, { recursive: true });
}
if (!(slowest <= limitMs)) process.exitCode = 1;

async function measure(name: string, open: () => JournalStore) {
  const startedAt = performance.now();
  const journal = open();
  await journal.list({ limit: 1 });
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(
    `${name}, ${number} records: the indexes took ${seconds.toFixed(1)} s. Milliseconds for a page, fastest of ${rounds} (median):`,
  );
  console.log(
    `  ${"".padEnd(30)}${Object.keys(places).map(column).join("")}${column("1,000 records")}`,
  );
  for (const [filter, query] of Object.entries(filters)) {
    const cells = [];
    for (const after of Object.values(places))
      cells.push(await timesOf(journal, { ...query, limit: 100, ...(after && { after }) }, true));
    cells.push(await timesOf(journal, { ...query, limit: 1000 }, false));
    console.log(`  ${filter.padEnd(30)}${cells.map(column).join("")}`);
  }
  await journal.close();
}

async function timesOf(journal: JournalStore, query: ListQuery, isLimited: boolean) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now();
    await journal.list(query);
    times.push(performance.now() - startedAt);
  }
  times.sort((a, b) => a - b);
  // Other work on the machine makes a page slower, and never faster.
  const [fastest = 0, median = 0] = [times[0], times[rounds >> 1]];
  if (isLimited) slowest = Math.max(slowest, fastest);
  return `${fastest.toFixed(1)} (${median.toFixed(1)})`;
}
