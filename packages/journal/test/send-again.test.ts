import type { Outcome } from "@refunds/core";
import { describe, expect, test } from "vitest";
import {
  type JournalRecord,
  keyAttemptOf,
  openRefund,
  type RefundState,
  type Repetition,
  sendAgain,
  settleAnswer,
  settleEvidence,
  states,
} from "../src/index.ts";
import { recordOf } from "./support/records.ts";
import { allStates, found, outcomeOf, recordIn, type Settled } from "./support/states.ts";

const hour = 3_600_000;
const leftAt = 1000;
/** A day, less a tenth. */
const until = leftAt + 21.6 * hour;

const repetition = (given: Partial<Repetition> = {}): Repetition => ({
  rememberedMs: 24 * hour,
  newKey: false,
  now: 5000,
  sendingUntil: 25_000,
  newestAt: 0,
  ...given,
});

const repeat = (record: JournalRecord, given: Partial<Repetition> = {}, others = {}) =>
  sendAgain(repetition(given), record)(found(record, others));

const refusal = (record: JournalRecord, given: Partial<Repetition> = {}, others = {}) => {
  const { write, result } = repeat(record, given, others);
  expect(write === undefined).toBe(result.is === "refused");
  return result.is === "refused" ? result.because : result.is;
};

const answer = (status: Settled, again?: number, attempt = 1) =>
  settleAnswer({
    attempt,
    ...(again !== undefined && { again }),
    outcome: outcomeOf(status) as Outcome & { account: string },
    keepAnswer: true,
    now: 6000,
  });

/** The record after a decision that writes. */
const written = ({ write }: { readonly write?: JournalRecord }): JournalRecord => {
  if (!write) throw new Error("nothing was written");
  return write;
};

const repeated = (record = recordIn("unknown")) => written(repeat(record));

