/** When a request is sent again under its key. */
import { describe, expect, test } from "vitest";
import { type RefundState, sendAgain } from "../src/index.ts";
import {
  hour,
  leftAt,
  refusal,
  repeat,
  repeated,
  repetition,
  until,
} from "./support/repetitions.ts";
import { allStates, found, outcomeOf, recordIn } from "./support/states.ts";

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
