import type { RawAnswer, Reason } from "@refunds/core";
import type { JournalRecord } from "./record.ts";
import type { RecordedOutcome } from "./recorded-outcome.ts";
import type { Decision, Found } from "./store.ts";

/** What somebody found out about a refund. */
export interface Finding {
  /** `declined`: it did not happen and will not. `pending`: it was accepted. */
  readonly status: "succeeded" | "pending" | "declined";
  /** Who or what says so. */
  readonly by: string;
  /** The provider's answer that says so, if one does. */
  readonly raw?: RawAnswer;
  /** Why it was declined. */
  readonly reason?: Reason;
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
  | { readonly is: "contradicted"; readonly outcome: RecordedOutcome }
  /** What the finding was drawn from is no longer so. */
  | { readonly is: "changed" };

/**
 * Decides for `JournalStore.transact`: settles a refund that nobody is sending and whose outcome is open.
 * @param seen what the journal held when the finding was drawn, if it was drawn from that, too
 */
export const settleByWord =
  (finding: Finding, seen?: Found) =>
  (found: Found): Decision<WordTaken> => {
    const { record } = found;
    if (seen && stateOf(seen) !== stateOf(found)) return { result: { is: "changed" } };
    if (!record) return { result: { is: "missing" } };
    const { outcome, sendingUntil } = record;
    if (!outcome && finding.now <= sendingUntil) {
      return { result: { is: "sending", until: sendingUntil } };
    }
    if (outcome?.status === finding.status) return { result: { is: "recorded", outcome } };
    if (outcome && !/unknown|pending|needs_review/.test(outcome.status)) {
      return { result: { is: "contradicted", outcome } };
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

/** Everything that an outcome, a new try or another refund of the payment would change. */
const stateOf = ({ record, ofPayment }: Found): string =>
  JSON.stringify(
    [record, ...ofPayment].map((one) => [one?.key, one?.attempt, one?.outcome?.status]),
  );

function outcomeOf(
  { provider, account, outcome: before }: JournalRecord,
  { status, by, raw: proof, reason = "unspecified", refundId: found, now }: Finding,
): RecordedOutcome {
  const { raw } = before ?? {};
  const refundId = found ?? (before && "refundId" in before ? before.refundId : undefined);
  const settledBy = { by, at: now, ...(proof && { raw: proof }) };
  const told = { provider, account, ...(raw && { raw }), settledBy };
  if (status === "declined") return { status, reason, ...told };
  return { status, ...told, ...(refundId !== undefined && { refundId }) };
}