describe("a request is sent again", () => {
  test.each(allStates)("only if its outcome is not known: %s", (state) => {
    const isOpen = state === "leaving" || state === "unknown";
    expect(refusal(recordIn(state))).toBe(isOpen ? "send" : "changed");
  });

  test("after its record says so, which counts as being sent", () => {
    const record = recordIn("unknown", { outcome: outcomeOf("unknown") });
    const { write, result } = repeat(record);
    expect(write).toEqual({
      ...record,
      state: "leaving",
      sendingUntil: 25_000,
      history: [...record.history, { what: "sent", at: 5000, attempt: 1, again: 1 }],
      changedAt: 5000,
    });
    expect(result).toEqual({ is: "send", record: write, again: 1 });
    expect(refusal(repeated(), { now: 6000 })).toBe("being_sent");
    expect(repeat(repeated(), { now: 26_000 }).result).toMatchObject({ again: 2 });
  });

  test("only if all of it ends within the time, less a tenth, since the request first left", () => {
    const record = recordIn("unknown");
    const at = (sendingUntil: number) =>
      refusal(record, { now: sendingUntil - 20_000, sendingUntil });
    expect(at(until)).toBe("send");
    expect(at(until + 1)).toBe("too_late");
  });

  test("a tenth is at least a minute", () => {
    const short = { rememberedMs: 5 * 60_000 };
    const at = (sendingUntil: number) =>
      refusal(recordIn("unknown"), { ...short, now: sendingUntil - 20_000, sendingUntil });
    expect(at(leftAt + 4 * 60_000)).toBe("send");
    expect(at(leftAt + 4 * 60_000 + 1)).toBe("too_late");
  });

  test("and a repetition does not prolong the time", () => {
    const later = repeated(recordIn("unknown", { sendingUntil: 2000 }));
    const second = { now: until - 10_000, sendingUntil: until + 1 };
    expect(refusal(later, second)).toBe("too_late");
  });

  test("nor does an attempt that was not sent, which counts as the first", () => {
    const history = [
      { what: "sent", at: leftAt, attempt: 1 },
      { what: "answer", at: 2000, attempt: 2, status: "not_sent", times: 2 },
      { what: "sent", at: 20 * hour, attempt: 3 },
    ] as const;
    const record = recordIn("unknown", { attempt: 3, history });
    expect(refusal(record, { now: 21 * hour, sendingUntil: until + 1 })).toBe("too_late");
  });

  test("not if the history does not say when it left", () => {
    expect(refusal(recordIn("unknown", { history: [] }))).toBe("too_late");
  });

  test.each([
    [
      "the record's history",
      recordIn("unknown", { history: [{ what: "sent", at: 5001, attempt: 1 }] }),
      {},
    ],
    ["the record", recordIn("unknown", { changedAt: 5001 }), {}],
    [
      "evidence",
      recordIn("unknown", {
        outcome: outcomeOf("unknown", { settledBy: { by: "Ana", at: 5001 } }),
      }),
      {},
    ],
    [
      "another refund of the payment",
      recordIn("unknown"),
      { ofPayment: [recordIn("declined", { key: "other", changedAt: 5001 })] },
    ],
  ])("not if the clock is behind %s", (_, record, others) => {
    expect(refusal(record, {}, others)).toBe("clock_set_back");
  });

  test("not if the clock is behind the newest record of the journal", () => {
    expect(refusal(recordIn("unknown"), { newestAt: 5001 })).toBe("clock_set_back");
    expect(refusal(recordIn("unknown"), { newestAt: 5000 })).toBe("send");
  });

  test("not while its process, or another refund of the payment, may still be sending", () => {
    expect(refusal(recordIn("leaving", { sendingUntil: 5000 }))).toBe("being_sent");
    const ofPayment = [recordIn("leaving", { key: "other", sendingUntil: 6000 })];
    expect(refusal(recordIn("unknown"), {}, { ofPayment })).toBe("being_sent");
  });

  test.each(allStates)("not if it could exceed what the payment allows: %s", (state) => {
    const other = recordIn(state, { key: "other", amount: { value: 100, currency: "EUR" } });
    const given = {
      amount: { value: 101, currency: "EUR" as const },
      refundable: { value: 150, currency: "EUR" as const },
    };
    const expected: Partial<Record<RefundState, string>> = {
      leaving: "payment_blocked",
      unknown: "payment_blocked",
      needs_review: "payment_blocked",
      pending: "exceeds_refundable",
      succeeded: "exceeds_refundable",
    };
    const ofPayment = [recordIn("unknown", given), { ...other, sendingUntil: 2000 }];
    const record = recordIn("unknown", given);
    expect(refusal(record, {}, { ofPayment })).toBe(expected[state] ?? "send");
    const enough = { ...record, refundable: { value: 201, currency: "EUR" as const } };
    const isOpen = expected[state] === "payment_blocked";
    expect(refusal(enough, {}, { ofPayment })).toBe(isOpen ? "payment_blocked" : "send");
  });

  test("not if an earlier attempt turned out to have happened, which is for a person", () => {
    const history = [
      { what: "sent", at: leftAt, attempt: 1 },
      { what: "evidence", at: 2000, attempt: 1, status: "declined", by: "Ana" },
      { what: "sent", at: 2500, attempt: 2 },
      { what: "answer", at: 3000, attempt: 1, status: "succeeded", refundId: "r-1" },
    ] as const;
    const record = recordIn("leaving", { attempt: 2, history });
    const { write, result } = repeat(record);
    expect(result).toEqual({ is: "refused", because: "changed" });
    expect(write).toMatchObject({
      state: "settled",
      history,
      changedAt: 5000,
      outcome: {
        status: "needs_review",
        because: "evidence_conflicts",
        contradictions: [{ at: "the answer to attempt 1", answered: "succeeded" }],
      },
    });
  });

  test("not if the record has changed since it was read", () => {
    const seen = recordIn("unknown");
    for (const record of [
      recordIn("succeeded"),
      recordIn("unknown", { attempt: 2 }),
      repeated(),
      undefined,
    ])
      expect(sendAgain(repetition(), seen)(found(record)).result).toMatchObject({
        because: "changed",
      });
  });
});

