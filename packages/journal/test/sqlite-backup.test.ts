import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { describe, expect, onTestFinished, test } from "vitest";
import { restoreBackup, type SqliteJournalOptions, sqliteJournal } from "../src/sqlite.ts";
import { failure } from "./support/failure.ts";
import { testFolder } from "./support/folder.ts";
import { start } from "./support/process.ts";
import { put, recordOf } from "./support/records.ts";

const worker = new URL("./support/worker.ts", import.meta.url);

function testPlace() {
  const folder = testFolder();
  return { folder, file: join(folder, "journal.sqlite"), backup: join(folder, "backup.sqlite") };
}

function journalOf(file: string, options: Partial<SqliteJournalOptions> = {}) {
  const journal = sqliteJournal({ file, ...options });
  onTestFinished(() => journal.close());
  return journal;
}

/** Writes these records to a journal and closes it. */
async function written(file: string, ...keys: readonly string[]) {
  const journal = sqliteJournal({ file });
  for (const key of keys) await put(journal, { key });
  await journal.close();
}

async function keysIn(file: string) {
  const journal = sqliteJournal({ file });
  const records = await journal.open();
  await journal.close();
  return records.map(({ key }) => key);
}

/** Moves all files of the journal away, as you do before a restore. */
function moveAway(folder: string) {
  mkdirSync(join(folder, "away"));
  for (const name of readdirSync(folder).filter((each) => each.startsWith("journal."))) {
    renameSync(join(folder, name), join(folder, "away", name));
  }
}

describe("a backup", () => {
  test("of a journal in use has every record, unlike a copied file", async () => {
    const { folder, file, backup } = testPlace();
    const journal = journalOf(file);
    for (const key of ["a", "b"]) await put(journal, { key, request: '{"of":"a"}' });
    const before = Date.now();
    const result = await journal.backup(backup);
    expect(result).toEqual({ file: backup, records: 2, takenAt: expect.any(Number) });
    expect(result.takenAt).toBeGreaterThanOrEqual(before);
    expect(readdirSync(folder).filter((name) => name.startsWith("backup"))).toHaveLength(1);
    const restored = join(folder, "restored.sqlite");
    expect(await restoreBackup({ backup, file: restored })).toEqual({ ...result, file: restored });
    const expected = ["a", "b"].map((key) => recordOf({ key, request: '{"of":"a"}' }));
    expect(await journalOf(restored).open()).toEqual(expected);

    const copied = join(folder, "copied.sqlite");
    copyFileSync(file, copied);
    await failure("unavailable", () => restoreBackup({ backup: copied, file: `${file}2` }));
    expect(existsSync(`${file}2`)).toBe(false);
  });

  test("never overwrites a file", async () => {
    const { file, backup } = testPlace();
    const journal = journalOf(file);
    writeFileSync(backup, "other data");
    const { message } = await failure("unavailable", () => journal.backup(backup));
    expect(message).toContain("already exists");
    expect(readFileSync(backup, "utf8")).toBe("other data");
    await failure("unavailable", () => journal.backup(file));
    await put(journal);
  });

  test("that fails leaves no file and reports why", async () => {
    const { folder, file, backup } = testPlace();
    const journal = journalOf(file);
    await put(journal);
    const { message } = await failure("unavailable", () => journal.backup(join(folder, "no", "b")));
    expect(message).toContain(`its folder ${join(folder, "no")} does not exist`);
    rmSync(`${file}-wal`);
    await failure("unavailable", () => journal.backup(backup));
    expect(existsSync(backup)).toBe(false);
  });

  test.skipIf(process.platform === "win32")("is readable only by its owner", async () => {
    const { file, backup } = testPlace();
    await journalOf(file).backup(backup);
    expect(statSync(backup).mode & 0o777).toBe(0o600);
  });

  test("shows one moment while another process writes", async () => {
    const { folder, file } = testPlace();
    const writer = start(worker, "write", "sqlite", file);
    await writer.printed("key-0\n");
    const journal = journalOf(file);
    for (let turn = 0; turn < 5; turn++) {
      const backup = join(folder, `backup-${turn}.sqlite`);
      const { records } = await journal.backup(backup);
      const restored = join(folder, `restored-${turn}.sqlite`);
      await restoreBackup({ backup, file: restored });
      expect(await keysIn(restored)).toEqual(
        Array.from({ length: records }, (_, at) => `key-${at}`),
      );
    }
    await put(journal, { key: "mine" });
    writer.kill();
  });

  // Noise only ever makes it slower, so the best of several tries counts.
  test("keeps the event loop responsive while another process writes, also while it is restored", {
    retry: 4,
  }, async () => {
    const { folder, file } = testPlace();
    const journal = journalOf(file);
    const request = JSON.stringify({ text: "x".repeat(10_000) });
    const all = Array.from({ length: 1000 }, (_, at) =>
      put(journal, { key: `mine-${at}`, payment: `payment-${at}`, request }),
    );
    await Promise.all(all);
    const writer = start(worker, "write", "sqlite", file);
    await writer.printed("key-0\n");
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const backup = join(folder, "backup.sqlite");
    const startedAt = performance.now();
    await journal.backup(backup);
    await restoreBackup({ backup, file: join(folder, "restored.sqlite") });
    const tookMs = performance.now() - startedAt;
    delay.disable();
    writer.kill();
    expect(delay.max / 1e6).toBeLessThan(tookMs / 5);
    expect(delay.percentile(90) / 1e6).toBeLessThan(50);
    expect(delay.max / 1e6).toBeLessThan(100);
  });

  test("close() waits for it", async () => {
    const { file, backup } = testPlace();
    const journal = journalOf(file);
    for (let at = 0; at < 100; at++) await put(journal, { key: `key-${at}` });
    let records = 0;
    const taken = journal.backup(backup).then((result) => {
      records = result.records;
    });
    await journal.close();
    expect(records).toBe(100);
    await taken;
    await failure("unavailable", () => journal.backup(`${backup}2`));
  });
});

