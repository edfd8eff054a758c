/** A payment provider of Medusa v2 whose refunds go through the journal: everything else stays what it is. */
import type { BigNumberInput, RefundPaymentInput, RefundPaymentOutput } from "@medusajs/types";
import { exponentOf } from "@refunds/core/provider";
import { refunds } from "./refunds.ts";

interface Refunding {
  refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput>;
}
// biome-ignore lint/suspicious/noExplicitAny: TypeScript asks it of every mixin.
type ProviderClass = abstract new (...args: any[]) => Refunding;

/** Medusa shows the message of an error with this type, and "An unknown error occurred" for others. */
class NotRefunded extends Error {
  readonly type = "not_allowed";
}

export function withRefunds<Provider extends ProviderClass>(Base: Provider) {
  abstract class WithRefunds extends Base {
    override async refundPayment({ amount, data, context }: RefundPaymentInput) {
      const key = context?.idempotency_key; // Medusa's id of the refund
      if (!key) throw new NotRefunded("Medusa gave no idempotency key. Nothing was sent.");
      const currency = String(data?.currency).toUpperCase();
      const outcome = await refunds.refund({
        account: "shop",
        key,
        payment: { paymentIntent: String(data?.id) },
        amount: { value: minorUnits(amount, currency), currency: currency as "USD" },
      });
      switch (outcome.status) {
        case "declined":
        case "not_sent":
          throw new NotRefunded(`Nothing was refunded: ${outcome.message ?? outcome.because}`);
        case "reversed":
          throw new NotRefunded("The money came back. Refund again.");
        // Medusa books what may have moved, so that it is not refunded again. settle-refunds.ts settles it.
        case "succeeded":
        case "pending":
        case "unknown":
        case "needs_review":
          return { data: { ...data, refund_status: { [key]: outcome.status } } };
      }
    }
  }
  return WithRefunds;
}

/** Medusa has 10.5 where refunds have 1050. */
function minorUnits(amount: BigNumberInput, currency: string): number {
  const text = String(typeof amount === "object" && "value" in amount ? amount.value : amount);
  const decimals = exponentOf(currency);
  const [, whole, fraction = ""] = /^(\d+)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
  if (whole === undefined || decimals === undefined || fraction.length > decimals) {
    throw new NotRefunded(`${text} ${currency} cannot be refunded. Nothing was sent.`);
  }
  return Number(whole + fraction.padEnd(decimals, "0"));
}
