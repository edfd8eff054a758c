/** The public view of a refund in the journal. */
import {
  type HistoryEntry,
  isBeingSent,
  type JournalRecord,
  type RefundOutcome,
  rulesOf,
} from "@refunds/journal";
import type { AnyRefundRequest } from "./account.ts";
import { paymentIn, requestIn } from "./check-refund.ts";

/** A refund in the journal. */
export interface RefundRecord {
  /** The refund's key. */
  readonly key: string;
  /** The account's name. */
  readonly account: string;
  /** The provider's one-word name. */
  readonly provider: string;
  /** Where it was sent, or would be: `live`, `test`, `sandbox`, or the origin of a `baseUrl`. Absent if the account did not say it. */
  readonly sentTo?: string;
  /** The identifiers of the payment. */
  readonly payment: Readonly<Record<string, string>>;
  /**
   * `sending`: it is being sent, or its process stopped a short time ago. `unfinished`: its process stopped while sending
   * it, so it may have happened. Otherwise the status of its outcome.
   */
  readonly status: "sending" | "unfinished" | RefundOutcome["status"];
  /** Whether `status` is not final, so that `reconcile()` or `record()` must settle the refund. */
  readonly open: boolean;
  /** Whether it blocks every other refund of its payment, because it may have happened. */
  readonly blocksPayment: boolean;
  /** Only while `sending`: when `reconcile()` and `record()` can settle it at the earliest. */
  readonly settleableAt?: Date;
  /** The request that was sent. */
  readonly request: AnyRefundRequest;
  /** Absent while `sending` or `unfinished`. */
  readonly outcome?: RefundOutcome;
  /** Each attempt, answer and piece of evidence, oldest first. */
  readonly history: readonly HistoryEntry[];
  /** When the journal first recorded it. */
  readonly openedAt: Date;
  /** When its state last changed. */
  readonly changedAt: Date;
}

export function describe(record: JournalRecord): RefundRecord {
  const { key, account, provider, sentTo, state, outcome, history, sendingUntil } = record;
  const known = state === "settled" ? outcome : undefined;
  const sending = isBeingSent(record, Date.now());
  const { open, blocksPayment } = rulesOf(record);
  return {
    key,
    account,
    provider,
    ...(sentTo !== undefined && { sentTo }),
    payment: paymentIn(record.payment),
    status: known?.status ?? (sending ? "sending" : "unfinished"),
    open,
    blocksPayment,
    ...(sending && { settleableAt: new Date(sendingUntil + 1) }),
    request: requestIn(record.request),
    ...(known && { outcome: known }),
    history,
    openedAt: new Date(record.openedAt),
    changedAt: new Date(record.changedAt),
  };
}
