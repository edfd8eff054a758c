/** What spans and metrics say about a call. Never an amount; keys and payments only if the caller asked for them. */
import { type Attributes, type SpanStatus, SpanStatusCode } from "@opentelemetry/api";
import type { RefundEvent } from "refunds";

/** Attributes that are known when a call begins. */
export const callAttributes = ({ operation, provider, account }: RefundEvent): Attributes => ({
  "refunds.operation": operation,
  "refunds.provider": provider,
  "refunds.account": account,
});

/** The refund's key, and the identifiers of its payment. */
export const keyAttributes = ({ key, payment }: RefundEvent): Attributes => ({
  "refunds.key": key,
  ...Object.fromEntries(
    Object.entries(payment).map(([name, value]) => [`refunds.payment.${name}`, value]),
  ),
});

export type Ending = Extract<RefundEvent, { event: "recorded" | "end" }>;

/** Attributes that are known when a call is over. */
export const outcomeAttributes = ({ status, because }: Ending): Attributes =>
  status === undefined || because === undefined
    ? { "error.type": "rejected" }
    : { "refunds.status": status, "refunds.because": because };

/** An error if a person must look at the refund, or the call rejected. A decline is an outcome like any other. */
export function statusOf({ status, because }: Ending, recorded: boolean): SpanStatus | undefined {
  const error = (message: string) => ({ code: SpanStatusCode.ERROR, message });
  if (status === undefined) return error("The call rejected");
  if (!recorded) return error(`${status}, which the journal could not store`);
  return needsPerson[status] ? error(`${status}: ${because}`) : undefined;
}

/** A status that is missing here does not compile. */
const needsPerson: Readonly<Record<NonNullable<Ending["status"]>, boolean>> = {
  unknown: true,
  needs_review: true,
  succeeded: false,
  pending: false,
  declined: false,
  not_sent: false,
  reversed: false,
};
