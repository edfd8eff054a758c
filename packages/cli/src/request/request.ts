/** Builds a refund's request from texts: of the command line, or of a row. */
import type { AnyRefundRequest, Problem } from "refunds";
import { readMoney } from "../output/money.ts";
import type { ProviderFacts } from "../provider-facts.ts";
import { readGroup } from "./fields.ts";

export interface RequestTexts {
  readonly payment: Readonly<Record<string, string>>;
  /** `full`, or a decimal. */
  readonly amount: string;
  readonly currency?: string;
  readonly reason?: string;
  readonly extra: Readonly<Record<string, string>>;
}

/** Writes each problem into `problems`. What the provider allows is checked by `refunds.check()`. */
export function requestOf(
  facts: ProviderFacts,
  { payment, amount, currency, reason, extra }: RequestTexts,
  problems: Problem[],
): AnyRefundRequest {
  const extras = readGroup("extra", extra, facts.extra?.fields ?? [], problems);
  const money = amount === "full" ? undefined : readMoney(amount, currency ?? "");
  if (typeof money === "string") problems.push({ field: "amount", message: money });
  if (amount === "full" && facts.amount && !facts.amount.optional) {
    problems.push({ field: "amount", message: `must not be full: ${facts.title} needs an amount` });
  }
  if (amount === "full" && currency) {
    problems.push({ field: "currency", message: "must be empty if the amount is full" });
  }
  return {
    payment: readGroup(
      "payment",
      payment,
      facts.payment.fields,
      problems,
    ) as AnyRefundRequest["payment"],
    ...(typeof money === "object" && { amount: money as NonNullable<AnyRefundRequest["amount"]> }),
    ...(reason !== undefined && { reason }),
    ...(Object.keys(extras).length > 0 && { extra: extras }),
  };
}
