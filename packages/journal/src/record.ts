import type { Amount } from "@refunds/core";
import type { RecordedOutcome } from "./recorded-outcome.ts";

/** One refund as the journal holds it. Holds no credential; personal data only inside the outcome's raw answer. */
export interface JournalRecord {
  /** The caller's own id of the refund. */
  readonly key: string;
  /** The account's name in `createRefunds`. */
  readonly account: string;
  readonly provider: string;
  /** Which payment, as one text: refunds of the same payment have the same. */
  readonly payment: string;
  /** What the caller asked, as canonical JSON: the same text for the same request. */
  readonly request: string;
  /** Absent for a full refund that names no amount. */
  readonly amount?: Amount;
  /** What of the payment could be refunded in all, in minor units, where the caller said it. */
  readonly refundable?: number;
  /** `leaving`: written before the request left, and no outcome since. `settled`: `outcome` is the last word so far. */
  readonly state: "leaving" | "settled";
  /** 1 for the first sending, one more for each that followed a `not_sent`, or was asked for by `resend`; 0 where the journal itself declined the refund. */
  readonly attempt: number;
  /** Unix milliseconds until which the sender may still be at it; after that, nobody is. */
  readonly sendingUntil: number;
  readonly outcome?: RecordedOutcome;
  /** Unix milliseconds. */
  readonly openedAt: number;
  readonly changedAt: number;
}
