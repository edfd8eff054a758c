/** What notifications make of a refund in each state. Written out by hand. */
import { describe, expect, test } from "vitest";
import {
  type EvidenceStatus,
  type HistoryEntry,
  type JournalRecord,
  type RefundNotification,
  type RefundState,
  settleNotification,
} from "../src/index.ts";
import { recordOf } from "./support/records.ts";
import { found, outcomeOf, recordIn, type Settled } from "./support/states.ts";

const says = (
  status: EvidenceStatus,
  given: Partial<RefundNotification> = {},
): RefundNotification => ({ status, by: "notification ev_1 of acme", now: 5000, ...given });

const settle = (record: JournalRecord | undefined, one: RefundNotification) =>
  settleNotification(one)(found(record));

describe("a notification", () => {
  const said: readonly EvidenceStatus[] = ["succeeded", "pending", "declined", "reversed"];
  const review = "needs_review";
  const after: Readonly<Record<RefundState, readonly RefundState[]>> = {
    leaving: ["succeeded", "pending", "declined", "reversed"],
    unknown: ["succeeded", "pending", "declined", "reversed"],
    needs_review: [review, review, review, review],
    pending: ["succeeded", "pending", "declined", "reversed"],
    succeeded: ["succeeded", "succeeded", review, "reversed"],
    reversed: ["reversed", "reversed", review, "reversed"],
    declined: [review, "declined", "declined", "declined"],
    not_sent: [review, review, "not_sent", review],
  };
  const cases = Object.entries(after).flatMap(([state, row]) =>
    row.map((status, at) => [state, said[at], status] as [RefundState, EvidenceStatus, Settled]),
  );
  test.each(cases)("about a refund that is %s says %s: it is %s", (state, status, expected) => {
    const { write, result } = settle(recordIn(state), says(status));
    expect(result).toMatchObject({
      is: "recorded",
      outcome: { status: expected },
      isNews: state !== expected,
    });
    expect(write?.history.at(-1)).toMatchObject({
      what: "evidence",
      because: "notification_proved",
      status,
    });
  });

  test.each(["succeeded", "declined", "reversed"] as const)(
    "that says %s and is delivered twice changes nothing the second time",
    (status) => {
      const once = settle(recordIn("pending"), says(status)).write as JournalRecord;
      const twice = settle(once, says(status, { now: 9000 }));
      expect(twice.write).toBeUndefined();
      expect(twice.result).toMatchObject({ is: "recorded", isNews: false, outcome: { status } });
    },
  );

  test("the order of a success and a reversal does not matter", () => {
    const events = [
      says("succeeded"),
      says("reversed", { by: "ev_2" }),
      says("pending", { by: "ev_3" }),
    ];
    for (const order of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]) {
      const last = order.reduce<JournalRecord>(
        (record, at) => settle(record, events[at] as RefundNotification).write as JournalRecord,
        recordIn("pending"),
      );
      expect(last.outcome?.status, `${order}`).toBe("reversed");
    }
  });

  test("about a refund that is being sent waits", () => {
    expect(settle(recordOf({ sendingUntil: 5000 }), says("succeeded"))).toEqual({
      result: { is: "in_progress", until: 5000 },
    });
  });

  test("about a refund that the journal does not have changes nothing", () => {
    expect(settle(undefined, says("succeeded"))).toEqual({ result: { is: "unknown_key" } });
  });

  test.each(["leaving", "unknown", "pending", "succeeded"] as const)(
    "that contradicts the request of a refund that is %s is for a person",
    (state) => {
      const contradiction = { field: "amount", at: "ev_1", asked: "1050 EUR", answered: "50 EUR" };
      const { result } = settle(recordIn(state), says("succeeded", { contradiction }));
      expect(result).toMatchObject({
        is: "recorded",
        outcome: {
          status: "needs_review",
          contradictions: [contradiction],
          because: "evidence_conflicts",
        },
      });
    },
  );
});

