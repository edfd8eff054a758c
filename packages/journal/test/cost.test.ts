import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { measureCost } from "../bench/measure.ts";
import { sqliteJournal } from "../src/sqlite.ts";
import { testFolder } from "./support/folder.ts";
import { put } from "./support/records.ts";

test("a refund in the SQLite journal costs at most twice its two durable writes", {
  timeout: 180_000,
}, async () => {
  // Noise only ever makes it slower, so the best of several runs counts. Two plain writes in less than 0.2 ms did not wait
  // for a disk, as in a file system in memory: the journal's own work then has 0.4 ms.
  const until = performance.now() + 60_000;
  let best = Number.POSITIVE_INFINITY;
  while (best > 2 && performance.now() < until) {
    if (best < Number.POSITIVE_INFINITY) await pause(300);
    const { journalMs, bareMs } = await measureCost({ rounds: 60 });
    best = Math.min(best, journalMs / Math.max(bareMs, 0.2));
  }
  expect(best).toBeLessThanOrEqual(2);
});

test("it waits for the disk twice", async () => {
  const file = join(testFolder(), "journal.sqlite");
  const journal = sqliteJournal({ file });
  onTestFinished(() => journal.close());
  const before = commitsIn(`${file}-wal`);
  await put(journal);
  await put(journal, { attempt: 2 });
  expect(commitsIn(`${file}-wal`) - before).toBe(2);
});

/** Each commit is a frame that holds the size of the database after it: https://www.sqlite.org/fileformat2.html#walformat */
function commitsIn(wal: string): number {
  const bytes = readFileSync(wal);
  const pageSize = bytes.readUInt32BE(8);
  let commits = 0;
  for (let at = 32; at + 24 <= bytes.length; at += 24 + pageSize) {
    if (bytes.readUInt32BE(at + 4) > 0) commits++;
  }
  return commits;
}
