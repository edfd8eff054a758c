/** An outcome in words, with what to do next. */
import { rulesOfStatus } from "@refunds/journal";
import type { RefundOutcome } from "refunds";
import { facts } from "./table.ts";

/** @param asked whether the provider was asked just now */
export const outcomeText = (key: string, outcome: RefundOutcome, asked = false): string =>
  [facts([["key", key], ...outcomeFacts(outcome)]), nextStep(key, outcome, asked)]
    .filter((text) => text !== undefined)
    .join("\n");

export function outcomeFacts(outcome: RefundOutcome): [string, string | undefined][] {
  const { status, because, settledBy, recorded } = outcome;
  return [
    ["status", status],
    ["because", because],
    ["reason", "reason" in outcome ? outcome.reason : undefined],
    ["code", "code" in outcome ? outcome.code : undefined],
    ["message", "message" in outcome ? outcome.message : undefined],
    ["blocked by", "blockedBy" in outcome ? outcome.blockedBy : undefined],
    ["refund id", "refundId" in outcome ? outcome.refundId : undefined],
    ["settled by", settledBy?.by],
    ...contradictionsOf(outcome),
    ["recorded", recorded === false ? "NO: the journal could not store this outcome" : undefined],
  ];
}

const contradictionsOf = (outcome: RefundOutcome): [string, string][] =>
  outcome.status === "needs_review"
    ? outcome.contradictions.map(({ field, at, asked, answered = "nothing" }) => [
        "contradiction",
        `${field}: ${asked}, but ${answered} (${at})`,
      ])
    : [];

/** What a person does next; undefined if nothing is left to do. */
function nextStep(key: string, outcome: RefundOutcome, asked: boolean): string | undefined {
  const quoted = shellWord(key);
  if (outcome.recorded === false && rulesOfStatus(outcome.status).decided) {
    return `Next: npx refunds record ${quoted} --status ${outcome.status} --by "the answer of the provider"`;
  }
  switch (outcome.status) {
    case "unknown":
      return asked
        ? `Next: do not send it again. Ask again later, or look in the provider's dashboard, then npx refunds record ${quoted} --status … --by …`
        : `Next: do not send it again. Find out: npx refunds reconcile ${quoted}`;
    case "pending":
      return `Next: later, npx refunds reconcile ${quoted}`;
    case "needs_review":
      return `Next: check the payment with the provider, then npx refunds record ${quoted} --status … --by …`;
    case "not_sent":
      return outcome.retryable ? "Next: the same command again, with the same key." : undefined;
    case "succeeded":
    case "declined":
    case "reversed":
      return undefined;
  }
}

/** A key as one word of a shell. */
export const shellWord = (text: string): string =>
  /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
