import type { Outcome } from "@refunds/core";
import { describe, expect, test } from "vitest";
import { type JournalRecord, type SentAnswer, settleAnswer } from "../src/index.ts";
import { recordOf } from "./support/records.ts";
import { found, outcomeOf, recordIn, type Settled } from "./support/states.ts";

const now = 5000;
type Answer = Exclude<Settled, "reversed">;

const answers: readonly Answer[] = [
  "succeeded",
  "pending",
  "declined",
  "not_sent",
  "unknown",
  "needs_review",
];

const answer = (status: Answer, given: object = {}, attempt = 1): SentAnswer => ({
  attempt,
  outcome: outcomeOf(status, given) as Outcome & { account: string },
  keepAnswer: true,
  now,
});

const evidence = { because: "evidence_recorded", settledBy: { by: "Ana", at: 4000 } };
const byEvidence = (status: Settled) => recordIn(status, { outcome: outcomeOf(status, evidence) });

describe("an answer", () => {
  test.each(answers)("%s settles the open attempt", (status) => {
    const record = recordOf({ attempt: 2 });
    const { write, result } = settleAnswer(answer(status, {}, 2))(found(record));
    const outcome = outcomeOf(status);
    expect(result).toEqual(outcome);
    expect(write).toEqual({
      ...record,
      state: "settled",
      outcome,
      history: [
        ...record.history,
        { what: "answer", at: now, attempt: 2, status, because: "provider_answered" },
      ],
      changedAt: now,
    });
  });

  test("is returned in full, and stored without the provider's answer if answers are not kept", () => {
    const given = { raw: { status: 200, body: "{}" }, answer: {} };
    const one = { ...answer("succeeded", given), keepAnswer: false };
    const { write, result } = settleAnswer(one)(found(recordOf()));
    expect(result).toEqual(outcomeOf("succeeded", given));
    expect(write?.outcome).toEqual(outcomeOf("succeeded"));
  });

  test("is stored once, even if the store decides again after a lost commit", () => {
    const one = answer("succeeded", { raw: { status: 200, body: "{}" } });
    const { write, result } = settleAnswer(one)(found(recordOf()));
    expect(settleAnswer(one)(found(write))).toEqual({ result });
    const conflict = settleAnswer(one)(found(byEvidence("declined")));
    expect(settleAnswer(one)(found(conflict.write))).toEqual({ result: conflict.write?.outcome });
  });

  test("to a key without a record is not stored", () => {
    expect(settleAnswer(answer("succeeded"))(found())).toEqual({ result: undefined });
  });
});

describe("a refund id that another key of the account has", () => {
  const record = recordOf();
  const other = recordIn("succeeded", {
    key: "other",
    outcome: outcomeOf("succeeded", { refundId: "REF1" }),
  });

  test.each(["succeeded", "pending"] as const)("makes %s needs_review", (status) => {
    const given = { refundId: "REF1", raw: { status: 200, body: "{}" }, answer: { id: "REF1" } };
    const { write, result } = settleAnswer(answer(status, given))(
      found(record, { withRefundId: [other] }),
    );
    expect(result).toEqual({
      ...outcomeOf("needs_review", given),
      because: "refund_id_reused",
      contradictions: [
        {
          field: "refundId",
          at: 'key "other"',
          asked: "a refund id that no other refund has",
          answered: "REF1",
        },
      ],
    });
    expect(write?.outcome).toEqual(result);
  });

  test("is not a contradiction if it is the key's own", () => {
    const own = recordOf({ outcome: outcomeOf("succeeded", { refundId: "REF1" }) });
    const { result } = settleAnswer(answer("succeeded", { refundId: "REF1" }))(
      found(own, { withRefundId: [own] }),
    );
    expect(result).toMatchObject({ status: "succeeded" });
  });
});

describe("an answer that comes after evidence", () => {
  const late = (status: Answer, recorded: Settled) =>
    settleAnswer(answer(status))(found(byEvidence(recorded)));

  test.each([
    ["succeeded", "declined"],
    ["pending", "declined"],
    ["needs_review", "declined"],
    ["declined", "succeeded"],
    ["not_sent", "succeeded"],
    ["declined", "reversed"],
  ] as const)("%s contradicts %s and makes it needs_review", (status, recorded) => {
    const { write, result } = late(status, recorded);
    expect(result).toMatchObject({
      status: "needs_review",
      because: "evidence_conflicts",
      contradictions: [
        { field: "status", at: "the answer to attempt 1", asked: recorded, answered: status },
      ],
    });
    expect(write).toMatchObject({ outcome: result, history: [{}, { what: "answer", status }] });
  });

  test.each([
    ["succeeded", "succeeded"],
    ["pending", "succeeded"],
    ["unknown", "succeeded"],
    ["succeeded", "reversed"],
    ["unknown", "declined"],
    ["not_sent", "declined"],
  ] as const)("%s leaves %s unchanged and is added to the history", (status, recorded) => {
    const record = byEvidence(recorded);
    const { write } = late(status, recorded);
    expect(write?.outcome).toEqual(record.outcome);
    expect(write?.history.at(-1)).toMatchObject({ what: "answer", status });
  });

  test("adds its refund id to the outcome, so that a reused id is detected", () => {
    const late = answer("succeeded", { refundId: "REF1" });
    const record = byEvidence("succeeded");
    const { write, result } = settleAnswer(late)(found(record));
    expect(write?.outcome).toEqual({ ...record.outcome, refundId: "REF1" });
    expect(result).toEqual(late.outcome);
    const other = recordIn("succeeded", {
      key: "other",
      outcome: outcomeOf("succeeded", { refundId: "REF1" }),
    });
    const reused = settleAnswer(late)(found(record, { withRefundId: [other] }));
    expect(reused.result).toMatchObject({ status: "needs_review", because: "refund_id_reused" });
    expect(reused.write?.outcome).toEqual(reused.result);
    const known = { ...record, outcome: outcomeOf("succeeded", { ...evidence, refundId: "REF2" }) };
    expect(settleAnswer(late)(found(known)).result).toMatchObject({
      status: "needs_review",
      contradictions: [{ field: "refundId", asked: "REF2", answered: "REF1" }],
    });
  });

  test("succeeded settles what a query reported as pending", () => {
    expect(late("succeeded", "pending").write?.outcome).toEqual(outcomeOf("succeeded"));
  });
});

