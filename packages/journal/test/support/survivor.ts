/**
 * A process that must survive what happens to its connections. Arguments: connection string, schema, `listens` where the
 * program listens to its pool's errors. Each line it reads is a number: so many records it puts, and prints what came of it.
 */
import { createInterface } from "node:readline";
import pg from "pg";
import { postgresJournal } from "../../src/postgres.ts";
import { put } from "./records.ts";

const [, , connectionString = "", schema = "", listens] = process.argv;
// A pool that has had connections before the journal gets to know it.
const pool = new pg.Pool({ connectionString, max: 11 });
if (listens === "listens") pool.on("error", () => {});
await Promise.all(Array.from({ length: 10 }, () => pool.query("SELECT pg_sleep(0.05)")));
const journal = postgresJournal({ pool, schema, timeoutMs: 2000, lockTimeoutMs: 200 });
console.log("ready");
let round = 0;
for await (const line of createInterface(process.stdin)) {
  round++;
  const ends = await Promise.allSettled(
    Array.from({ length: Number(line) }, (_, at) =>
      put(journal, { key: `${round}/${at}`, payment: `payment of ${round}/${at}` }),
    ),
  );
  const reasons = ends.flatMap((end) => (end.status === "rejected" ? [String(end.reason)] : []));
  console.log(JSON.stringify({ round, done: ends.length - reasons.length, reasons }));
}
