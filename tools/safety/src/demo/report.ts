import Table from "cli-table3";
import type { RefundOutcome } from "refunds";
import type { Row } from "./run-refunds.ts";

/** Keeps the table within the width of a terminal. */
const maxAnswerLength = 40;

/** The refunds as a table for a terminal. A row with an unexpected status starts with "!". */
export function report(rows: readonly Row[]): string {
  const table = new Table({
    head: [
      "",
      "provider",
      "payment",
      "requested, in minor units",
      "status",
      "reason or id",
      "the provider's answer",
      "ms",
    ],
    colAligns: ["left", "left", "left", "left", "left", "left", "left", "right"],
    style: { head: [], border: [] },
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
  });
  for (const { provider, payment, requested, outcome, ms, asExpected } of rows) {
    table.push([
      asExpected ? "" : "!",
      provider,
      payment,
      requested,
      outcome.status,
      reasonOrId(outcome),
      answerText(outcome),
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

function answerText(outcome: RefundOutcome): string {
  if (outcome.status === "declined" && outcome.message) {
    return shortened(`${outcome.code ?? ""} ${outcome.message}`.trim());
  }
  return shortened("raw" in outcome ? (outcome.raw?.body ?? "") : "");
}

const shortened = (text: string): string =>
  text.length > maxAnswerLength ? `${text.slice(0, maxAnswerLength)}...` : text;
