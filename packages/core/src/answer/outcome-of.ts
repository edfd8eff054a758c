/** Turns the result of sending a request into the outcome that the caller gets. Pure. */

import { textAt } from "../json/pointer.ts";
import type { Outcome, OutcomeBase, QueryOutcome } from "../outcome.ts";
import type { QueryTable, RefundTable } from "../table.ts";
import type { Judged } from "./answer.ts";
import type { Asked } from "./contradictions.ts";

/** The outcome of a refund, or of a query. */
export function outcomeOf(
  base: OutcomeBase,
  operation: (RefundTable | QueryTable) & Asked,
  { verdict }: Judged<"succeeded" | "pending" | "found">,
): Outcome | QueryOutcome {
  if (!("json" in verdict)) {
    const { status, because } = verdict;
    return {
      ...base,
      // The core's other reasons for not sending pass by themselves, so the same call can succeed later.
      retryable: status === "not_sent" && because !== "not_dispatched",
      ...verdict,
      ...(status === "unknown" &&
        "identifiedBy" in operation && {
          message: `${verdict.message} It may have happened: find out before sending it again.`,
        }),
    } as Outcome;
  }
  const { json, raw, meaning, contradictions } = verdict;
  if (meaning === "found") return { status: meaning, ...base, answer: json.value, raw };
  const refundId = textAt(json.exact, (operation as RefundTable).refundId);
  const confirmed = {
    ...base,
    retryable: false,
    ...(refundId !== undefined && { refundId }),
    answer: json.value,
    raw,
  } as const;
  return contradictions.length > 0
    ? {
        status: "needs_review",
        because: "answer_contradicts_request",
        ...confirmed,
        contradictions,
      }
    : { status: meaning, because: "provider_answered", ...confirmed };
}
