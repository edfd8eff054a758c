/** Events that tell what happens to each refund. */
import { notify } from "@refunds/core/provider";
import type { JournalRecord, NewRefund, RefundOutcome } from "@refunds/journal";
import { paymentIn } from "./check-refund.ts";

/** Which refund an event is about. Holds no secret and nothing personal but your own ids. */
interface EventBase {
  /** What was called. */
  readonly operation: "refund" | "reconcile" | "record";
  /** The refund's key. */
  readonly key: string;
  /** The account's name. */
  readonly account: string;
  /** The provider's one-word name. */
  readonly provider: string;
  /** The identifiers that name the payment. */
  readonly payment: Readonly<Record<string, string>>;
}

/** One step of a refund. */
export type RefundEvent =
  | (EventBase & {
      /** `begin`: the call passed its checks. The journal has not been asked yet. */
      readonly event: "begin";
    })
  | (EventBase & {
      /** `sent`: a request to the provider is about to leave. A call that tries again sends more than once. */
      readonly event: "sent";
    })
  | (EventBase & {
      /** `answered`: the whole answer of the provider was read. */
      readonly event: "answered";
      /** The HTTP status of the answer. */
      readonly httpStatus: number;
    })
  | (EventBase &
      OutcomeSummary & {
        /** `judged`: the outcome is known. It may still have to be recorded. */
        readonly event: "judged";
      })
  | (EventBase &
      OutcomeSummary & {
        /** `recorded`: the journal was told the outcome. */
        readonly event: "recorded";
        /** False where the journal could not store it. */
        readonly recorded: boolean;
      });

type OutcomeSummary = Pick<RefundOutcome, "status" | "because" | "retryable">;

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Reports events of one refund. */
export type ReportEvent = (event: DistributedOmit<RefundEvent, keyof EventBase>) => void;

/** Called at each step of each refund. What it throws, or rejects with, is ignored. */
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

/** What events tell of an outcome. */
export const summaryOf = ({ status, because, retryable }: RefundOutcome): OutcomeSummary =>
  ({ status, because, retryable }) as OutcomeSummary;
