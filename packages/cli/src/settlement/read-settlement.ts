/** Reads a provider's report: the refunds that it says it made. */
import type { Amount } from "refunds";
import { type Row, readCsv } from "../csv/read-csv.ts";
import { refuse } from "../errors.ts";
import { readMoney } from "../output/money.ts";

/** One refund in the report. */
export interface SettledRefund {
  readonly line: number;
  readonly key?: string;
  readonly refundId?: string;
  readonly payment: Readonly<Record<string, string>>;
  readonly amount?: Amount<string>;
  /** The report has amounts with a minus, and this one has none: money that came in, so a refund that came back, or a charge. */
  readonly isIncoming?: true;
}

const fixed = ["key", "refund_id", "amount", "currency"];
const isKnown = (name: string) => fixed.includes(name) || /^payment\.[^.]+$/.test(name);

/**
 * @param columns which column of the report has what: `{ refund_id: "Refund reference" }`. Columns with our own names need no entry.
 * @throws {CliError} `invalid_file` if it is not readable, or names its refunds by nothing that is known
 */
export async function* readSettlement(
  file: string,
  columns: Readonly<Record<string, string>>,
): AsyncGenerator<SettledRefund> {
  const named = (header: readonly string[]) => ourNames(file, header, columns);
  const isSigned = await hasMinus(file, named);
  for await (const row of readCsv(file, named)) yield settledRefund(file, row, isSigned);
}

async function hasMinus(file: string, named: Parameters<typeof readCsv>[1]): Promise<boolean> {
  for await (const { cells } of readCsv(file, named)) if (isNegative(cells.amount)) return true;
  return false;
}

const isNegative = (amount: string | undefined) => amount?.startsWith("-") === true;

/** Columns that say nothing of use keep a name that nothing reads. */
function ourNames(
  file: string,
  header: readonly string[],
  columns: Readonly<Record<string, string>>,
): string[] {
  const unknown = Object.keys(columns).filter((name) => !isKnown(name));
  const missing = Object.values(columns).filter((name) => !header.includes(name));
  const names = header.map((name) => {
    const [own] = Object.entries(columns).find(([, theirs]) => theirs === name) ?? [];
    return own ?? (isKnown(name) && !(name in columns) ? name : `other ${name}`);
  });
  const problems = [
    ...unknown.map((name) => `cannot have ${name}: use ${fixed.join(", ")} or payment.<name>`),
    ...missing.map((name) => `has no column ${JSON.stringify(name)}`),
    ...names
      .filter((name, at) => isKnown(name) && names.indexOf(name) !== at)
      .map((name) => `has ${name} twice`),
    ...(names.some((name) => name === "key" || name === "refund_id" || name.startsWith("payment."))
      ? []
      : [
          "names its refunds by none of key, refund_id and payment.<name>; say which column has it",
        ]),
    ...(names.includes("amount") && !names.includes("currency") ? ["has no column currency"] : []),
  ];
  if (problems.length > 0) refuse("invalid_file", `${file} ${problems.join("; ")}.`);
  return names;
}

function settledRefund(file: string, { line, cells }: Row, isSigned: boolean): SettledRefund {
  const { key, refund_id: refundId, amount: text, currency = "" } = cells;
  const payment = Object.entries(cells).flatMap(([name, id]) =>
    name.startsWith("payment.") ? [[name.slice("payment.".length), id]] : [],
  );
  // Many reports write what left the account with a minus.
  const amount = text === undefined ? undefined : readMoney(text.replace(/^-/, ""), currency);
  if (typeof amount === "string")
    refuse("invalid_file", `${file}, line ${line}: amount ${amount}.`);
  return {
    line,
    ...(key !== undefined && { key }),
    ...(refundId !== undefined && { refundId }),
    payment: Object.fromEntries(payment),
    ...(typeof amount === "object" && { amount }),
    ...(isSigned && amount && !isNegative(text) && { isIncoming: true }),
  };
}
