/** What spans and metrics say about a call. Never an amount; keys and payments only if the caller asked for them. */
import { type Attributes, type SpanStatus, SpanStatusCode } from "@opentelemetry/api";
import type { EventError, RefundEvent, RefundOutcome } from "refunds";

/** Attributes that are known when a call begins. Of a call that rejected without a `begin`, some are not. */
export const callAttributes = (event: RefundEvent): Attributes => ({
  "refunds.operation": event.operation,
  ...("provider" in event && { "refunds.provider": event.provider }),
  ...(event.account !== undefined && { "refunds.account": event.account }),
});

/** The refund's key, and the identifiers of its payment. */
export const keyAttributes = (event: RefundEvent): Attributes => ({
  ...(event.key !== undefined && { "refunds.key": event.key }),
  ...("payment" in event &&
    Object.fromEntries(
      Object.entries(event.payment).map(([name, value]) => [`refunds.payment.${name}`, value]),
    )),
});

export type Ending = Extract<RefundEvent, { event: "recorded" | "end" }>;

/** What a call ended with: an outcome, or an error. */
interface Result {
  readonly status?: RefundOutcome["status"];
  readonly because?: string;
  readonly error?: EventError;
}

/** The code of what the call rejected with. Its message can name a key. */
const typeOf = (error: EventError | undefined) => error?.code ?? error?.name ?? "rejected";

/** Attributes that are known when a call is over. */
export const outcomeAttributes = ({ status, because, error }: Result): Attributes =>
  status === undefined || because === undefined
    ? { "error.type": typeOf(error) }
    : { "refunds.status": status, "refunds.because": because };

/** An error if a person must look at the refund, or the call rejected. A decline is an outcome like any other. */
export function statusOf(result: Result, recorded: boolean): SpanStatus | undefined {
  const { status, because } = result;
  const error = (message: string) => ({ code: SpanStatusCode.ERROR, message });
  if (status === undefined) return error(`The call rejected: ${typeOf(result.error)}`);
  if (!recorded) return error(`${status}, which the journal could not store`);
  return needsPerson[status] ? error(`${status}: ${because}`) : undefined;
}

/** A status that is missing here does not compile. */
const needsPerson: Readonly<Record<RefundOutcome["status"], boolean>> = {
  unknown: true,
  needs_review: true,
  succeeded: false,
  pending: false,
  declined: false,
  not_sent: false,
  reversed: false,
};
