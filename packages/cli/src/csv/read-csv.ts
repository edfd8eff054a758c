/** Reads a CSV file row by row, so that a file of any size fits into memory. */
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
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
  const text = Readable.from(decoded(source));
  text.on("error", (error) => parser.destroy(error));
  text.pipe(parser);
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

/** Bytes of another encoding would become other characters: another key, which the journal does not know. */
async function* decoded(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    for await (const bytes of source) yield decoder.decode(bytes, { stream: true });
    yield decoder.decode();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ERR_ENCODING_INVALID_ENCODED_DATA") throw error;
    throw Object.assign(new Error("it is not UTF-8; save it as UTF-8"), { code });
  }
}

interface Parsed {
  readonly record: Readonly<Record<string, string>>;
  /** `lines`: how many lines were read, with this record. */
  readonly info: { readonly lines: number };
}
