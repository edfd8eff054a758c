/**
 * What each state of a refund means for its key and its payment. Every group of states is a rule here, so that a new state
 * does not compile before it says which groups it is in.
 */
import type { JournalRecord } from "./record.ts";
import type { RefundOutcome } from "./refund-outcome.ts";

/** A record's state: `leaving` until the outcome of its latest attempt is known, then the outcome's status. */
export type RefundState = "leaving" | RefundOutcome["status"];

export interface StateRules {
  /** Not final: `open()` lists it, and evidence can settle it. */
  readonly open: boolean;
  /** The refund may have happened, so no other refund of its payment is sent. */
  readonly blocksPayment: boolean;
  /** Its amount counts against the refundable amount of its payment. */
  readonly takesAmount: boolean;
  /** A query can settle it. */
  readonly asksProvider: boolean;
  /** Nothing says what became of it. Its request may be sent again under its key, to get an answer. */
  readonly lacksAnswer: boolean;
  /** What became of it is certain, and `record()` takes it as evidence. */
  readonly decided: boolean;
  /** Its outcome can have the provider's id of the refund. */
  readonly hasRefundId: boolean;
  /** Whether the refund happened. `maybe`: uncertain. */
  readonly happened: "yes" | "no" | "maybe";
  /** Whether the total that a provider says it refunded includes it. `maybe`: that differs, or it is uncertain. */
  readonly inTotal: "yes" | "no" | "maybe";
}

/** It may have happened, and nothing says what became of it. */
const uncertain: StateRules = {
  open: true,
  blocksPayment: true,
  takesAmount: false,
  asksProvider: true,
  lacksAnswer: true,
  decided: false,
  hasRefundId: false,
  happened: "maybe",
  inTotal: "maybe",
};

/** What no final state needs. Each says the rest for itself. */
const final = { open: false, blocksPayment: false, asksProvider: false, lacksAnswer: false };

export const states: Readonly<Record<RefundState, StateRules>> = {
  leaving: uncertain,
  unknown: uncertain,
  needs_review: { ...uncertain, asksProvider: false, lacksAnswer: false, hasRefundId: true },
  pending: {
    open: true,
    blocksPayment: false,
    takesAmount: true,
    asksProvider: true,
    lacksAnswer: false,
    decided: false,
    hasRefundId: true,
    happened: "yes",
    inTotal: "maybe",
  },
  succeeded: {
    ...final,
    takesAmount: true,
    decided: true,
    hasRefundId: true,
    happened: "yes",
    inTotal: "yes",
  },
  reversed: {
    ...final,
    takesAmount: false,
    decided: true,
    hasRefundId: true,
    happened: "yes",
    inTotal: "maybe",
  },
  declined: {
    ...final,
    takesAmount: false,
    decided: true,
    hasRefundId: false,
    happened: "no",
    inTotal: "no",
  },
  not_sent: {
    ...final,
    takesAmount: false,
    decided: false,
    hasRefundId: false,
    happened: "no",
    inTotal: "no",
  },
};

/** What a caller sees of a state: `leaving` is `sending` until its call must have ended, then `unfinished`. */
export type SeenStatus = "sending" | "unfinished" | RefundOutcome["status"];

export const rulesOfStatus = (status: SeenStatus): StateRules =>
  states[status === "sending" || status === "unfinished" ? "leaving" : status];

export const stateOf = ({ state, outcome }: JournalRecord): RefundState =>
  state === "leaving" || !outcome ? "leaving" : outcome.status;

export const stateNames = Object.keys(states) as readonly RefundState[];

/** The states that `open()` lists. */
export const openStates: readonly RefundState[] = stateNames.filter((name) => states[name].open);

export const rulesOf = (record: JournalRecord): StateRules => states[stateOf(record)];
