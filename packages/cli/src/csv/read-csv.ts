/** Reads a CSV file row by row, so that a file of any size fits into memory. */
import { createReadStream } from "node:fs";
import { CsvError, parse } from "csv-parse";
import { refuse } from "../errors.ts";

export interface Row {
  /** The line of the file in which it begins; the header is line 1. */
  readonly line: number;
  /** By the header's names. Cells that are empty are left out. */
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * @param columnsOf the columns' names, from the names in the header; throws if one is missing or unknown
 * @throws {CliError} `invalid_file` if it is not readable or not CSV
 */
export async function* readCsv(
  file: string,
  columnsOf: (header: readonly string[]) => string[],
): AsyncGenerator<Row> {
  const parser = parse({
    bom: true,
    columns: (header: string[]) => columnsOf(header.map((name) => name.trim())),
    info: true,
    skip_empty_lines: true,
  });
  const source = createReadStream(file);
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const cells = Object.entries(record).filter(([, cell]) => cell !== "");
      yield { line: line + 1, cells: Object.fromEntries(cells) };
      line = info.lines;
    }
  } catch (error) {
    const isOfFile = error instanceof CsvError || (error as NodeJS.ErrnoException).code;
    if (!isOfFile || (error as Error).name === "CliError") throw error;
    refuse("invalid_file", `Cannot read ${file}: ${(error as Error).message}. Nothing was sent.`);
  } finally {
    source.destroy();
  }
}

interface Parsed {
  readonly record: Readonly<Record<string, string>>;
  /** `lines`: how many lines were read, with this record. */
  readonly info: { readonly lines: number };
}
