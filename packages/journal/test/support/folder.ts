import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** In memory where there is such a thing: thousands of transactions need not wait for a disk. */
const quick = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** A folder for one test file; call the second of the two at the end. */
export function quickFolder(): readonly [folder: string, remove: () => void] {
  const folder = mkdtempSync(join(quick, "refunds-journal-"));
  return [folder, () => rmSync(folder, { recursive: true, force: true })];
}

/** A folder for the test that runs. */
export function testFolder(): string {
  const [folder, remove] = quickFolder();
  onTestFinished(remove);
  return folder;
}
