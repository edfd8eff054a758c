/** Outcomes of refunds that the facade did not send. */
import type { NotSentBecause } from "@refunds/core";
import type { NotSentRefund, UnknownRefund } from "@refunds/journal";

/** ProviderAccount outcome it is. */
export interface ProviderAccount {
  readonly provider: string;
  readonly account: string;
}

/** The refund of the key may have left, and its outcome is not recorded. */
export const unfinished = ({ provider, account }: ProviderAccount): UnknownRefund => ({
  status: "unknown",
  because: "unfinished",
  retryable: false,
  provider,
  account,
  message:
    "Another process is sending this refund, or was when it stopped. It may have happened: find out with reconcile(), or pass what you know to record().",
});

interface NotSentDetails {
  readonly because: NotSentBecause;
  readonly message: string;
  /** The key of the refund that holds this one back. */
  readonly blockedBy?: string;
}

/** These pass by themselves: the same call can succeed later. */
const passing: readonly NotSentBecause[] = ["payment_busy", "journal_slow"];

export const notSent = (
  { provider, account }: ProviderAccount,
  { because, message, blockedBy }: NotSentDetails,
): NotSentRefund => ({
  status: "not_sent",
  because,
  retryable: passing.includes(because),
  ...(blockedBy !== undefined && { blockedBy }),
  provider,
  account,
  message,
  cause: { name: "NotSent", message },
});
