/** What each state of a refund means for its key and its payment. */
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
  /** Whether the refund happened. `maybe`: uncertain. */
  readonly happened: "yes" | "no" | "maybe";
}

export const states: Readonly<Record<RefundState, StateRules>> = {
  leaving: rules({ open: true, blocksPayment: true, asksProvider: true, happened: "maybe" }),
  unknown: rules({ open: true, blocksPayment: true, asksProvider: true, happened: "maybe" }),
  needs_review: rules({ open: true, blocksPayment: true, happened: "maybe" }),
  pending: rules({ open: true, takesAmount: true, asksProvider: true, happened: "yes" }),
  succeeded: rules({ takesAmount: true, happened: "yes" }),
  reversed: rules({ happened: "yes" }),
  declined: rules({ happened: "no" }),
  not_sent: rules({ happened: "no" }),
};

function rules(given: Partial<StateRules> & Pick<StateRules, "happened">): StateRules {
  return { open: false, blocksPayment: false, takesAmount: false, asksProvider: false, ...given };
}

export const stateOf = ({ state, outcome }: JournalRecord): RefundState =>
  state === "leaving" || !outcome ? "leaving" : outcome.status;

export const stateNames = Object.keys(states) as readonly RefundState[];

/** The states that `open()` lists. */
export const openStates: readonly RefundState[] = stateNames.filter((name) => states[name].open);

export const rulesOf = (record: JournalRecord): StateRules => states[stateOf(record)];
