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

const fixed = ["account", "key", "amount", "currency", "reason"];
const required = ["account", "key", "amount"];
const groups = /^(payment|extra)\.[^.]+$/;

/** @throws {CliError} `invalid_file` if it is not readable, not CSV, or has columns that a refund does not have */
export async function* readRows(file: string): AsyncGenerator<Row> {
  const parser = parse({
    bom: true,
    columns: (header: string[]) => checkedHeader(file, header),
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

function checkedHeader(file: string, header: readonly string[]): string[] {
  const names = header.map((name) => name.trim());
  const unknown = names.filter((name) => !fixed.includes(name) && !groups.test(name));
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  const problems = [
    ...required.filter((name) => !names.includes(name)).map((name) => `has no column ${name}`),
    ...(names.some((name) => name.startsWith("payment.")) ? [] : ["has no column payment.<name>"]),
    ...unknown.map((name) => `has an unknown column ${JSON.stringify(name)}`),
    ...twice.map((name) => `has the column ${name} twice`),
  ];
  if (problems.length > 0)
    refuse("invalid_file", `${file} ${problems.join("; ")}. Nothing was sent.`);
  return names;
}
