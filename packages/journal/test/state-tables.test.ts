/** What evidence and late answers make of a refund in each state, and what each state means for its payment. Written out by hand. */
import type { Outcome } from "@refunds/core";
import { describe, expect, test } from "vitest";
import {
  type EvidenceStatus,
  type RefundState,
  rulesOf,
  type SentAnswer,
  settleAnswer,
  settleEvidence,
} from "../src/index.ts";
import { found, outcomeOf, recordIn, type Settled } from "./support/states.ts";

type Row = readonly RefundState[];

describe("evidence", () => {
  const said: readonly EvidenceStatus[] = ["succeeded", "pending", "declined", "reversed"];
  const review = "needs_review";
  const after: Readonly<Record<RefundState, Row>> = {
    leaving: ["succeeded", "pending", "declined", "reversed"],
    unknown: ["succeeded", "pending", "declined", "reversed"],
    needs_review: ["succeeded", review, "declined", "reversed"],
    pending: ["succeeded", "pending", "declined", "reversed"],
    succeeded: ["succeeded", "succeeded", review, "reversed"],
    reversed: [review, review, review, "reversed"],
    declined: [review, review, "declined", review],
    not_sent: [review, review, "not_sent", review],
  };
  const cases = Object.entries(after).flatMap(([state, row]) =>
    row.map((status, at) => [state, said[at], status] as [RefundState, EvidenceStatus, Settled]),
  );
  test.each(cases)("about a refund that is %s says %s: it is %s", (state, status, expected) => {
    const one = { status, because: "evidence_recorded", by: "Ana", now: 5000 } as const;
    const { result } = settleEvidence(one)(found(recordIn(state)));
    expect(result).toMatchObject({ is: "recorded", outcome: { status: expected } });
  });
});

describe("a late answer, after evidence has settled the refund,", () => {
  const answers = ["succeeded", "pending", "declined", "not_sent", "unknown"] as const;
  const after = {
    unknown: ["succeeded", "pending", "declined", "not_sent", "unknown"],
    pending: ["succeeded", "pending", "needs_review", "needs_review", "pending"],
    succeeded: ["succeeded", "succeeded", "needs_review", "needs_review", "succeeded"],
    reversed: ["reversed", "reversed", "needs_review", "needs_review", "reversed"],
    declined: ["needs_review", "needs_review", "declined", "declined", "declined"],
    needs_review: Array.from(answers, () => "needs_review"),
  } as const;
  const cases = Object.entries(after).flatMap(([state, row]) =>
    row.map((status, at) => [state, answers[at], status] as [Settled, Outcome["status"], Settled]),
  );
  test.each(cases)("finds it %s and says %s: it is %s", (state, status, expected) => {
    const evidence = { because: "evidence_recorded", settledBy: { by: "Ana", at: 4000 } };
    const record = recordIn(state, { outcome: outcomeOf(state, evidence) });
    const answer = {
      attempt: 1,
      outcome: outcomeOf(status),
      keepAnswer: true,
      now: 5000,
    } as SentAnswer;
    const { write, result } = settleAnswer(answer)(found(record));
    expect((write?.outcome ?? result)?.status).toBe(expected);
  });
});

test.each([
  // The state, and whether it is open, blocks its payment, takes its amount, and can be queried.
  ["leaving", true, true, false, true],
  ["unknown", true, true, false, true],
  ["needs_review", true, true, false, false],
  ["pending", true, false, true, true],
  ["succeeded", false, false, true, false],
  ["reversed", false, false, false, false],
  ["declined", false, false, false, false],
  ["not_sent", false, false, false, false],
] as const)(
  "the rules of a refund that is %s",
  (state, open, blocksPayment, takesAmount, asksProvider) => {
    expect(rulesOf(recordIn(state))).toMatchObject({
      open,
      blocksPayment,
      takesAmount,
      asksProvider,
    });
  },
);
