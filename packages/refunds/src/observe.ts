/** Events that tell what happens to each refund. */
import { notify } from "@refunds/core/provider";
import type { JournalRecord, NewRefund, RefundOutcome } from "@refunds/journal";
import { paymentIn } from "./read-refund.ts";

/** Which refund an event is about. Holds no secret and nothing personal but your own ids. */
interface EventBase {
  /** What was called. */
  readonly operation: "refund" | "reconcile" | "record";
  readonly key: string;
  readonly account: string;
  readonly provider: string;
  /** The identifiers that name the payment. */
  readonly payment: Readonly<Record<string, string>>;
}

/** One step of a refund. */
export type RefundEvent =
  /** The call passed its checks. The journal has not been asked yet. */
  | (EventBase & { readonly event: "begin" })
  /** A request to the provider is about to leave. A call that tries again sends more than once. */
  | (EventBase & { readonly event: "sent" })
  /** The whole answer of the provider was read. */
  | (EventBase & { readonly event: "answered"; readonly httpStatus: number })
  /** The outcome is known. It may still have to be recorded. */
  | (EventBase & Judged & { readonly event: "judged" })
  /** The journal holds the outcome. `recorded: false`: it could not store it. */
  | (EventBase & Judged & { readonly event: "recorded"; readonly recorded: boolean });

type Judged = Pick<RefundOutcome, "status" | "because" | "retryable">;

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Reports events of one refund. */
export type Report = (event: DistributedOmit<RefundEvent, keyof EventBase>) => void;

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
  ): Report =>
  (event) => {
    if (!observe) return;
    const base = { operation, key, account, provider, payment: paymentIn(payment) };
    notify(observe, { ...base, ...event } as RefundEvent);
  };

/** What events tell of an outcome. */
export const judged = ({ status, because, retryable }: RefundOutcome): Judged =>
  ({ status, because, retryable }) as Judged;