describe("an answer to an attempt after which the refund was sent again", () => {
  const again = (given: Partial<JournalRecord>) => recordOf({ attempt: 2, ...given });
  const history = [
    { what: "sent", at: 1, attempt: 1 },
    { what: "evidence", at: 3, attempt: 1, status: "declined", by: "Ana" },
    { what: "sent", at: 4, attempt: 2 },
  ] as const;

  test.each(["succeeded", "pending", "needs_review"] as const)(
    "that says %s makes the later attempt needs_review, whatever its answer",
    (status) => {
      const early = settleAnswer(answer(status))(found(again({ history })));
      expect(early.write).toMatchObject({ state: "leaving" });
      for (const later of answers) {
        const settled = settleAnswer(answer(later, {}, 2))(found(early.write));
        expect(settled.result).toMatchObject({
          status: "needs_review",
          because: "evidence_conflicts",
        });
      }
      const settled = again({ state: "settled", outcome: outcomeOf("succeeded"), history });
      expect(settleAnswer(answer(status))(found(settled)).write?.outcome).toMatchObject({
        status: "needs_review",
      });
    },
  );

  test.each(["declined", "not_sent", "unknown"] as const)(
    "that says %s changes nothing",
    (status) => {
      const early = settleAnswer(answer(status))(found(again({ history })));
      // Its caller must not take it for the outcome while the later attempt may move the money.
      expect(early.result).toMatchObject({ status: "unknown" });
      const settled = settleAnswer(answer("succeeded", {}, 2))(found(early.write));
      expect(settled.result).toMatchObject({ status: "succeeded" });
    },
  );
});

describe("an answer that contradicts what is recorded", () => {
  const first = { raw: { status: 200, body: "1" }, refundId: "r-1" };
  const second = { raw: { status: 200, body: "2" }, refundId: "r-2" };
  const history = [
    { what: "sent", at: 1, attempt: 1 },
    { what: "evidence", at: 3, attempt: 1, status: "declined", by: "Ana" },
    { what: "sent", at: 4, attempt: 2 },
    { what: "answer", at: 5, attempt: 2, status: "succeeded", refundId: "r-2" },
  ] as const;
  const record = recordIn("succeeded", {
    attempt: 2,
    outcome: outcomeOf("succeeded", second),
    history,
  });

  test("replaces the earlier answer, which the history keeps", () => {
    const { write } = settleAnswer(answer("succeeded", first))(found(record));
    expect(write?.outcome).toMatchObject({ status: "needs_review", ...first });
    expect(write?.history.slice(3)).toMatchObject([
      { attempt: 2, ...second },
      { attempt: 1, ...first },
    ]);
  });

  test("keeps no answer if answers are not kept", () => {
    const kept = { ...record, outcome: outcomeOf("succeeded", { refundId: "r-2" }) };
    const one = { ...answer("succeeded", first), keepAnswer: false };
    const { write } = settleAnswer(one)(found(kept));
    expect(JSON.stringify(write)).not.toContain('"raw"');
  });

  test.each(["succeeded", "needs_review"] as const)(
    "adds to a review that is open, and replaces nothing of it: %s",
    (status) => {
      const known = { field: "amount", at: "/amount", asked: "2", answered: "3" };
      const own = { field: "currency", at: "/currency", asked: "EUR", answered: "SEK" };
      const outcome = outcomeOf("needs_review", { ...second, contradictions: [known] });
      const review = recordIn("needs_review", { attempt: 2, outcome, history });
      const isReview = status === "needs_review";
      const late = answer(status, { ...first, ...(isReview && { contradictions: [own] }) });
      const { write, result } = settleAnswer(late)(found(review));
      expect(write?.outcome).toMatchObject({
        ...second,
        contradictions: [
          known,
          ...(isReview ? [own] : []),
          { at: "the answer to attempt 1", asked: "needs_review", answered: status },
        ],
      });
      expect(write?.history.at(-1)).toMatchObject({ attempt: 1, ...first });
      expect(result).toEqual(write?.outcome);
    },
  );
});

test("consecutive attempts that were not sent share one history entry with a count", () => {
  let record = recordOf();
  for (let attempt = 1; attempt <= 1000; attempt++) {
    const sent = { what: "sent", at: attempt, attempt } as const;
    const history = attempt === 1 ? record.history : [...record.history, sent];
    const leaving = recordOf({ attempt, history });
    const given = { because: "not_connected" };
    record = settleAnswer(answer("not_sent", given, attempt))(found(leaving))
      .write as JournalRecord;
  }
  expect(record.history).toHaveLength(2);
  expect(record.history[1]).toMatchObject({ status: "not_sent", attempt: 1000, times: 1000 });
});
