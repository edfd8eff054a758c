/** Refunds a payment of Vendure, at most once for each refund that Vendure stores. */
import { exponentOf } from "@refunds/core/provider";
import type { CreateRefundResult, Order, Payment, RequestContext } from "@vendure/core";
import { refunds } from "./refunds.ts";

export async function createRefund(
  _ctx: RequestContext,
  _input: unknown,
  amount: number,
  order: Order,
  payment: Payment,
): Promise<CreateRefundResult> {
  const currency = String(order.currencyCode);
  const key = keyOf(payment);
  const outcome = await refunds.refund({
    account: "shop",
    key,
    payment: { paymentIntent: payment.transactionId },
    amount: { value: minorUnits(amount, currency), currency: currency as "USD" },
  });
  const metadata = { key, status: outcome.status };
  switch (outcome.status) {
    case "succeeded":
      return { state: "Settled", transactionId: outcome.refundId ?? key, metadata };
    case "declined":
    case "not_sent":
      return { state: "Failed", metadata: { ...metadata, message: outcome.message } };
    case "reversed":
      return { state: "Failed", metadata };
    // Vendure counts what may have moved, so that it is not refunded again. settle-refunds.ts settles it.
    case "pending":
    case "unknown":
    case "needs_review":
      return { state: "Pending", metadata };
  }
}

/** Vendure gives a refund its id only after this, so the key has the number of the payment's next refund: a second click has the same one. */
function keyOf({ id, refunds: earlier }: Payment): string {
  if (!earlier) throw new Error("Vendure did not load the payment's refunds. Nothing was sent.");
  return `vendure/payment-${id}/refund-${earlier.length + 1}`;
}

/** Vendure has two decimals for every currency. */
function minorUnits(amount: number, currency: string): number {
  const value = (amount * 10 ** (exponentOf(currency) ?? Number.NaN)) / 100;
  if (Number.isSafeInteger(value)) return value;
  throw new Error(`${amount} hundredths of ${currency} cannot be refunded. Nothing was sent.`);
}
