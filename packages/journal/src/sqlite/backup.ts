/** Backs up a journal that is in use, and restores one from a backup. Both write one complete, durable file, or fail. */
import { closeSync, existsSync, openSync, promises, realpathSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { JournalError } from "../journal-error.ts";
import { readOptions, refuse } from "../read-options.ts";
import { DatabaseSync } from "./database.ts";
import { sqliteError } from "./error.ts";
import type { HeldFiles } from "./held-files.ts";
import { writeMark } from "./mark.ts";
import { rowColumns } from "./row.ts";
import { assertOurs, lineageOf, makeTables, stamp, versionOf } from "./schema.ts";

export interface BackupResult {
  /** Absolute path of the new file. */
  readonly file: string;
  /** The number of refunds in it. */
  readonly records: number;
  /** Unix milliseconds. Refunds recorded later are not in it. */
  readonly takenAt: number;
}

export interface RestoreOptions {
  /** A file made by `backup()`, or the file of a closed journal. It is not changed. */
  readonly backup: string;
  /** The path of the new journal. The file must not exist. */
  readonly file: string;
}

/** Approximate time limit for one copy step. Milliseconds. */
const stepMs = 5;

export async function backUp(files: HeldFiles, file: string): Promise<BackupResult> {
  const takenAt = Date.now();
  const records = await copy(files.real, file, (database) => {
    database
      .prepare("INSERT INTO journal SELECT id, writes, token, ? FROM source.journal")
      .run(takenAt);
    files.assertHeld();
  });
  return { file: resolve(file), records, takenAt };
}

/**
 * Creates a journal from a backup. Refunds recorded after the backup are missing, and their keys would refund again: before
 * you refund, compare all refunds since `takenAt` with the provider. Rejects with a `JournalError`, and with a `RefundError`
 * (`invalid_options`) for unknown or missing options.
 */
export async function restoreBackup(options: RestoreOptions): Promise<BackupResult> {
  const names = ["backup", "file"] as const;
  const given = readOptions("restoreBackup", options, names);
  const missing = names.filter((field) => typeof given[field] !== "string" || given[field] === "");
  const message = "must be the path of a file";
  refuse(
    "restoreBackup",
    missing.map((field) => ({ field, message })),
  );
  const { backup, file } = given;
  if (!existsSync(backup)) throw failed(backup, "the backup does not exist", "Check the path");
  const left = ["-wal", "-shm"].map((end) => file + end).find((path) => existsSync(path));
  if (left) throw failed(file, `${left} of another journal still exists`, moveAway);
  let takenAt = 0;
  const lineage = { id: randomHex(), writes: 0, token: randomHex() };
  const records = await copy(backup, file, (database) => {
    const row = database.prepare(selectTakenAt).get();
    lineageOf(row, backup);
    takenAt = Number(row?.taken_at ?? 0);
    const insert = database.prepare("INSERT INTO journal (id, writes, token) VALUES (?, ?, ?)");
    insert.run(lineage.id, lineage.writes, lineage.token);
  });
  writeMark(realpathSync.native(file), lineage);
  return { file: resolve(file), records, takenAt };
}

const moveAway = "Move all files of the old journal to another folder, and keep them";

const selectTakenAt = `SELECT id, writes, token,
  coalesce(backup_at, (SELECT max(changed_at) FROM source.refund)) AS taken_at FROM source.journal`;

/** Never overwrites a file, and removes its own file on failure. `finish` writes the row of the table `journal`. */
async function copy(from: string, to: string, finish: (database: DatabaseSync) => void) {
  let database: DatabaseSync | undefined;
  let made = false;
  try {
    closeSync(openSync(to, "ax", 0o600));
    made = true;
    database = new DatabaseSync(to);
    // Nothing reads the copy before it is complete, so it does not need a log.
    database.exec(
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA busy_timeout = 5000",
    );
    makeTables(database);
    database.prepare("ATTACH ? AS source").run(from);
    assertOurs(database, from, "source.");
    versionOf(database.prepare("PRAGMA source.user_version").get(), from);
    // One transaction: the copy shows the source at one moment, however long copying takes.
    database.exec("BEGIN; DELETE FROM journal");
    const records = await copyRows(database);
    finish(database);
    stamp(database);
    database.exec("COMMIT; DETACH source");
    database.close();
    database = undefined;
    await toDisk(to);
    return records;
  } catch (error) {
    database?.close();
    if (made) rmSync(to, { force: true });
    if ((error as NodeJS.ErrnoException).code === "EEXIST") {
      throw failed(to, "the file already exists", "Choose another name, or move the file away");
    }
    throw sqliteError(error, to);
  }
}

/** Copies in small steps, so that the event loop stays free. */
async function copyRows(database: DatabaseSync): Promise<number> {
  const step = database.prepare(`INSERT INTO refund (rowid, ${rowColumns})
    SELECT rowid, ${rowColumns} FROM source.refund WHERE rowid > ? ORDER BY rowid LIMIT ?`);
  let [records, last, size] = [0, 0, 20];
  for (;;) {
    const startedAt = performance.now();
    const { changes, lastInsertRowid } = step.run(last, size);
    if (Number(changes) === 0) return records;
    records += Number(changes);
    last = Number(lastInsertRowid);
    const tookMs = performance.now() - startedAt;
    size = Math.max(1, tookMs > stepMs ? size >> 1 : size + 20);
    await new Promise((wake) => setImmediate(wake));
  }
}

async function toDisk(file: string) {
  await sync(file, "r+");
  // Windows cannot sync a folder, and does not need it.
  if (process.platform !== "win32") await sync(dirname(resolve(file)), "r");
}

async function sync(path: string, flags: string) {
  const handle = await promises.open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** As `transactions.ts` makes tokens. The module `node:crypto` would take longer to load than an empty journal to open. */
const randomHex = () => crypto.randomUUID().replaceAll("-", "");

const failed = (where: string, happened: string, advice: string): JournalError =>
  new JournalError("unavailable", { where, happened, advice });
