/** Options of the journals. A misspelled one must not open another journal, or start an empty one: every key would refund again. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { isRefundError } from "@refunds/core";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { postgresJournal } from "../src/postgres.ts";
import { restoreBackup, sqliteJournal } from "../src/sqlite.ts";
import { fastFolder } from "./support/folder.ts";

const [folder, remove] = fastFolder();
afterAll(remove);
const file = join(folder, "journal.sqlite");
const connect = vi.fn();
const pool = { connect };

afterEach(() => {
  expect(existsSync(file)).toBe(false);
  expect(connect).not.toHaveBeenCalled();
});

/** The fields with a problem. */
async function problemsOf(act: () => unknown): Promise<string[]> {
  const error = await (async () => act())().then(
    () => expect.fail("nothing was refused"),
    (thrown: unknown) => thrown,
  );
  if (!isRefundError(error) || error.code !== "invalid_options") throw error;
  return error.problems.map(({ field }) => field);
}

const hidden = (options: object, name: string, value: unknown) =>
  Object.defineProperty({ ...options }, name, { value });

const sqlite: [string, unknown, string][] = [
  ["misspelled", { file, creat: false }, "creat"],
  ["inherited and misspelled", Object.assign(Object.create({ creat: false }), { file }), "creat"],
  ["hidden and misspelled", hidden({ file }, "creat", false), "creat"],
  ["create that came out undefined", { file, create: undefined }, "create"],
  ["no option", {}, "file"],
  ["no object", undefined, "options"],
];
test.each(sqlite)("sqliteJournal: %s", async (_, options, field) => {
  expect(await problemsOf(() => sqliteJournal(options as never))).toEqual([field]);
});

const postgres: [string, unknown, string][] = [
  ["misspelled", { pool, shema: "live" }, "shema"],
  ["inherited and misspelled", Object.assign(Object.create({ shema: "live" }), { pool }), "shema"],
  ["hidden and misspelled", hidden({ pool }, "shema", "live"), "shema"],
  ["a schema that came out undefined", { pool, schema: undefined }, "schema"],
  ["a schema that is null", { pool, schema: null }, "schema"],
  ["no option", {}, "pool"],
  ["no object", undefined, "options"],
];
test.each(postgres)("postgresJournal: %s", async (_, options, field) => {
  expect(await problemsOf(() => postgresJournal(options as never))).toEqual([field]);
});

test.each([
  ["misspelled", { backup: "a", file, overwrite: true }, "overwrite"],
  ["no file", { backup: "a" }, "file"],
  ["no object", undefined, "options"],
])("restoreBackup: %s", async (_, options, field) => {
  expect(await problemsOf(() => restoreBackup(options as never))).toEqual([field]);
});

test("options count, whichever kind of object has them", async () => {
  class Defaults {
    get create() {
      return false;
    }
    get file() {
      return file;
    }
  }
  expect(() => sqliteJournal(new Defaults())).toThrow(/does not exist|is missing|create/);
});
