/** `pnpm --filter @refunds/journal bench:modes [folder]`: compares two plain durable writes in different SQLite modes. */
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

const candidates = modes.map((mode, at) => {
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
// Rotates the order in each round, so that a busy disk affects all modes.
for (let round = 0; round < rounds; round++) {
  for (let turn = 0; turn < candidates.length; turn++) {
    candidates[(round + turn) % candidates.length]?.run(`key-${round}`);
  }
}
const medians = candidates.map(({ times }) => times.toSorted((a, b) => a - b)[rounds >> 1] ?? 0);
for (const [at, { mode, database }] of candidates.entries()) {
  const [ms = 0, best = 1] = [medians[at], medians[0]];
  console.log(
    `${mode.padEnd(16)}${ms.toFixed(3).padStart(9)} ms${(ms / best).toFixed(2).padStart(7)}`,
  );
  database.close();
}
rmSync(folder, { recursive: true });
