/** Checks every row of a file before the first is sent. */
import { createHash } from "node:crypto";
import { isRefundError, type Problem } from "refunds";
import { CliError } from "../errors.ts";
import { knownRefund } from "../request/known-refund.ts";
import type { Session } from "../session.ts";
import type { Row } from "./read-csv.ts";
import { readRows } from "./read-rows.ts";
import { type RowRequest, rowRequest } from "./row-request.ts";

/** What would be sent. */
export interface FileSummary {
  readonly rows: number;
  /** Rows whose key the journal has already with an outcome, or as open: they are not sent. */
  readonly recorded: number;
  /** By account: the number of rows. */
  readonly accounts: ReadonlyMap<string, number>;
  /** By currency: the sum in minor units. */
  readonly totals: ReadonlyMap<string, bigint>;
  /** Rows that refund everything that remains. */
  readonly full: number;
}

/** As many as a person can read. The rest is counted. */
const mostProblems = 100;

/** @throws {CliError} that lists the problems of all rows, each with its line and column */
export async function validateFile(session: Session, file: string): Promise<FileSummary> {
  const found: Problem[] = [];
  const summary = { rows: 0, recorded: 0, full: 0 };
  const accounts = new Map<string, number>();
  const totals = new Map<string, bigint>();
  const lineOfKey = new Map<string, number>();
  let count = 0;
  for await (const row of readRows(file)) {
    summary.rows++;
    const problems: Problem[] = [];
    const checked = await checkRow(session, row, lineOfKey, problems);
    count += problems.length;
    for (const { field, message } of problems) {
      if (found.length >= mostProblems) break;
      found.push({ field: `line ${row.line}, ${field}`, message });
    }
    if (!checked) continue;
    const { request, isRecorded } = checked;
    if (isRecorded) summary.recorded++;
    if (!request.amount) summary.full++;
    else
      totals.set(
        request.amount.currency,
        (totals.get(request.amount.currency) ?? 0n) + BigInt(request.amount.value),
      );
    accounts.set(request.account, (accounts.get(request.account) ?? 0) + 1);
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

async function checkRow(
  { config, refunds }: Session,
  row: Row,
  lineOfKey: Map<string, number>,
  problems: Problem[],
): Promise<{ readonly request: RowRequest; readonly isRecorded: boolean } | undefined> {
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
    const known = knownRefund(checked, await refunds.get(request.key));
    if (known === "key_conflict") {
      problems.push({
        field: "key",
        message: "belongs to another refund in the journal; use a new key",
      });
    }
    return { request, isRecorded: known === "recorded" };
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
