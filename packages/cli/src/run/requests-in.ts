/** The requests of a file that was checked, while it still is that file. */
import { statSync } from "node:fs";
import { basename } from "node:path";
import type { Problem } from "refunds";
import type { LoadedConfig } from "../config/load-config.ts";
import { readRows } from "../csv/read-rows.ts";
import { type RowRequest, rowRequest } from "../csv/row-request.ts";
import { CliError, refuse } from "../errors.ts";

export interface NumberedRequest {
  readonly line: number;
  readonly request: RowRequest;
  /** Who asks for it: the file and the line, after the name that was given. */
  readonly by: string;
}

/** A file as it was when its rows were checked and confirmed. */
export interface CheckedFile {
  readonly file: string;
  readonly rows: number;
  /** Of `versionOf`. */
  readonly version: string;
  /** Who sends it. */
  readonly by?: string;
}

/**
 * @throws {CliError} `invalid_file` if the file changes while it is read: the new rows were not checked or confirmed. The
 * rows before the change were already given out.
 */
export async function* requestsIn(
  config: LoadedConfig,
  { file, rows, version, by }: CheckedFile,
): AsyncGenerator<NumberedRequest> {
  const name = basename(file);
  const author = by === undefined ? `run ${name}` : `${by}, ${name}`;
  let count = 0;
  let last = 1;
  const stop = (why: string) =>
    refuse("invalid_file", `${why} ${count === 0 ? nothingSent : onlyUntil(last)}`);
  const stopIfChanged = () => {
    if (versionOf(file) !== version) stop(`${file} has changed since it was checked.`);
  };
  try {
    for await (const row of readRows(file)) {
      // After the row was read, so that it is one of the file that was checked.
      stopIfChanged();
      const problems: Problem[] = [];
      const request = rowRequest(config, row, problems);
      if (!request || problems.length > 0) {
        const list = problems.map(({ field, message }) => `${field} ${message}`).join("; ");
        return stop(`${file}, line ${row.line}: ${list}. It has changed since it was checked.`);
      }
      yield { line: row.line, request, by: `${author}, line ${row.line}` };
      count++;
      last = row.line;
    }
  } catch (error) {
    if (!(error instanceof CliError) || count === 0) throw error;
    throw new CliError(error.code, error.message.replace(nothingSent, onlyUntil(last)));
  }
  stopIfChanged();
  if (count !== rows) stop(`${file} had ${rows} rows when it was checked, and now has ${count}.`);
}

const nothingSent = "Nothing was sent.";

const onlyUntil = (line: number) =>
  `The rows up to line ${line} were sent or queued, no others. Run it again with the right file: no key is sent twice.`;

/** Another text if the file was changed or replaced; empty if it cannot be read. */
export function versionOf(file: string): string {
  try {
    const { ino, size, mtimeMs } = statSync(file);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return "";
  }
}
