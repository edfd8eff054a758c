/** Checks every row of a file before the first is sent. */
import { createHash } from "node:crypto";
import { isRefundError } from "@refunds/core";
import type { Problem, RefundRecord } from "refunds";
import { CliError } from "../errors.ts";
import { type KnownRow, knownRow, refusalOf } from "../request/known-refund.ts";
import type { Session } from "../session.ts";
import { inChunks } from "./in-chunks.ts";
import type { Row } from "./read-csv.ts";
import { readRows } from "./read-rows.ts";
import { type RowRequest, rowRequest } from "./row-request.ts";

/** What would be sent. */
export interface FileSummary {
  readonly rows: number;
  /** Rows whose key the journal has already with an outcome that stays: they are not sent. */
  readonly recorded: number;
  /** Rows that the journal has as uncertain: the provider is asked, and may get the same request again under its key. */
  readonly uncertain: number;
  /** By account: the number of rows. */
  readonly accounts: ReadonlyMap<string, number>;
  /** By currency: the sum in minor units. */
  readonly totals: ReadonlyMap<string, bigint>;
  /** Rows that refund everything that remains. */
  readonly full: number;
}

/** As many as a person can read. The rest is counted. */
const mostProblems = 100;

/** How many keys are looked up in the journal at once. */
const readAtOnce = 100;

/** @throws {CliError} that lists the problems of all rows, each with its line and column */
export async function validateFile(session: Session, file: string): Promise<FileSummary> {
  const found: Problem[] = [];
  const summary = { rows: 0, recorded: 0, uncertain: 0, full: 0 };
  const accounts = new Map<string, number>();
  const totals = new Map<string, bigint>();
  const lineOfKey = new Map<string, number>();
  let count = 0;
  const addProblems = (line: number, problems: readonly Problem[]) => {
    count += problems.length;
    const left = problems.slice(0, mostProblems - found.length);
    found.push(...left.map(({ field, message }) => ({ field: `line ${line}, ${field}`, message })));
  };
  for await (const rows of inChunks(readRows(file), readAtOnce)) {
    const records = await Promise.all(rows.map((row) => recordOf(session, row)));
    for (const [at, row] of rows.entries()) {
      summary.rows++;
      const problems: Problem[] = [];
      const checked = checkRow(session, row, records[at], lineOfKey, problems);
      addProblems(row.line, problems);
      if (!checked) continue;
      const { request, known } = checked;
      if (known === "recorded" || known === "uncertain") summary[known]++;
      if (!request.amount) summary.full++;
      else addTo(totals, request.amount.currency, BigInt(request.amount.value));
      accounts.set(request.account, (accounts.get(request.account) ?? 0) + 1);
    }
  }
  if (summary.rows === 0) throw new CliError("invalid_file", `${file} has no row with a refund.`);
  if (count === 0) return { ...summary, accounts, totals };
  const list = found.map(({ field, message }) => `  ${field} ${message}`).join("\n");
  const more = count > found.length ? `\n  and ${count - found.length} more` : "";
  throw new CliError(
    "invalid_file",
    `${file} has ${count} problems. Nothing was sent.\n${list}${more}`,
    found,
  );
}

const addTo = (totals: Map<string, bigint>, currency: string, value: bigint) =>
  totals.set(currency, (totals.get(currency) ?? 0n) + value);

const recordOf = async ({ refunds }: Session, { cells: { key } }: Row) =>
  key === undefined ? undefined : refunds.get(key);

function checkRow(
  { config, refunds }: Session,
  row: Row,
  record: RefundRecord | undefined,
  lineOfKey: Map<string, number>,
  problems: Problem[],
): { readonly request: RowRequest; readonly known: KnownRow } | undefined {
  const request = rowRequest(config, row, problems);
  if (!request || problems.length > 0) return undefined;
  // Of a million keys, only this is held.
  const id = createHash("sha256").update(request.key).digest("base64").slice(0, 24);
  const first = lineOfKey.get(id);
  if (first !== undefined)
    problems.push({ field: "key", message: `is that of line ${first}, too` });
  else lineOfKey.set(id, row.line);
  try {
    const checked = refunds.check(request);
    const known = knownRow(checked, record);
    const refusal = refusalOf(known, checked, record);
    if (refusal !== undefined) problems.push({ field: "key", message: refusal });
    return { request, known };
  } catch (error) {
    if (!isRefundError(error) && !(error instanceof CliError)) throw error;
    problems.push(
      ...(error.problems.length > 0
        ? error.problems
        : [{ field: "account", message: error.message }]),
    );
    return undefined;
  }
}
