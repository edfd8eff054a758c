import { describe, expect, test } from "vitest";
import {
  type EvidenceStatus,
  type JournalRecord,
  type RefundEvidence,
  type RefundState,
  settleEvidence,
  states,
} from "../src/index.ts";
import { recordOf } from "./support/records.ts";
import { allStates, found, outcomeOf, recordIn, type Settled } from "./support/states.ts";

const now = 5000;
const statuses: readonly EvidenceStatus[] = ["succeeded", "pending", "declined", "reversed"];

const evidence = (status: EvidenceStatus, given: Partial<RefundEvidence> = {}): RefundEvidence => ({
  status,
  because: "evidence_recorded",
  by: "Ana",
  now,
  ...given,
});

const settle = (record: JournalRecord | undefined, one: RefundEvidence) =>
  settleEvidence(one)(found(record));

/** The status of the refund afterwards. */
const after = (record: JournalRecord, one: RefundEvidence) => {
  const { write } = settle(record, one);
  return write?.outcome?.status;
};

describe("evidence", () => {
  test.each(allStates.filter((state) => states[state].open))(
    "settles a refund that is %s",
    (state) => {
      const record = recordIn(state);
      const { write, result } = settle(record, evidence("succeeded"));
      const outcome = outcomeOf("succeeded", {
        because: "evidence_recorded",
        settledBy: { by: "Ana", at: now },
      });
      expect(result).toEqual({ is: "recorded", outcome });
      expect(write).toEqual({
        ...record,
        state: "settled",
        outcome,
        history: [
          ...record.history,
          {
            what: "evidence",
            at: now,
            attempt: 1,
            status: "succeeded",
            because: "evidence_recorded",
            by: "Ana",
          },
        ],
        changedAt: now,
      });
    },
  );

  test.each(allStates)("is always kept, also if the refund is %s", (state) => {
    for (const status of statuses) {
      const { write } = settle(recordIn(state), evidence(status));
      expect(write?.history.at(-1), status).toMatchObject({ what: "evidence", status, by: "Ana" });
    }
  });

  test.each([
    ["succeeded", "declined"],
    ["reversed", "succeeded"],
    ["reversed", "declined"],
    ["declined", "succeeded"],
    ["declined", "reversed"],
    ["not_sent", "succeeded"],
    ["not_sent", "reversed"],
  ] as const)("that contradicts %s with %s makes it needs_review", (state, status) => {
    const { write } = settle(recordIn(state), evidence(status));
    expect(write?.outcome).toMatchObject({
      status: "needs_review",
      because: "evidence_conflicts",
      contradictions: [{ field: "status", at: "Ana", asked: state, answered: status }],
    });
  });

  test.each([
    ["succeeded", "succeeded"],
    ["succeeded", "pending"],
    ["declined", "declined"],
    ["not_sent", "declined"],
    ["reversed", "reversed"],
  ] as const)("that agrees with %s by %s only adds to the history", (state, status) => {
    const record = recordIn(state);
    expect(settle(record, evidence(status)).write?.outcome).toEqual(record.outcome);
  });

  test.each(["succeeded", "pending"] as const)("can reverse a refund that is %s", (state) => {
    const given = { outcome: outcomeOf(state, { refundId: "r-1" }) };
    expect(settle(recordIn(state, given), evidence("reversed")).write?.outcome).toEqual(
      outcomeOf("reversed", {
        because: "evidence_recorded",
        refundId: "r-1",
        settledBy: { by: "Ana", at: now },
      }),
    );
  });
});

describe("wrong evidence", () => {
  const unknown = recordIn("unknown");
  const declined = settle(unknown, evidence("declined")).write as JournalRecord;

  test("is corrected by later evidence, and the key is not sent again until a person decides", () => {
    const conflict = settle(declined, evidence("succeeded", { by: "webhook 1" })).write;
    expect(conflict?.outcome?.status).toBe("needs_review");
    const decided = settle(conflict, evidence("succeeded", { by: "Ana, who looked again" })).write;
    expect(decided?.outcome?.status).toBe("succeeded");
    expect(decided?.history.map(({ status, by }) => [status, by])).toEqual([
      [undefined, undefined],
      ["declined", "Ana"],
      ["succeeded", "webhook 1"],
      ["succeeded", "Ana, who looked again"],
    ]);
  });

  test("is stored once, even if a caller retries after a lost commit", () => {
    for (const status of statuses) {
      const before = found(recordIn("unknown"));
      const one = evidence(status, { refundId: "R1", by: "a query" });
      const first = settleEvidence(one, before)(before);
      const again = settleEvidence(one, before)(found(first.write));
      expect(again).toEqual({ result: first.result });
    }
  });

  test("that is repeated does not end the review it caused", () => {
    const conflict = settle(declined, evidence("succeeded", { by: "webhook 1" })).write;
    for (const again of [evidence("succeeded", { by: "webhook 1" }), evidence("declined")]) {
      const { write, result } = settle(conflict, again);
      expect(write).toBeUndefined();
      expect(result).toMatchObject({ is: "recorded", outcome: { status: "needs_review" } });
    }
  });

  describe("after the refund was sent again", () => {
    const sent = { what: "sent", at: 4500, attempt: 2 } as const;
    const resent = (state: RefundState) =>
      recordIn(state, { attempt: 2, history: [...declined.history, sent] });

    test.each(allStates)("changes nothing if it is given once more: the refund is %s", (state) => {
      const { write, result } = settle(resent(state), evidence("declined", { now: 9000 }));
      expect(write).toBeUndefined();
      expect(result).toMatchObject({
        is: "recorded",
        outcome:
          state === "leaving" ? { status: "unknown", because: "unfinished" } : { status: state },
      });
    });

    test.each([
      ["another source", { by: "Ana, who looked again" }],
      ["another refund id", { refundId: "r-2" }],
      ["a query, whose answer is about now", { because: "query_proved" }],
    ] as const)("decides about the later attempt if it has %s", (_, given) => {
      for (const state of ["leaving", "unknown", "pending"] as const) {
        expect(after(resent(state), evidence("declined", given))).toBe("declined");
      }
    });
  });
});

