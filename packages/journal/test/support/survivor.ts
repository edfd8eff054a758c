/**
 * A process that must survive broken connections. Arguments: connection string, schema, and `with a listener` if the
 * program handles the errors of its pool. Each input line is a number: it writes that many records and prints the result.
 */
import { createInterface } from "node:readline";
import pg from "pg";
import { postgresJournal } from "../../src/postgres.ts";
import { put } from "./records.ts";

const [, , connectionString = "", schema = "", listener] = process.argv;
// The pool has open connections before the journal uses it.
const pool = new pg.Pool({ connectionString, max: 11 });
if (listener === "with a listener") pool.on("error", () => {});
await Promise.all(Array.from({ length: 10 }, () => pool.query("SELECT pg_sleep(0.05)")));
const journal = postgresJournal({ pool, schema, timeoutMs: 20_000, lockTimeoutMs: 20_000 });
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
