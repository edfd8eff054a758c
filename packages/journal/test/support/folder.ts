import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** In memory if possible, so that thousands of transactions do not wait for a disk. */
const fast = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** A folder for one test file. Call `remove` at the end. */
export function fastFolder(): readonly [folder: string, remove: () => void] {
  const folder = mkdtempSync(join(fast, "refunds-journal-"));
  return [folder, () => rmSync(folder, { recursive: true, force: true })];
}

/** A folder for the current test. */
export function testFolder(): string {
  const [folder, remove] = fastFolder();
  onTestFinished(remove);
  return folder;
}
