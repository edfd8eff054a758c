/** How new evidence or a late answer relates to the recorded outcome. Tables, so that the compiler finds a missing case. */
import type { Outcome } from "@refunds/core";
import type { RefundState } from "../records/states.ts";

export type EvidenceStatus = "succeeded" | "pending" | "declined" | "reversed";

export type Relation =
  /** The new status becomes the outcome. */
  | "settles"
  /** It is the same as the recorded outcome. */
  | "agrees"
  /** It says less than the recorded outcome, and both can be true. */
  | "says_less"
  /** Both cannot be true. */
  | "conflicts";

/** For evidence, which is about the refund as it is now. */
export const relationOfEvidence: Readonly<
  Record<RefundState, Readonly<Record<EvidenceStatus, Relation>>>
> = {
  leaving: { succeeded: "settles", pending: "settles", declined: "settles", reversed: "settles" },
  unknown: { succeeded: "settles", pending: "settles", declined: "settles", reversed: "settles" },
  needs_review: {
    succeeded: "settles",
    pending: "says_less",
    declined: "settles",
    reversed: "settles",
  },
  pending: { succeeded: "settles", pending: "agrees", declined: "settles", reversed: "settles" },
  succeeded: {
    succeeded: "agrees",
    pending: "says_less",
    declined: "conflicts",
    reversed: "settles",
  },
  reversed: {
    succeeded: "conflicts",
    pending: "conflicts",
    declined: "conflicts",
    reversed: "agrees",
  },
  declined: {
    succeeded: "conflicts",
    pending: "conflicts",
    declined: "agrees",
    reversed: "conflicts",
  },
  not_sent: {
    succeeded: "conflicts",
    pending: "conflicts",
    declined: "says_less",
    reversed: "conflicts",
  },
};

/**
 * For a notification, which is about the refund as it was when it was sent: it may come late, and after a newer one. It never
 * settles what a person must look at.
 */
export const relationOfNotification: typeof relationOfEvidence = {
  ...relationOfEvidence,
  needs_review: {
    succeeded: "says_less",
    pending: "says_less",
    declined: "says_less",
    reversed: "says_less",
  },
  reversed: {
    // It did succeed before the money came back.
    succeeded: "says_less",
    pending: "says_less",
    declined: "conflicts",
    reversed: "agrees",
  },
  declined: {
    succeeded: "conflicts",
    pending: "says_less",
    declined: "agrees",
    // The customer has no money from it either way.
    reversed: "says_less",
  },
};

/** For an answer that arrives after evidence has settled the refund. It is about the time when the refund was sent. */
export const relationOfLateAnswer: Readonly<
  Record<Exclude<RefundState, "leaving">, Readonly<Record<Outcome["status"], Relation>>>
> = {
  unknown: {
    succeeded: "settles",
    pending: "settles",
    declined: "settles",
    not_sent: "settles",
    unknown: "agrees",
    needs_review: "settles",
  },
  needs_review: {
    succeeded: "says_less",
    pending: "says_less",
    declined: "says_less",
    not_sent: "says_less",
    unknown: "says_less",
    needs_review: "says_less",
  },
  pending: {
    succeeded: "settles",
    pending: "agrees",
    declined: "conflicts",
    not_sent: "conflicts",
    unknown: "says_less",
    needs_review: "settles",
  },
  succeeded: {
    succeeded: "agrees",
    pending: "says_less",
    declined: "conflicts",
    not_sent: "conflicts",
    unknown: "says_less",
    needs_review: "conflicts",
  },
  reversed: {
    succeeded: "says_less",
    pending: "says_less",
    declined: "conflicts",
    not_sent: "conflicts",
    unknown: "says_less",
    needs_review: "conflicts",
  },
  declined: {
    succeeded: "conflicts",
    pending: "conflicts",
    declined: "agrees",
    not_sent: "says_less",
    unknown: "says_less",
    needs_review: "conflicts",
  },
  not_sent: {
    succeeded: "conflicts",
    pending: "conflicts",
    declined: "conflicts",
    not_sent: "agrees",
    unknown: "says_less",
    needs_review: "conflicts",
  },
};
