/** Events for each step of a refund. */
import { notify } from "@refunds/core/provider";
import type { JournalRecord, NewRefund, RefundOutcome } from "@refunds/journal";
import { paymentIn } from "./check-refund.ts";

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

/** One step of a refund. */
export type RefundEvent =
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
        /** `end`: what had a `begin` is over. Without a `status`, the call rejected. */
        readonly event: "end";
      });

type OutcomeSummary = Pick<RefundOutcome, "status" | "because" | "retryable">;

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Reports an event of one refund. Undefined without an observer. */
export type ReportEvent =
  | ((event: DistributedOmit<RefundEvent, keyof EventBase>) => void)
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
  let outcome: RefundOutcome | undefined;
  try {
    outcome = await work();
    return outcome;
  } finally {
    report({ event: "end", ...(outcome && summaryOf(outcome)) });
  }
}

export const summaryOf = ({ status, because, retryable }: RefundOutcome): OutcomeSummary =>
  ({ status, because, retryable }) as OutcomeSummary;
