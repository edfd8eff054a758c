/** The report of a run: a CSV file next to the file of refunds, with what became of each row. */
import { basename, dirname, extname, join } from "node:path";
import type { RefundOutcome } from "refunds";
import { csvFile } from "../csv/write-csv.ts";

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
];

export interface Report {
  readonly place: string;
  write(row: ReportedRow): void;
  /** Puts the report in its place, whole. */
  finish(): Promise<void>;
  discard(): void;
}

export function openReport(file: string): Report {
  const place = join(dirname(file), `${basename(file, extname(file))}.report.csv`);
  const report = csvFile(place, columns);
  return {
    place,
    write({ line, key, account, outcome }) {
      const { status, because, reason = "", code = "", message = "", refundId = "" } = outcome;
      report.write([String(line), key, account, status, because, reason, code, message, refundId]);
    },
    finish: report.finish,
    discard: report.discard,
  };
}
