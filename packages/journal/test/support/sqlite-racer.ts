/**
 * Writes to a journal and prints each confirmed key. Arguments: the file, `careful` or `careless`, and the duration in
 * milliseconds. It writes at least 20 keys, even if that takes longer. `careless` also keeps reading the journal's files in
 * other threads: closing any descriptor of a file releases the process's locks on it.
 */
import { writeSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { sqliteJournal } from "../../src/sqlite.ts";
import { put } from "./records.ts";

const [, , file = "", how, ms] = process.argv;
const until = performance.now() + Number(ms);
const journal = sqliteJournal({ file });

async function readAll() {
  while (performance.now() < until) {
    for (const end of ["", "-wal", "-shm"]) await readFile(file + end).catch(() => {});
  }
}

const readers = how === "careless" ? [readAll(), readAll(), readAll()] : [];
for (let at = 0; performance.now() < until || at < 20; at++) {
  const key = `${how}-${at}`;
  try {
    await put(journal, { key, payment: key });
    writeSync(1, `${key}\n`);
  } catch {
    // Refused, so the key is not confirmed.
    await new Promise((wake) => setTimeout(wake, 5));
  }
}
await Promise.all(readers);
process.exit();
