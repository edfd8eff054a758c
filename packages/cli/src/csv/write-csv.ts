/** Writes files of CSV. */
import { createWriteStream, openSync, renameSync, rmSync } from "node:fs";
import { finished } from "node:stream/promises";
import { partialOf } from "../output/whole-file.ts";
import { csvStringifier } from "./stringifier.ts";

export interface CsvFile {
  /** Where it is until it is complete. */
  readonly partial: string;
  write(row: readonly string[]): void;
  /** Puts the file in its place, whole. */
  finish(): Promise<void>;
  /** Leaves what was written in `partial`. */
  keep(): Promise<void>;
  /** Removes what was written, if it is not in its place. */
  discard(): void;
}

/**
 * A file that appears under its name only when it is complete.
 * @throws if it cannot be written there
 */
export function csvFile(file: string, columns: readonly string[]): CsvFile {
  const partial = partialOf(file);
  const stringifier = csvStringifier(columns);
  const target = createWriteStream(partial, { fd: openSync(partial, "wx", 0o600) });
  const written = finished(stringifier.pipe(target));
  // Awaited in finish(); until then it is not an uncaught rejection.
  written.catch(() => {});
  const end = async () => {
    stringifier.end();
    await written;
  };
  return {
    partial,
    write(row) {
      // After a full disk, for example, nothing reads it, so it would be held in memory.
      if (!target.destroyed) stringifier.write(row);
    },
    async finish() {
      await end();
      renameSync(partial, file);
    },
    keep: end,
    discard() {
      target.destroy();
      rmSync(partial, { force: true });
    },
  };
}
