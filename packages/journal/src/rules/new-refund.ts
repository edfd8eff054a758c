import type { Amount } from "@refunds/core";

/** A refund that the caller wants to send, checked. */
export interface NewRefund {
  readonly key: string;
  readonly account: string;
  readonly provider: string;
  /** Which payment, as one text: refunds of the same payment have the same. */
  readonly payment: string;
  /** The request, as canonical JSON: the same text for the same request. */
  readonly request: string;
  /** Absent for a full refund that names no amount. */
  readonly amount?: Amount;
  /** What of the payment can be refunded in all, where the caller gives it. */
  readonly refundable?: Amount;
  /** The caller allows it to be sent again where evidence says that it did not happen. */
  readonly resend?: boolean;
  /** Unix milliseconds. */
  readonly now: number;
  /** Unix milliseconds after which the sender does not begin to send any more. */
  readonly sendingUntil: number;
}
