import { execFileSync } from "node:child_process";
import { expect, onTestFinished, test } from "vitest";
import { sqliteJournal } from "../src/sqlite.ts";
import { failure } from "./support/failure.ts";
import { testFolder } from "./support/folder.ts";
import { get, put } from "./support/records.ts";

/** A separate file system, if this process may mount one (root on Linux). */
function mounted(size: string, skip: (why: string) => void): string {
  const folder = testFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder], {
      stdio: "ignore",
    });
  } catch {
    skip("mounting is not permitted");
  }
  onTestFinished(() => void execFileSync("umount", ["--lazy", folder]));
  return folder;
}

test.for(["16k", "100k", "300k", "2m"])(
  "a full disk of %s loses nothing",
  async (size, { skip }) => {
    const folder = mounted(size, skip);
    const file = `${folder}/journal.sqlite`;
    let written = 0;
    await failure("full", async () => {
      const journal = sqliteJournal({ file });
      onTestFinished(() => journal.close());
      for (; written < 10_000; written++) {
        await put(journal, {
          key: `key-${written}`,
          request: JSON.stringify({ text: "x".repeat(3000) }),
        });
      }
    });
    if (size === "16k") return;
    const again = sqliteJournal({ file });
    onTestFinished(() => again.close());
    const expected = Array.from({ length: written }, (_, at) => `key-${at}`);
    const keys = (await again.open()).map(({ key }) => key);
    expect(keys).toEqual(expected);
  },
);

test("a disk that becomes read-only", async ({ skip }) => {
  const folder = mounted("5m", skip);
  const file = `${folder}/journal.sqlite`;
  const journal = sqliteJournal({ file });
  await put(journal);
  await journal.close();
  execFileSync("mount", ["-o", "remount,ro", folder]);
  await failure("read_only", () => put(sqliteJournal({ file })));
  execFileSync("mount", ["-o", "remount,rw", folder]);
  const again = sqliteJournal({ file });
  onTestFinished(() => again.close());
  expect(await get(again)).toBeDefined();
});