describe("with a refund id", () => {
  const sent = (attempt: number) => ({ what: "sent", at: 1000, attempt }) as const;
  const answer = (attempt: number, status: Settled, refundId: string) =>
    ({ what: "answer", at: 1500, attempt, status, refundId }) as const;

  test.each(["pending", "succeeded"] as const)(
    "another one than that of a %s refund is for a person",
    (state) => {
      const outcome = outcomeOf(state, { refundId: "re_1" });
      const record = recordIn(state, { outcome, history: [sent(1), answer(1, state, "re_1")] });
      expect(settle(record, says("succeeded", { refundId: "re_1" })).result).toMatchObject({
        outcome: { status: "succeeded", refundId: "re_1" },
      });
      expect(settle(record, says("succeeded", { refundId: "re_2" })).result).toMatchObject({
        outcome: {
          status: "needs_review",
          contradictions: [{ field: "refundId", asked: "re_1", answered: "re_2" }],
        },
      });
    },
  );

  const resent = recordIn("pending", {
    attempt: 2,
    outcome: outcomeOf("pending", { refundId: "re_2" }),
    history: [sent(1), answer(1, "pending", "re_1"), sent(2), answer(2, "pending", "re_2")],
  });

  test.each(["pending", "declined", "reversed"] as const)(
    "of an earlier attempt says nothing new with %s",
    (status) => {
      expect(settle(resent, says(status, { refundId: "re_1" }))).toEqual({
        result: { is: "outdated" },
      });
    },
  );

  test("of an earlier attempt that did succeed is for a person", () => {
    expect(settle(resent, says("succeeded", { refundId: "re_1" })).result).toMatchObject({
      outcome: {
        status: "needs_review",
        contradictions: [{ field: "status", answered: "succeeded" }],
      },
    });
  });

  test("of the present attempt settles it, and without one it is a reason to ask", () => {
    expect(settle(resent, says("succeeded", { refundId: "re_2" })).result).toMatchObject({
      outcome: { status: "succeeded" },
    });
    expect(settle(resent, says("succeeded"))).toEqual({ result: { is: "ambiguous" } });
  });

  test("that no attempt has, a success is of a second refund, and anything else a reason to ask", () => {
    const { result } = settle(resent, says("succeeded", { refundId: "re_3" }));
    expect(result).toMatchObject({
      outcome: {
        status: "needs_review",
        contradictions: [{ field: "refundId", asked: "re_2", answered: "re_3" }],
      },
    });
    for (const status of ["pending", "declined", "reversed"] as const) {
      expect(settle(resent, says(status, { refundId: "re_3" }))).toEqual({
        result: { is: "ambiguous" },
      });
    }
  });
});

describe("after earlier attempts", () => {
  const sent = (attempt: number, again?: number) =>
    ({ what: "sent", at: 1000, attempt, ...(again && { again }) }) as const;
  const ended = (attempt: number, status: Settled, given: Partial<HistoryEntry> = {}) =>
    ({ what: "answer", at: 1500, attempt, status, ...given }) as const;
  const last = (attempt: number, ...before: HistoryEntry[]) =>
    recordIn("pending", {
      attempt,
      history: [...before, sent(attempt), ended(attempt, "pending")],
    });

  const unsent: [string, JournalRecord][] = [
    ["one that was not sent", last(2, sent(1), ended(1, "not_sent"))],
    [
      "several that share an entry",
      last(4, sent(1), ended(2, "not_sent", { times: 2 }), sent(3), ended(3, "not_sent")),
    ],
    [
      "one after which the journal declined",
      last(2, sent(1), ended(1, "not_sent"), ended(1, "declined", { what: "journal" })),
    ],
  ];
  test.each(unsent)("%s, it is about the present one", (_, record) => {
    for (const status of ["succeeded", "declined", "reversed"] as const) {
      expect(settle(record, says(status)).result).toMatchObject({ outcome: { status } });
    }
    expect(settle(record, says("succeeded", { refundId: "re_1" })).result).toMatchObject({
      outcome: { status: "succeeded", refundId: "re_1" },
    });
  });

  const arrived: [string, JournalRecord][] = [
    ["one whose reply was lost", last(2, sent(1), ended(1, "unknown"))],
    ["one that was left behind", last(2, sent(1))],
    ["one of three that was left behind", last(3, sent(1), sent(2), ended(2, "not_sent"))],
    [
      "one that was declined by evidence",
      last(2, sent(1), ended(1, "declined", { what: "evidence" })),
    ],
    [
      "one that was not sent, and about which something was said",
      last(2, sent(1), ended(1, "not_sent"), ended(1, "declined", { what: "evidence" })),
    ],
    [
      "one of which only the repetition was not sent",
      last(2, sent(1), sent(1, 1), ended(1, "not_sent", { again: 1 })),
    ],
  ];
  test.each(arrived)("%s, it can be about either", (_, record) => {
    for (const status of ["succeeded", "declined", "reversed"] as const) {
      expect(settle(record, says(status))).toEqual({ result: { is: "ambiguous" } });
    }
  });

  test.each(["declined", "not_sent"] as const)(
    "if the last one is %s, too, a success of either contradicts the journal",
    (state) => {
      const record = recordIn(state, {
        attempt: 2,
        history: [sent(1), ended(1, "unknown"), sent(2), ended(2, state)],
      });
      expect(settle(record, says("succeeded")).result).toMatchObject({
        outcome: {
          status: "needs_review",
          contradictions: [{ field: "status", asked: state, answered: "succeeded" }],
        },
      });
      expect(settle(record, says("pending"))).toEqual({ result: { is: "ambiguous" } });
    },
  );
});
