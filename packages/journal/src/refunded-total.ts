import type { JournalRecord } from "./record.ts";
import type { RefundAsk } from "./refund-ask.ts";

/** What the payment's other refunds have taken, or are accepted to take, and this one would: more than there is? */
export function exceedsRefundable(ask: RefundAsk, ofPayment: readonly JournalRecord[]): boolean {
  const known = ofPayment.findLast(({ refundable }) => refundable !== undefined);
  const refundable = ask.refundable ?? known?.refundable;
  if (refundable === undefined) return false;
  const share = ({ amount }: Pick<RefundAsk, "amount">) => {
    // A full refund takes everything, and so does what cannot be compared.
    if (!amount || amount.currency !== (ask.amount ?? amount).currency) return refundable;
    return amount.value;
  };
  const taken = ofPayment
    .filter(
      ({ key, outcome }) => key !== ask.key && /succeeded|pending/.test(outcome?.status ?? ""),
    )
    .reduce((sum, record) => sum + share(record), 0);
  return taken + share(ask) > refundable;
}
