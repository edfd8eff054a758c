import Table from "cli-table3";
import type { RefundOutcome } from "refunds";
import type { Row } from "./run-refunds.ts";

/** More of an answer than this makes the table wider than a terminal. */
const widest = 40;

/** The rows as one table for a terminal; a row that is not what it should be starts with "!". */
export function report(rows: readonly Row[]): string {
  const table = new Table({
    head: [
      "",
      "provider",
      "payment",
      "asked, in minor units",
      "status",
      "reason or id",
      "the provider's own words",
      "ms",
    ],
    colAligns: ["left", "left", "left", "left", "left", "left", "left", "right"],
    style: { head: [], border: [] },
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
  });
  for (const { provider, payment, asked, outcome, ms, asExpected } of rows) {
    table.push([
      asExpected ? "" : "!",
      provider,
      payment,
      asked,
      outcome.status,
      reasonOrId(outcome),
      ownWords(outcome),
      ms.toFixed(1),
    ]);
  }
  return table.toString();
}

function reasonOrId(outcome: RefundOutcome): string {
  if (outcome.status === "declined") return outcome.reason;
  if (outcome.status === "unknown") return outcome.because;
  return ("refundId" in outcome && outcome.refundId) || "-";
}

function ownWords(outcome: RefundOutcome): string {
  if (outcome.status === "declined" && outcome.message) {
    return `${outcome.code ?? ""} ${outcome.message}`.trim();
  }
  const body = "raw" in outcome ? (outcome.raw?.body ?? "") : "";
  return body.length > widest ? `${body.slice(0, widest)}...` : body;
}
