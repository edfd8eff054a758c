import type { Amount } from "@refunds/core";

/** A refund that the caller wants to send, already validated. */
export interface NewRefund {
  readonly key: string;
  readonly account: string;
  readonly provider: string;
  /** See `JournalRecord.sentTo`. */
  readonly sentTo?: string;
  /** The payment as one text. All refunds of a payment have the same text. */
  readonly payment: string;
  /** The request as canonical JSON. Equal requests have equal texts. */
  readonly request: string;
  /** Absent for a full refund without an amount. */
  readonly amount?: Amount;
  /** How much of the payment can be refunded in total, if the caller gave it. */
  readonly refundable?: Amount;
  /** Whether the caller allows a resend if evidence says that the refund did not happen. */
  readonly resend?: boolean;
  /** Who asks for it: see `HistoryEntry.by`. */
  readonly by?: string;
  /** Unix milliseconds. */
  readonly now: number;
  /** Unix milliseconds. After this time the sender does not start to send. */
  readonly sendingUntil: number;
}
