/** What the journal has of a key before a command sends it. */
import { isDeepStrictEqual } from "node:util";
import type { CheckedRefundRequest, RefundRecord } from "refunds";

export type KnownRefund =
  /** The journal does not have it, so it would be sent. */
  | "new"
  /** It never arrived, so it would be sent again. */
  | "sent_again"
  /** It has an outcome, or is open: nothing would be sent. */
  | "recorded"
  /** The key belongs to another request, so it would be refused. */
  | "key_conflict";

export function knownRefund(
  { account, request }: CheckedRefundRequest,
  record: RefundRecord | undefined,
): KnownRefund {
  if (!record) return "new";
  const isSame = record.account === account && isDeepStrictEqual(record.request, request);
  if (!isSame) return "key_conflict";
  return record.status === "not_sent" ? "sent_again" : "recorded";
}
