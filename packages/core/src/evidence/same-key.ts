/** Judges the answer to a request that was sent again under its key: what it says about the refund. Pure. */
import { holds } from "../answer/read-richly.ts";
import type { SameKeyTable } from "../evidence-table.ts";
import { readJson } from "../json/json.ts";
import type { Declined, Outcome, RawAnswer, Reason, Unknown } from "../outcome.ts";

/**
 * Declines that a provider decides on when it carries a refund out. Others, such as `unauthorized`, can come from in front of
 * the place where keys are remembered, and `already_refunded` can be the first request's own success.
 */
const decided: readonly Reason[] = [
  "insufficient_balance",
  "not_refundable",
  "not_settled",
  "partial_not_supported",
  "unspecified",
];

const undecidedStatuses = [401, 403, 407, 408, 425, 429];

/** @param outcome of the second request, as the client judged it, as if it had been the only one */
export function judgeRepeated(table: SameKeyTable, outcome: Outcome): Outcome {
  const { busy, mismatch, forgets } = table;
  const { raw } = { raw: undefined, ...outcome };
  if (!raw || outcome.status === "not_sent") return outcome;
  if (says(mismatch, raw)) return toReview(outcome, raw);
  if (says(busy, raw)) return toUnknown(outcome, raw, "The provider still works on it.");
  if (says(forgets, raw)) {
    return toUnknown(outcome, raw, "The answer is an error that the provider does not remember.");
  }
  if (outcome.status === "declined" && !isDecided(table, outcome, raw)) {
    return toUnknown(outcome, raw, "The decline can be about the second request alone.");
  }
  return outcome;
}

/** With `latest`, an error is about the present, not about the refund. */
const isDecided = ({ answers }: SameKeyTable, { reason }: Declined, { status }: RawAnswer) =>
  decided.includes(reason) &&
  !undecidedStatuses.includes(status) &&
  status < (answers === "first" ? 500 : 400);

function says(conditions: SameKeyTable["busy"] = [], raw: RawAnswer): boolean {
  const { exact } = readJson(raw.body);
  return conditions.some((when) =>
    Object.entries(when).every(([at, expected]) => holds(raw, exact, at, expected)),
  );
}

const unsure = ({ provider, ...outcome }: Outcome, raw: RawAnswer) => ({
  provider,
  retryable: false as const,
  ...("code" in outcome && outcome.code !== undefined && { code: outcome.code }),
  raw,
});

const toUnknown = (outcome: Outcome, raw: RawAnswer, why: string): Unknown => ({
  status: "unknown",
  because: "provider_error",
  message: `It was sent again under its key, and the answer (HTTP ${raw.status}) says nothing about the first. ${why}`,
  ...unsure(outcome, raw),
});

function toReview(outcome: Outcome, raw: RawAnswer): Outcome {
  const { code: _, ...base } = { code: undefined, ...unsure(outcome, raw) };
  const contradiction = {
    field: "key",
    at: "the answer to the request that was sent again",
    asked: "the request that the provider has under this key",
    answered: "another request",
  };
  return {
    ...base,
    status: "needs_review",
    because: "answer_contradicts_request",
    contradictions: [contradiction],
    answer: readJson(raw.body).value,
  };
}
