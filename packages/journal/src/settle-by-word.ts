import type { JournalRecord } from "./record.ts";
import type { RecordedOutcome } from "./recorded-outcome.ts";
import type { Decision, Found } from "./store.ts";

/** What somebody found out about a refund. */
export interface Finding {
  /** `declined`: it did not happen and will not. */
  readonly status: "succeeded" | "declined";
  /** Who or what says so. */
  readonly by: string;
  /** The provider's own id of the refund, where it succeeded. */
  readonly refundId?: string;
  /** Unix milliseconds. */
  readonly now: number;
}

/** What a finding did to the journal. */
export type WordTaken =
  /** It is the last word now, or was already. */
  | { readonly is: "recorded"; readonly outcome: RecordedOutcome }
  /** Nobody refunded by that key. */
  | { readonly is: "missing" }
  /** Somebody may be sending it until then (Unix milliseconds). */
  | { readonly is: "sending"; readonly until: number }
  /** The journal knows better. */
  | { readonly is: "contradicted"; readonly outcome: RecordedOutcome };

/** Decides for `JournalStore.transact`: settles a refund that nobody is sending and whose outcome is open. */
export const settleByWord =
  (finding: Finding) =>
  ({ record }: Found): Decision<WordTaken> => {
    if (!record) return { result: { is: "missing" } };
    const { outcome, sendingUntil } = record;
    if (!outcome && finding.now <= sendingUntil) {
      return { result: { is: "sending", until: sendingUntil } };
    }
    if (outcome && !/unknown|pending|needs_review/.test(outcome.status)) {
      const is = outcome.status === finding.status ? "recorded" : "contradicted";
      return { result: { is, outcome } };
    }
    const settled = outcomeOf(record, finding);
    const write = {
      ...record,
      state: "settled",
      outcome: settled,
      changedAt: finding.now,
    } as const;
    return { write, result: { is: "recorded", outcome: settled } };
  };

function outcomeOf(
  { provider, account, outcome: before }: JournalRecord,
  { status, by, refundId, now }: Finding,
): RecordedOutcome {
  const { raw } = before ?? {};
  const told = { provider, account, ...(raw && { raw }), settledBy: { by, at: now } };
  if (status === "declined") return { status, reason: "unspecified", ...told };
  return { status, ...told, ...(refundId !== undefined && { refundId }) };
}
