/** The refunds of a schedule: two payments of one provider with two refunds each. */
import type { Balance, Sandbox } from "@refunds/sandbox";

export interface RefundRequest {
  readonly account: string;
  readonly key: string;
  readonly payment: Readonly<Record<string, string | number>>;
  readonly amount?: { readonly value: number; readonly currency: string };
  readonly refundable?: { readonly value: number; readonly currency: string };
}

/** Keys 0 and 1 refund one payment, 2 and 3 another. Refunds of the second stay pending if the provider supports it. */
export const keys = [0, 1, 2, 3] as const;

/** The other refund of a key's payment. */
export const siblingOf = (key: number): number => key ^ 1;

/** A refund of the other payment. */
export const strangerOf = (key: number): number => key ^ 2;

/** The refundable amount, in the smallest amounts that the provider refunds. Either refund of a payment fits, but not both. */
const refundable = 150;
/** The same for both payments, so that an answer about one could be mistaken for the other. */
const amountOf = (key: number) => 100 + (key % 2);

/** @param serial makes accounts and keys unique among the schedules of one journal */
export function requestsOf(sandbox: Sandbox, provider: string, serial: string): RefundRequest[] {
  const { payments, partial, requestFor, amountStep } = sandbox.provider(provider);
  const second = payments.find(({ always }) => always === "pending") ?? payments[1];
  return keys.map((key) => {
    const payment = (key < 2 ? payments[0] : second) as Balance;
    const { currency } = payment.amount;
    const step = amountStep(currency);
    const request = requestFor(payment, partial ? amountOf(key) * step : undefined);
    return {
      account: `${provider}-${serial}`,
      key: `${serial}-order-refund-${key}`,
      ...(request as Pick<RefundRequest, "payment" | "amount">),
      ...(partial && { refundable: { value: refundable * step, currency } }),
    };
  });
}
