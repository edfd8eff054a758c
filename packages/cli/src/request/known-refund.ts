/** What the journal has of a key before a command sends it. */
import { isDeepStrictEqual } from "node:util";
import { isElsewhere, rulesOfStatus } from "@refunds/journal";
import type { CheckedRefundRequest, RefundRecord } from "refunds";

export type KnownRefund =
  /** The journal does not have it, so it would be sent. */
  | "new"
  /** It never arrived, so it would be sent again. */
  | "sent_again"
  /** It has an outcome, or is open: nothing would be sent. */
  | "recorded"
  /** The key belongs to another request, so it would be refused. */
  | "key_conflict"
  /** The key belongs to another environment, such as that of a rehearsal, so it would be refused. */
  | "other_environment";

export function knownRefund(
  checked: CheckedRefundRequest,
  record: RefundRecord | undefined,
): KnownRefund {
  if (!record) return "new";
  const { account, request } = checked;
  const isSame = record.account === account && isDeepStrictEqual(record.request, request);
  if (!isSame) return "key_conflict";
  if (record.status === "not_sent") return "sent_again";
  return isElsewhere(record, checked) ? "other_environment" : "recorded";
}

/** Why a refund of a known key would be refused, to follow "key" in a message. Undefined if it would not. */
export function refusalOf(
  known: KnownRow,
  { sentTo }: CheckedRefundRequest,
  record: RefundRecord | undefined,
): string | undefined {
  if (known === "key_conflict") return "belongs to another refund in the journal; use a new key";
  if (known !== "other_environment") return undefined;
  return `belongs to a refund for ${record?.sentTo} in the journal, and the account sends to ${sentTo}; use another journal for each`;
}

export type KnownRow =
  | KnownRefund
  /** It is not known whether it happened: the provider is asked, and what that proves decides whether it is sent. */
  | "uncertain";

/** What the journal has of a row of a file. A run also settles what is uncertain, and sends again what a query proved not to have happened. */
export function knownRow(
  checked: CheckedRefundRequest,
  record: RefundRecord | undefined,
): KnownRow {
  const known = knownRefund(checked, record);
  if (known !== "recorded" || !record) return known;
  const { status, outcome } = record;
  if (rulesOfStatus(status).lacksAnswer) return "uncertain";
  return status === "declined" && outcome?.because === "query_proved" ? "sent_again" : "recorded";
}