describe("with a repetition under way", () => {
  test("no other call sends, and evidence has to wait", () => {
    const refund = { ...recordOf(), now: 6000, sendingUntil: 30_000, resend: true };
    expect(openRefund(refund)(found(repeated())).result.is).toBe("unfinished");
    for (const answeredAttempt of [{}, { answeredAttempt: 1 }]) {
      const evidence = {
        status: "declined",
        because: "evidence_recorded",
        by: "Ana",
        now: 6000,
      } as const;
      const settled = settleEvidence({ ...evidence, ...answeredAttempt })(found(repeated()));
      expect(settled.result.is).toBe("in_progress");
    }
  });

  test("what a query proved before it is outdated", () => {
    const seen = found(recordIn("unknown"));
    const now = found(written(answer("unknown", 1)(found(repeated()))));
    const evidence = {
      status: "declined",
      because: "query_proved",
      by: "query",
      now: 7000,
    } as const;
    expect(settleEvidence(evidence, seen)(now).result.is).toBe("outdated");
  });

  test.each(
    Object.keys(states).filter((state) => state !== "leaving" && state !== "reversed") as Settled[],
  )("its answer settles the refund: %s", (status) => {
    const decision = answer(status, 1)(found(repeated()));
    const state = written(decision);
    if (status === "not_sent") {
      // The first request may still have arrived.
      expect([state.state, decision.result?.status]).toEqual(["settled", "unknown"]);
    } else {
      expect([state.state, decision.result?.status]).toEqual(["settled", status]);
      expect(state.history.at(-1)).toMatchObject({ what: "answer", attempt: 1, again: 1, status });
    }
  });

  test.each(["not_sent", "unknown", "declined"] as const)(
    "a late %s of the first request decides nothing, and its caller does not take it for the outcome",
    (status) => {
      const { write, result } = answer(status)(found(repeated(recordIn("leaving"))));
      expect(write?.state).toBe("leaving");
      expect(write?.history.at(-1)).toMatchObject({ what: "answer", status });
      expect(result).toMatchObject({ status: "unknown", because: "unfinished" });
    },
  );

  test("a late decline of the first request changes nothing if the second is unknown", () => {
    const second = written(answer("unknown", 1)(found(repeated(recordIn("leaving")))));
    const { write, result } = answer("declined")(found(second));
    expect([write?.state, write?.outcome, result]).toEqual([
      "settled",
      second.outcome,
      second.outcome,
    ]);
    expect(write?.history.at(-1)).toMatchObject({ what: "answer", status: "declined" });
    // It decides if no other request followed.
    const only = answer("declined")(found(recordIn("unknown")));
    expect(only.write?.outcome?.status).toBe("declined");
  });

  test.each(["pending", "succeeded"] as const)(
    "a late decline of the first request is for a person if the second is %s",
    (status) => {
      const second = written(answer(status, 1)(found(repeated(recordIn("leaving")))));
      expect(answer("declined")(found(second)).write?.outcome?.status).toBe("needs_review");
    },
  );

  test("a late success of the first request settles, and the answers are compared", () => {
    const late = written(answer("succeeded")(found(repeated(recordIn("leaving")))));
    expect(late.outcome?.status).toBe("succeeded");
    expect(written(answer("succeeded", 1)(found(late))).outcome?.status).toBe("succeeded");
    expect(written(answer("declined", 1)(found(late))).outcome?.status).toBe("needs_review");
  });

  test("a late `not_sent` of the first request does not contradict the second", () => {
    const second = written(answer("succeeded", 1)(found(repeated(recordIn("leaving")))));
    const { write, result } = answer("not_sent")(found(second));
    expect([write?.outcome?.status, result?.status]).toEqual(["succeeded", "succeeded"]);
  });

  test("an equal answer of another sending is stored, too", () => {
    const before = recordIn("unknown", {
      history: [
        { what: "sent", at: leftAt, attempt: 1 },
        { what: "answer", at: 1500, attempt: 1, status: "unknown" },
      ],
    });
    expect(written(answer("unknown", 1)(found(repeated(before)))).state).toBe("settled");
  });
});

describe("the key after a proven decline", () => {
  const declined = { what: "evidence", at: 3000, attempt: 1, status: "declined" } as const;
  const sent = (at: number, attempt: number) => ({ what: "sent", at, attempt }) as const;

  test("is made from the first attempt after it, and stays when that was not sent", () => {
    const first = [sent(leftAt, 1)];
    expect(keyAttemptOf({ attempt: 1, history: first })).toBe(1);
    expect(keyAttemptOf({ attempt: 2, history: [...first, sent(2000, 2)] })).toBe(1);
    const second = [...first, declined, sent(4000, 2)];
    expect(keyAttemptOf({ attempt: 2, history: second })).toBe(2);
    const third = [
      ...second,
      { what: "answer", at: 4100, attempt: 2, status: "not_sent" },
    ] as const;
    expect(keyAttemptOf({ attempt: 3, history: [...third, sent(4200, 3)] })).toBe(2);
  });

  test("does not change once its request has left", () => {
    const history = [sent(leftAt, 1), sent(4000, 2), { ...declined, at: 4500 }];
    expect(keyAttemptOf({ attempt: 2, history })).toBe(1);
  });

  test("has a time of its own, and an old key has none", () => {
    const history = [sent(leftAt, 1), declined, sent(20 * hour, 2)];
    const record = recordIn("unknown", { attempt: 2, history });
    const late = { now: 30 * hour, sendingUntil: 30 * hour + 20_000 };
    expect(refusal(record, { ...late, newKey: true })).toBe("send");
    expect(refusal(record, late)).toBe("too_late");
  });
});
