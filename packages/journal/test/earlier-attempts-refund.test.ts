/** The provider's refund of an attempt that did not happen, as far as was known, in the answer to a later attempt. */
import type { Outcome } from "@refunds/core";
import { describe, expect, test } from "vitest";
import { type JournalRecord, settleAnswer, settleEvidence } from "../src/index.ts";
import { recordOf } from "./support/records.ts";
import { found, outcomeOf, recordIn, type Settled } from "./support/states.ts";

const history = [
  { what: "sent", at: 1000, attempt: 1 },
  { what: "answer", at: 1500, attempt: 1, status: "pending", refundId: "re_1" },
  { what: "evidence", at: 2000, attempt: 1, status: "declined", by: "notification ev_1" },
  { what: "sent", at: 3000, attempt: 2 },
] as const;
const resent = recordOf({ attempt: 2, history });

const answer = (
  status: Settled,
  refundId: string,
  record: JournalRecord = resent,
  again?: number,
) =>
  settleAnswer({
    attempt: 2,
    ...(again && { again }),
    outcome: outcomeOf(status, { refundId }) as Outcome & { account: string },
    keepAnswer: true,
    now: 5000,
  })(found(record));

const review = {
  status: "needs_review",
  because: "evidence_conflicts",
  refundId: "re_1",
  contradictions: [
    {
      field: "refundId",
      at: "the answer to attempt 2",
      asked: "a refund that no earlier attempt has",
      answered: "re_1",
    },
  ],
};

describe("the answer to a resend", () => {
  test.each(["succeeded", "pending", "needs_review"] as const)(
    "that says %s of the refund of an earlier attempt is for a person",
    (status) => {
      const { write, result } = answer(status, "re_1");
      expect(result).toMatchObject(review);
      expect(write?.outcome).toMatchObject(review);
      expect(write?.history.at(-1)).toMatchObject({ what: "answer", status, refundId: "re_1" });
      // The store may decide again after a lost commit.
      const again = answer(status, "re_1", write);
      expect([again.write, again.result?.status]).toEqual([undefined, "needs_review"]);
    },
  );

  test.each(["succeeded", "pending"] as const)(
    "that says %s of its own refund settles",
    (status) => {
      expect(answer(status, "re_2").result).toMatchObject({ status, refundId: "re_2" });
    },
  );

  test("is compared, too, if it comes after evidence or to a repetition", () => {
    for (const status of ["unknown", "pending", "succeeded"] as const) {
      const settled = recordIn(status, { attempt: 2, history });
      expect(answer("pending", "re_1", settled).result, status).toMatchObject(review);
    }
    const repeated = recordOf({
      attempt: 2,
      history: [...history, { what: "sent", at: 4000, attempt: 2, again: 1 }],
    });
    expect(answer("succeeded", "re_1", repeated, 1).result).toMatchObject(review);
  });

  test("does not undo what a person decided about that refund", () => {
    const evidence = {
      status: "succeeded",
      because: "evidence_recorded",
      by: "Ana",
      refundId: "re_1",
      now: 6000,
    } as const;
    const { write } = settleEvidence(evidence)(found(answer("pending", "re_1").write));
    expect(write?.outcome).toMatchObject({ status: "succeeded", refundId: "re_1" });
    expect(answer("succeeded", "re_1", write, 1).write?.outcome).toEqual(write?.outcome);
  });
});

test.each(["succeeded", "pending"] as const)(
  "a query that says %s of the refund of an earlier attempt is for a person",
  (status) => {
    const query = { status, because: "query_proved", by: "the query", now: 9000 } as const;
    for (const record of [resent, recordIn("unknown", { attempt: 2, history })]) {
      const decide = (refundId: string) => settleEvidence({ ...query, refundId })(found(record));
      expect(decide("re_1").result).toMatchObject({
        is: "recorded",
        outcome: {
          status: "needs_review",
          contradictions: [{ at: "the query", answered: "re_1" }],
        },
      });
      expect(decide("re_2").result).toMatchObject({ outcome: { status, refundId: "re_2" } });
    }
  },
);
