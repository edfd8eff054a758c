import type { Amount } from "@refunds/core";

/** A refund that somebody wants to send. */
export interface RefundAsk {
  readonly key: string;
  readonly account: string;
  readonly provider: string;
  /** Which payment, as one text: refunds of the same payment have the same. */
  readonly payment: string;
  /** What is asked, as canonical JSON: the same text for the same request. */
  readonly request: string;
  /** Absent for a full refund that names no amount. */
  readonly amount?: Amount;
  /** What of the payment can be refunded in all, in minor units, where it is known. */
  readonly refundable?: number;
  /** The caller's word that a refund which somebody or something found not to have happened is to be sent again. */
  readonly resend?: boolean;
  /** Unix milliseconds. */
  readonly now: number;
  /** Unix milliseconds after which the sender promises not to begin any more. */
  readonly sendingUntil: number;
}
