/** `pnpm --filter @refunds/journal bench:modes [folder]`: what two durable writes cost in each of SQLite's modes, bare. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const modes = [
  "WAL FULL",
  "PERSIST NORMAL",
  "PERSIST FULL",
  "DELETE FULL",
  "TRUNCATE EXTRA",
  "DELETE EXTRA",
];
const rounds = 150;
const folder = mkdtempSync(join(process.argv[2] ?? tmpdir(), "refunds-modes-"));

const contestants = modes.map((mode, at) => {
  const [journal, synchronous] = mode.split(" ");
  const database = new DatabaseSync(join(folder, `${at}.sqlite`));
  database.exec(`PRAGMA journal_mode = ${journal}; PRAGMA synchronous = ${synchronous};
    CREATE TABLE record (key TEXT PRIMARY KEY, text TEXT NOT NULL)`);
  const insert = database.prepare("INSERT INTO record VALUES (?, ?)");
  const update = database.prepare("UPDATE record SET text = ? WHERE key = ?");
  const times: number[] = [];
  const run = (key: string) => {
    const startedAt = performance.now();
    insert.run(key, "x".repeat(400));
    update.run("y".repeat(900), key);
    times.push(performance.now() - startedAt);
  };
  return { mode, database, times, run };
});
// Each round begins with another, so that a busy moment of the disk meets all of them.
for (let round = 0; round < rounds; round++) {
  for (let turn = 0; turn < contestants.length; turn++) {
    contestants[(round + turn) % contestants.length]?.run(`key-${round}`);
  }
}
const medians = contestants.map(({ times }) => times.toSorted((a, b) => a - b)[rounds >> 1] ?? 0);
for (const [at, { mode, database }] of contestants.entries()) {
  const [ms = 0, best = 1] = [medians[at], medians[0]];
  console.log(
    `${mode.padEnd(16)}${ms.toFixed(3).padStart(9)} ms${(ms / best).toFixed(2).padStart(7)}`,
  );
  database.close();
}
rmSync(folder, { recursive: true });
