/** Outcomes of refunds that the facade held back. */
import type { NotSent, Unknown } from "@refunds/core";

/** Whose outcome it is. */
export interface Whose {
  readonly provider: string;
  readonly account: string;
}

/** The key's refund left, and no outcome of it is recorded. */
export const unfinished = ({ provider, account }: Whose): Unknown => ({
  status: "unknown",
  because: "unfinished",
  provider,
  account,
  message:
    "Another process is sending this refund, or was when it stopped. It may have happened: find out by reconcile(), or tell the journal by record().",
});

/** Provably not sent, and why, in a sentence. */
export const heldBack = ({ provider, account }: Whose, message: string): NotSent => ({
  status: "not_sent",
  provider,
  account,
  message,
  cause: { name: "HeldBack", message },
});
