/** The caller's refund, checked and copied: what is recorded is what is sent, whatever happens to the caller's object. */
import type { Amount } from "@refunds/core";
import type { RefundAsk } from "@refunds/journal";
import type { RefundOptions } from "./account.ts";
import { canonical } from "./canonical.ts";
import type { Client } from "./client.ts";
import { refuse } from "./refuse.ts";

export type ReadRefund = Omit<RefundAsk, "now" | "sendingUntil">;

const longestKey = 1024;

/** @throws {RefundError} for anything wrong, before anything is written or sent. */
export function readRefund(
  client: Client,
  account: string,
  given: Given,
  options: RefundOptions | undefined,
): ReadRefund {
  const { key, refundable, ...rest } = given;
  if (typeof key !== "string" || key === "") refuse("key", "must be your own id of this refund");
  if (key.length > longestKey) refuse("key", `must have at most ${longestKey} characters`);
  client.check({ ...rest, key });
  const { resend = false } = Object(options) as RefundOptions;
  if (typeof resend !== "boolean") refuse("options.resend", "must be true or false");
  const { payment, amount: { value, currency } = {} } = rest;
  const amount = value === undefined ? undefined : ({ value, currency } as Amount);
  return {
    key,
    account,
    provider: client.provider,
    payment: paymentText(account, payment),
    request: canonical({ ...rest, account, ...(amount && { amount }) }),
    resend,
    ...(amount && { amount }),
    ...(refundable !== undefined && { refundable: readRefundable(refundable, amount) }),
  };
}

/** What any provider's refund may have; which of it this one has, its client checks. */
export interface Given {
  readonly key?: unknown;
  readonly refundable?: unknown;
  readonly payment?: object;
  readonly amount?: Partial<Amount>;
}

/** Numbers and texts of the same digits name the same payment. */
export const paymentText = (account: string, payment: object = {}): string =>
  canonical([
    account,
    Object.fromEntries(Object.entries(payment).map(([name, value]) => [name, String(value)])),
  ]);

function readRefundable(refundable: unknown, amount: Amount | undefined): number {
  const { value, currency } = Object(refundable) as Partial<Amount>;
  if (!Number.isSafeInteger(value) || Number(value) < 1) {
    refuse("refundable.value", "must be a whole number of minor units above 0");
  }
  if (typeof currency !== "string" || (amount && amount.currency !== currency)) {
    refuse("refundable.currency", "must be the amount's");
  }
  return Number(value);
}
