/** Code of a shop: what it does with each outcome. */
import type { Refunds, StripeClient } from "refunds";

export interface Order {
  readonly id: string;
  readonly paymentIntent: string;
  readonly total: { readonly value: number; readonly currency: "USD" };
}

/** @returns what the shop shows, and whether a person has to look at it */
export async function cancelOrder(refunds: Refunds<{ shop: StripeClient }>, order: Order) {
  const outcome = await refunds.refund({
    account: "shop",
    key: `${order.id}/cancelled`,
    payment: { paymentIntent: order.paymentIntent },
    amount: order.total,
  });
  switch (outcome.status) {
    case "succeeded":
      return { shown: "Refunded.", alert: false };
    case "pending":
      return { shown: "Your refund is on its way.", alert: false };
    case "declined":
      return { shown: "We could not refund you. We will contact you.", alert: true };
    case "not_sent":
      return { shown: "Please try again in a minute.", alert: !outcome.retryable };
    case "unknown": // the janitor asks the provider; an alert if it stays so for a day
      return { shown: "We are checking your refund.", alert: false };
    case "needs_review":
      return { shown: "We are checking your refund.", alert: true };
    case "reversed":
      return { shown: "Your bank sent the refund back.", alert: true };
  }
}
