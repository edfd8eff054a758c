/** The report of a run: a CSV file next to the file of refunds, with what became of each row. */
import { basename, dirname, extname, join } from "node:path";
import type { RefundOutcome } from "refunds";
import { type CsvFile, csvFile } from "../csv/write-csv.ts";
import { refuse } from "../errors.ts";
import { say } from "../output/streams.ts";
import { leftReportsText } from "./left-reports.ts";

/** What a report says of an outcome. */
export interface ReportedOutcome {
  readonly status: RefundOutcome["status"];
  readonly because: string;
  readonly recorded?: false;
  readonly reason?: string;
  readonly code?: string;
  readonly message?: string;
  readonly refundId?: string;
}

export interface ReportedRow {
  readonly line: number;
  readonly key: string;
  readonly account: string;
  readonly outcome: ReportedOutcome;
}

export function reportedOf(outcome: RefundOutcome): ReportedOutcome {
  const given: Partial<ReportedOutcome> & RefundOutcome = outcome;
  const { status, because, recorded, reason, code, message, refundId } = given;
  return {
    status,
    because,
    ...(recorded === false && { recorded }),
    ...(reason !== undefined && { reason }),
    ...(code !== undefined && { code }),
    ...(message !== undefined && { message }),
    ...(refundId !== undefined && { refundId }),
  };
}

const columns = [
  "line",
  "key",
  "account",
  "status",
  "because",
  "reason",
  "code",
  "message",
  "refund_id",
  "recorded",
];

export interface Report {
  write(row: ReportedRow): void;
  /** Puts the report in its place, whole, and says where it is, or why that failed: what was sent stays sent. */
  finish(): Promise<void>;
  /** Of a run that did not come to its end: leaves what became of its rows so far, and says where it is, or why not. */
  keep(): Promise<void>;
  /** Removes what is not in its place. */
  discard(): void;
}

/**
 * Opens it before the first row is sent.
 * @throws {CliError} `cannot_write`
 */
export function openReport(file: string): Report {
  const place = join(dirname(file), `${basename(file, extname(file))}.report.csv`);
  const report = openedAt(place);
  let count = 0;
  return {
    write({ line, key, account, outcome }) {
      count++;
      report.write([String(line), key, account, ...cellsOf(outcome)]);
    },
    async finish() {
      const isInPlace = await orSaid(place, report.finish(), `The report is in ${place}.`);
      // Otherwise its own partial file would be one of those to delete.
      const left = isInPlace ? leftReportsText(place) : undefined;
      if (left !== undefined) say(left);
    },
    async keep() {
      if (count === 0) return report.discard();
      const { partial } = report;
      await orSaid(partial, report.keep(), `What became of ${count} rows is in ${partial}.`);
    },
    discard: report.discard,
  };
}

function openedAt(place: string): CsvFile {
  try {
    return csvFile(place, columns);
  } catch (error) {
    const { message } = error as Error;
    return refuse(
      "cannot_write",
      `Cannot write the report ${place}: ${message}. Nothing was sent.`,
    );
  }
}

/** @returns whether it was written */
async function orSaid(place: string, written: Promise<void>, text: string): Promise<boolean> {
  try {
    await written;
    say(text);
    return true;
  } catch (error) {
    const { message } = error as Error;
    say(
      `The report ${place} could not be written: ${message}. Run it again to get it: nothing is sent twice.`,
    );
    return false;
  }
}

const cellsOf = (outcome: ReportedOutcome): string[] => {
  const { status, because, reason = "", code = "", message = "", refundId = "" } = outcome;
  const recorded = outcome.recorded === false ? "no" : "";
  return [status, because, reason, code, message, refundId, recorded];
};