describe("an earlier attempt that happened after all, found while a later one was being sent", () => {
  const history = [
    { what: "sent", at: 1, attempt: 1 },
    { what: "evidence", at: 2, attempt: 1, status: "declined", by: "Ana" },
    { what: "sent", at: 3, attempt: 2 },
    { what: "answer", at: 4, attempt: 1, status: "succeeded" },
  ] as const;
  const record = recordOf({ attempt: 2, history });

  test.each(
    statuses.flatMap((status) =>
      (["evidence_recorded", "query_proved", "notification_proved"] as const).map(
        (because) => [status, because] as const,
      ),
    ),
  )("makes it needs_review, whatever the evidence: %s, %s", (status, because) => {
    const { write, result } = settle(record, evidence(status, { because, by: "Ben" }));
    expect(result).toMatchObject({
      is: "recorded",
      outcome: {
        status: "needs_review",
        because: "evidence_conflicts",
        contradictions: [{ at: "the answer to attempt 1", answered: "succeeded" }],
      },
    });
    expect(write?.history.at(-1)).toMatchObject({ attempt: 2, status, by: "Ben" });
  });

  test("counts also after the later one was sent again under its key", () => {
    const again = { what: "sent", at: 5, attempt: 2, again: 1 } as const;
    const repeated = { ...record, history: [...history, again] };
    expect(after(repeated, evidence("declined", { by: "Ben" }))).toBe("needs_review");
  });

  test("is decided by a person, and that is not doubted again", () => {
    const review = settle(record, evidence("declined", { by: "Ben" })).write;
    expect(settle(review, evidence("declined", { by: "Ben" })).write).toBeUndefined();
    for (const status of ["succeeded", "declined"] as const) {
      const decided = settle(review, evidence(status, { by: "Ben, who looked again" }));
      expect(decided.write?.outcome?.status).toBe(status);
    }
  });

  test("does not concern an attempt that is sent after that decision", () => {
    const third = { what: "sent", at: 9, attempt: 3 } as const;
    const later = recordOf({ attempt: 3, history: [...history, third] });
    expect(after(later, evidence("declined", { by: "Cleo" }))).toBe("declined");
  });
});

describe("the refund id of evidence", () => {
  const known = recordIn("succeeded", { outcome: outcomeOf("succeeded", { refundId: "r-1" }) });

  test("is added if none is known", () => {
    const { write } = settle(recordIn("succeeded"), evidence("succeeded", { refundId: "r-1" }));
    expect(write?.outcome).toEqual(outcomeOf("succeeded", { refundId: "r-1" }));
  });

  test("that differs from the known one makes it needs_review", () => {
    expect(after(known, evidence("succeeded", { refundId: "r-2" }))).toBe("needs_review");
    expect(after(known, evidence("succeeded", { refundId: "r-1" }))).toBe("succeeded");
  });

  test.each(["unknown", "succeeded"] as const)(
    "that another key of the account has makes a refund that is %s needs_review",
    (state) => {
      const other = recordIn("succeeded", { key: "other", outcome: known.outcome as never });
      const record = recordIn(state);
      const { write } = settleEvidence(evidence("succeeded", { refundId: "r-1" }))(
        found(record, { withRefundId: [other] }),
      );
      expect(write?.outcome).toMatchObject({
        status: "needs_review",
        because: "refund_id_reused",
      });
    },
  );
});

describe("evidence is not stored", () => {
  test("for a key without a record", () => {
    expect(settle(undefined, evidence("succeeded"))).toEqual({ result: { is: "unknown_key" } });
  });

  test("while the refund may still be sending, except from the caller that received the answer", () => {
    const record = recordOf({ sendingUntil: now, attempt: 2 });
    const inProgress = { result: { is: "in_progress", until: now } };
    expect(settle(record, evidence("succeeded"))).toEqual(inProgress);
    expect(settle(record, evidence("succeeded", { answeredAttempt: 1 }))).toEqual(inProgress);
    expect(after(record, evidence("succeeded", { answeredAttempt: 2 }))).toBe("succeeded");
  });

  test.each([
    ["the refund", (record: JournalRecord) => ({ ...record, attempt: 2 })],
    ["its outcome", (record: JournalRecord) => ({ ...record, outcome: outcomeOf("pending") })],
  ])("if %s has changed since the query was sent", (_, change) => {
    const record = recordIn("unknown");
    const decide = settleEvidence(evidence("succeeded"), found(record));
    expect(decide(found(change(record)))).toEqual({ result: { is: "outdated" } });
    expect(decide(found(record)).write).toBeDefined();
  });

  test("if another refund of the payment has changed since the query was sent", () => {
    const record = recordIn("unknown");
    const other = (state: Settled) => recordIn(state, { key: "other" });
    const decide = settleEvidence(
      evidence("succeeded"),
      found(record, { ofPayment: [record, other("not_sent")] }),
    );
    expect(decide(found(record, { ofPayment: [record, other("succeeded")] }))).toEqual({
      result: { is: "outdated" },
    });
  });
});
