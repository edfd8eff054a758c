/** A refund in the journal, in words. */
import type { RefundRecord } from "refunds";
import { moneyInBothUnits, moneyText } from "./money.ts";
import { outcomeFacts } from "./outcome-text.ts";
import { facts, printable, table } from "./table.ts";

export const recordText = (record: RefundRecord): string =>
  [recordFacts(record), `History:\n${historyLines(record)}`].join("\n\n");

function recordFacts(record: RefundRecord): string {
  const { key, account, provider, payment, request, outcome } = record;
  const { sentTo, settleableAt, openedAt, changedAt, blocksPayment } = record;
  return facts([
    ["key", key],
    ["account", `${account} (${provider})`],
    ["sent to", sentTo],
    ["payment", fieldsText(payment)],
    ["amount", request.amount ? moneyInBothUnits(request.amount) : "full"],
    ["reason given", request.reason],
    ["extra", request.extra && JSON.stringify(request.extra)],
    ...(outcome ? outcomeFacts(outcome) : [["status", record.status] as [string, string]]),
    ["blocks payment", blocksPayment ? "yes: other refunds of the payment wait for it" : undefined],
    ["settleable at", settleableAt?.toISOString()],
    ["opened at", openedAt.toISOString()],
    ["changed at", changedAt.toISOString()],
  ]);
}

const historyLines = ({ history }: RefundRecord): string =>
  table(
    history.map(
      ({
        at,
        what,
        attempt,
        again,
        status = "",
        because = "",
        by = "",
        after,
        times,
        refundId,
      }) => [
        `  ${new Date(at).toISOString()}`,
        what + (again === undefined ? "" : ", again under its key"),
        `attempt ${attempt}`,
        status + (times === undefined ? "" : ` (${times} times)`),
        because,
        printable(
          [by, after && `asked after ${after}`, refundId && `refund ${refundId}`]
            .filter(Boolean)
            .join(", "),
        ),
      ],
    ),
  );

/** Several refunds, one a line. */
export const recordTable = (records: readonly RefundRecord[]): string =>
  table([
    ["OPENED AT", "STATUS", "ACCOUNT", "SENT TO", "AMOUNT", "KEY", "PAYMENT", ""],
    ...records.map(({ openedAt, status, account, sentTo, request, key, payment, blocksPayment }) =>
      [
        openedAt.toISOString(),
        status,
        account,
        sentTo ?? "",
        request.amount ? moneyText(request.amount) : "full",
        key,
        fieldsText(payment),
        blocksPayment ? "blocks its payment" : "",
      ].map(printable),
    ),
  ]);

export const fieldsText = (fields: Readonly<Record<string, unknown>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${typeof value === "object" ? JSON.stringify(value) : value}`)
    .join(" ");
