/** Writes CSV that a spreadsheet can open: a value that it would take for a formula begins with an apostrophe. */
import { createWriteStream, renameSync, rmSync } from "node:fs";
import { finished } from "node:stream/promises";
import { type Stringifier, stringify } from "csv-stringify";

export const csvStringifier = (columns: readonly string[]): Stringifier =>
  stringify({ header: true, columns: [...columns], escape_formulas: true });

export interface CsvFile {
  write(row: readonly string[]): void;
  /** Puts the file in its place, whole. */
  finish(): Promise<void>;
  /** Removes what was written. */
  discard(): void;
}

/** A file that appears under its name only when it is complete. */
export function csvFile(file: string, columns: readonly string[]): CsvFile {
  const partial = `${file}.partial`;
  const stringifier = csvStringifier(columns);
  const target = createWriteStream(partial, { mode: 0o600 });
  const written = finished(stringifier.pipe(target));
  // Awaited in finish(); until then it is not an uncaught rejection.
  written.catch(() => {});
  return {
    write: (row) => void stringifier.write(row),
    async finish() {
      stringifier.end();
      await written;
      renameSync(partial, file);
    },
    discard() {
      target.destroy();
      rmSync(partial, { force: true });
    },
  };
}
