/** What the defects of a journal have in common: a decision that is changed after the rules made it. */
import type { Decision, FoundRecords, JournalRecord } from "@refunds/journal";
import type { RefundOutcome } from "refunds";

/** Changes a decision as a broken rule would. */
export type Change = (decision: Decision<unknown>, found: FoundRecords) => Decision<unknown>;

/** The outcome, if the latest evidence alone decided. */
export function outcomeOfEvidence({
  history,
  account,
  provider,
}: JournalRecord): RefundOutcome | undefined {
  const { status, by = "", at = 0 } = history.at(-1) ?? {};
  const settledBy = { by, at };
  const facts = { because: "evidence_recorded", retryable: false, provider, account } as const;
  if (status === "declined") return { status, ...facts, reason: "unspecified", settledBy };
  if (status === "succeeded" || status === "reversed") return { status, ...facts, settledBy };
  return undefined;
}
