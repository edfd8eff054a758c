/** Events for each step of a refund. */
import { notify } from "@refunds/core/provider";
import type { JournalRecord, NewRefund, RefundOutcome } from "@refunds/journal";
import { paymentIn } from "./check-refund.ts";

/** The refund that an event is about. Contains no secrets, and no personal data except what is in your own ids. */
interface EventBase {
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
      /** `begin`: the request is valid. The journal was not used yet. */
      readonly event: "begin";
    })
  | (EventBase & {
      /** `sent`: a request is about to be sent to the provider. A call that retries has several such events. */
      readonly event: "sent";
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
      });

type OutcomeSummary = Pick<RefundOutcome, "status" | "because" | "retryable">;

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Reports an event of one refund. */
export type ReportEvent = (event: DistributedOmit<RefundEvent, keyof EventBase>) => void;

/** Called at each step of each refund. Its errors and rejections are ignored. */
export type Observer = (event: RefundEvent) => void;

export const reporter =
  (
    observe: Observer | undefined,
    operation: EventBase["operation"],
    {
      key,
      account,
      provider,
      payment,
    }: Pick<JournalRecord | NewRefund, "key" | "account" | "provider" | "payment">,
  ): ReportEvent =>
  (event) => {
    if (!observe) return;
    const base = { operation, key, account, provider, payment: paymentIn(payment) };
    notify(observe, { ...base, ...event } as RefundEvent);
  };

export const summaryOf = ({ status, because, retryable }: RefundOutcome): OutcomeSummary =>
  ({ status, because, retryable }) as OutcomeSummary;
