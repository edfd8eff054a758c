/** What evidence and late answers make of a refund in each state, and what each state means for its payment. Written out by hand. */
import type { Outcome } from "@refunds/core";
import { describe, expect, test } from "vitest";
import {
  type EvidenceStatus,
  type RefundState,
  rulesOfStatus,
  type SentAnswer,
  type StateRules,
  settleAnswer,
  settleEvidence,
  states,
} from "../src/index.ts";
import { allStates, found, outcomeOf, recordIn, type Settled } from "./support/states.ts";

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

type Flags = Exclude<keyof StateRules, "happened" | "inTotal">;

describe("the groups of states", () => {
  const groups: Readonly<Record<Flags, readonly RefundState[]>> = {
    open: ["leaving", "unknown", "needs_review", "pending"],
    blocksPayment: ["leaving", "unknown", "needs_review"],
    takesAmount: ["pending", "succeeded"],
    asksProvider: ["leaving", "unknown", "pending"],
    lacksAnswer: ["leaving", "unknown"],
    decided: ["succeeded", "reversed", "declined"],
    hasRefundId: ["needs_review", "pending", "succeeded", "reversed"],
  };
  test.each(Object.entries(groups))("%s", (name, members) => {
    expect(allStates.filter((state) => states[state][name as Flags])).toEqual(members);
  });

  const having = (name: "happened" | "inTotal", is: string) =>
    allStates.filter((state) => states[state][name] === is);
  test("a refund that happened, did not, or may have", () => {
    expect(having("happened", "yes")).toEqual(["pending", "succeeded", "reversed"]);
    expect(having("happened", "no")).toEqual(["declined", "not_sent"]);
    expect(having("happened", "maybe")).toEqual(["leaving", "unknown", "needs_review"]);
  });
  test("a refund that the provider's total includes, does not, or may", () => {
    expect(having("inTotal", "yes")).toEqual(["succeeded"]);
    expect(having("inTotal", "no")).toEqual(["declined", "not_sent"]);
    expect(having("inTotal", "maybe")).toEqual([
      ...["leaving", "unknown", "needs_review"],
      ...["pending", "reversed"],
    ]);
  });
  test("what callers see as sending or unfinished is a refund that is leaving", () => {
    expect(rulesOfStatus("sending")).toBe(states.leaving);
    expect(rulesOfStatus("unfinished")).toBe(states.leaving);
    for (const state of allStates)
      if (state !== "leaving") expect(rulesOfStatus(state)).toBe(states[state]);
  });
});
