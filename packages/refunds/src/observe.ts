/** Events for each step of a refund. */
import { isRefundError } from "@refunds/core";
import { notify } from "@refunds/core/provider";
import {
  isJournalError,
  type JournalRecord,
  type NewRefund,
  type RefundOutcome,
} from "@refunds/journal";
import { paymentIn } from "./check-refund.ts";

/** Why a call rejected. Plain data, for a log. Contains no secrets and no values of a request. */
export interface EventError {
  /** Such as `JournalError`. */
  readonly name: string;
  /** Such as `unavailable`, or `ECONNREFUSED` of a journal of your own. */
  readonly code?: string;
  /** Of a `JournalError`. What another error says could be a secret, an amount or personal data. */
  readonly message?: string;
  /** Of a `RefundError`: the names of the fields in its `problems`. Their values can be personal data. */
  readonly fields?: readonly string[];
}

/** The refund that an event is about. Contains no secrets, and no personal data except what is in your own ids. */
interface EventBase {
  /** The number of the call in this process. Events of one call have the same number. */
  readonly call: number;
  /** The method that was called. */
  readonly operation: "refund" | "reconcile" | "record" | "notification";
  /** The refund's key. */
  readonly key: string;
  /** The account's name. */
  readonly account: string;
  /** The provider's one-word name. */
  readonly provider: string;
  /** The identifiers of the payment. */
  readonly payment: Readonly<Record<string, string>>;
}

/**
 * A call rejected with a `JournalError`, and what failed has no `begin`: the journal was read, or the evidence of a person or a
 * notification was written.
 */
interface RejectedCall {
  /** Always `end`. */
  readonly event: "end";
  /** The number of the call in this process. */
  readonly call: number;
  /** The method that was called. */
  readonly operation: Exclude<EventBase["operation"], "refund"> | "resume";
  /** The key that it was called with. */
  readonly key?: string;
  /** The account that it was called with. */
  readonly account?: string;
  /** What it rejected with. */
  readonly error: EventError;
}

/** One step of a refund, or the end of a call that rejected without a `begin`. */
export type RefundEvent = RefundStep | RejectedCall;

/** One step of a refund. */
type RefundStep =
  | (EventBase & {
      /** `begin`: of `refund()`: the request is valid, and the journal was not used yet. Of `reconcile()`: the provider can be asked. */
      readonly event: "begin";
    })
  | (EventBase & {
      /** `sent`: a request is about to be sent to the provider. A call that retries has several such events. */
      readonly event: "sent";
      /** The HTTP method, such as `POST`. */
      readonly method: string;
      /** Where it goes. Parameters are not filled in, and there is no query: `https://api.example.com/payments/{id}/refunds`. */
      readonly url: string;
    })
  | (EventBase & {
      /** `answered`: the provider's whole answer was read. */
      readonly event: "answered";
      /** The HTTP status of the answer. */
      readonly httpStatus: number;
    })
  | (EventBase &
      OutcomeSummary & {
        /** `judged`: the outcome is known, but not recorded yet. */
        readonly event: "judged";
      })
  | (EventBase &
      OutcomeSummary & {
        /** `recorded`: the outcome was written to the journal. */
        readonly event: "recorded";
        /** False if the journal could not store it. */
        readonly recorded: boolean;
      })
  | (EventBase &
      Partial<OutcomeSummary> & {
        /** `end`: what had a `begin` is over. It has a `status`, or, if the call rejected, an `error`. */
        readonly event: "end";
        /** What the call rejected with. */
        readonly error?: EventError;
      });

type OutcomeSummary = Pick<RefundOutcome, "status" | "because" | "retryable">;

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Reports an event of one refund. Undefined without an observer. */
export type ReportEvent =
  | ((event: DistributedOmit<RefundStep, keyof EventBase>) => void)
  | undefined;

/** Called at each step of each refund. Its errors and rejections are ignored. */
export type Observer = (event: RefundEvent) => void;

let calls = 0;

export function reporter(
  observe: Observer | undefined,
  operation: EventBase["operation"],
  {
    key,
    account,
    provider,
    payment,
  }: Pick<JournalRecord | NewRefund, "key" | "account" | "provider" | "payment">,
): ReportEvent {
  const call = ++calls;
  if (!observe) return undefined;
  return (event) => {
    const base = { operation, call, key, account, provider, payment: paymentIn(payment) };
    notify(observe, { ...base, ...event } as RefundEvent);
  };
}

/** Reports `begin` and `end` around `work`. */
export const reported = (
  report: ReportEvent,
  work: () => Promise<RefundOutcome>,
): Promise<RefundOutcome> => (report ? observed(report, work) : work());

async function observed(
  report: NonNullable<ReportEvent>,
  work: () => Promise<RefundOutcome>,
): Promise<RefundOutcome> {
  report({ event: "begin" });
  try {
    const outcome = await work();
    report({ event: "end", ...summaryOf(outcome) });
    return outcome;
  } catch (error) {
    report({ event: "end", error: describeError(error) });
    throw error;
  }
}

/** Reports a failure of the journal in `work`, which must not have a `begin` and an `end` of its own. */
export async function rejectionsReported<T>(
  observe: Observer | undefined,
  known: Pick<RejectedCall, "operation" | "key" | "account">,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isJournalError(error)) {
      const call = ++calls;
      notify(observe, { ...known, event: "end", call, error: describeError(error) });
    }
    throw error;
  }
}

function describeError(error: unknown): EventError {
  const { name, code, message } = Object(error);
  return {
    name: typeof name === "string" ? name : "Error",
    ...(typeof code === "string" && { code }),
    ...(isJournalError(error) && { message }),
    ...(isRefundError(error) && { fields: error.problems.map(({ field }) => field) }),
  };
}

export const summaryOf = ({ status, because, retryable }: RefundOutcome): OutcomeSummary =>
  ({ status, because, retryable }) as OutcomeSummary;
