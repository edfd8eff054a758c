/** The rows of a file of refunds. */
import { refuse } from "../errors.ts";
import { type Row, readCsv } from "./read-csv.ts";

const fixed = ["account", "key", "amount", "currency", "reason"];
const required = ["account", "key", "amount"];
const groups = /^(payment|extra)\.[^.]+$/;

/** @throws {CliError} `invalid_file` if it is not readable, not CSV, or has columns that a refund does not have */
export const readRows = (file: string): AsyncGenerator<Row> =>
  readCsv(file, (header) => checkedHeader(file, header));

function checkedHeader(file: string, names: readonly string[]): string[] {
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
  return [...names];
}