describe("detects a journal that has lost records", () => {
  test("the file was deleted", async () => {
    const { file } = testPlace();
    await written(file, "a");
    rmSync(file);
    await failure("rolled_back", () => sqliteJournal({ file }));
    expect(existsSync(file)).toBe(false);
  });

  test("the file is empty", async () => {
    const { file } = testPlace();
    await written(file, "a");
    writeFileSync(file, "");
    const { message } = await failure("rolled_back", () => sqliteJournal({ file }));
    expect(message).toContain("another journal was at this path");
    await failure("rolled_back", () => sqliteJournal({ file }));
  });

  test("an older copy was restored", async () => {
    const { file } = testPlace();
    await written(file, "a");
    copyFileSync(file, `${file}.old`);
    await written(file, "b", "c");
    copyFileSync(file, `${file}.new`);
    copyFileSync(`${file}.old`, file);
    const { message } = await failure("rolled_back", () => sqliteJournal({ file }));
    expect(message).toContain("lacks the last 2 writes");
    copyFileSync(`${file}.new`, file);
    expect(await keysIn(file)).toEqual(["a", "b", "c"]);
  });

  test("a backup was copied to the journal's path or elsewhere", async () => {
    const { folder, file, backup } = testPlace();
    const journal = sqliteJournal({ file });
    await put(journal, { key: "a" });
    await journal.backup(backup);
    await journal.close();
    copyFileSync(backup, file);
    const bytes = readFileSync(file);
    const { message } = await failure("rolled_back", () => sqliteJournal({ file }));
    expect(message).toContain("this file is a backup");
    expect(readFileSync(file).equals(bytes)).toBe(true);
    await failure("rolled_back", () => sqliteJournal({ file: backup }));
    moveAway(folder);
    copyFileSync(backup, file);
    await failure("rolled_back", () => sqliteJournal({ file }));
  });

  test("create: false never starts an empty journal", async () => {
    const { file } = testPlace();
    await failure("unavailable", () => sqliteJournal({ file, create: false }));
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, "");
    await failure("unavailable", () => sqliteJournal({ file, create: false }));
    expect(readFileSync(file)).toHaveLength(0);
    await written(file, "a");
    expect(await journalOf(file, { create: false }).open()).toHaveLength(1);
    expect(() => sqliteJournal({ file, create: "no" as never })).toThrow("create must be");
  });

  test("accepts a missing, empty or older mark, which a crash can leave", async () => {
    const { file } = testPlace();
    const mark = `${file}-mark`;
    await written(file, "a");
    const behind = readFileSync(mark);
    await written(file, "b");
    for (const leave of [
      () => rmSync(mark),
      () => writeFileSync(mark, ""),
      () => writeFileSync(mark, behind),
    ]) {
      leave();
      expect(await keysIn(file)).toEqual(["a", "b"]);
    }
    await written(file, "c");
    expect(String(readFileSync(mark))).toMatch(/^[0-9a-f]{32} 0{15}3 [0-9a-f]{32}\n$/);
  });
});

describe("restoring", () => {
  test("creates a new journal, and does not accept the old one in its place", async () => {
    const { folder, file, backup } = testPlace();
    const journal = sqliteJournal({ file });
    await put(journal, { key: "a" });
    const { takenAt } = await journal.backup(backup);
    await put(journal, { key: "b" });
    await journal.close();
    await failure("unavailable", () => restoreBackup({ backup, file }));
    moveAway(folder);
    const restored = await restoreBackup({ backup, file });
    expect(restored).toEqual({ file, records: 1, takenAt });
    expect(await keysIn(file)).toEqual(["a"]);
    await written(file, "c");
    expect(await keysIn(file)).toEqual(["a", "c"]);
    copyFileSync(join(folder, "away", "journal.sqlite"), file);
    await failure("rolled_back", () => sqliteJournal({ file }));
  });

  test("accepts the file of a closed journal", async () => {
    const { folder, file } = testPlace();
    await written(file, "a");
    const restored = join(folder, "restored.sqlite");
    expect(await restoreBackup({ backup: file, file: restored })).toMatchObject({
      records: 1,
      takenAt: recordOf().changedAt,
    });
  });

  test("refuses a file that is not a journal or a complete backup", async () => {
    const { folder, file, backup } = testPlace();
    const restore = () => restoreBackup({ backup, file });
    await failure("unavailable", restore);
    writeFileSync(backup, "");
    await failure("unavailable", restore);
    writeFileSync(backup, "Not a database. ".repeat(1000));
    await failure("corrupt", restore);
    await written(join(folder, "other.sqlite"), "a");
    writeFileSync(backup, readFileSync(join(folder, "other.sqlite")).subarray(0, 8192));
    await failure("corrupt", restore);
    expect(readdirSync(folder)).not.toContain("journal.sqlite");
    writeFileSync(`${file}-wal`, "left");
    await failure("unavailable", restore);
  });
});
