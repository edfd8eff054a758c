/** Outcomes that the facade creates itself. */
import type { NotSentBecause } from "@refunds/core";
import type { NotSentRefund, UnknownRefund } from "@refunds/journal";

export interface ProviderAccount {
  readonly provider: string;
  readonly account: string;
}

/** The refund may have been sent, and no outcome is recorded. */
export const unfinished = ({ provider, account }: ProviderAccount): UnknownRefund => ({
  status: "unknown",
  because: "unfinished",
  retryable: false,
  provider,
  account,
  message:
    "Another process is sending this refund, or stopped while sending it. It may have happened. Call reconcile(), or pass what you know to record().",
});

interface NotSentDetails {
  readonly because: NotSentBecause;
  readonly message: string;
  /** The key of the refund that blocks this one. */
  readonly blockedBy?: string;
}

/** With these, the same call can succeed later. */
const temporary: readonly NotSentBecause[] = ["payment_busy", "journal_slow"];

/** The journal took so long that others may assume that nothing is being sent any more. */
export const tooLate = (refund: ProviderAccount): NotSentRefund =>
  notSent(refund, {
    because: "journal_slow",
    message: "Not sent: the journal took too long to record the refund. Try again.",
  });

export const notSent = (
  { provider, account }: ProviderAccount,
  { because, message, blockedBy }: NotSentDetails,
): NotSentRefund => ({
  status: "not_sent",
  because,
  retryable: temporary.includes(because),
  ...(blockedBy !== undefined && { blockedBy }),
  provider,
  account,
  message,
  cause: { name: "NotSent", message },
});
