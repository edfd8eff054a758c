import { describe, expect, test } from "vitest";
import {
  type JournalRecord,
  openRefund,
  type RecordedOutcome,
  type RefundAsk,
  settleByWord,
  settleRefund,
} from "../src/index.ts";
import { recordOf } from "./support/records.ts";

const now = 5000;
const money = (value: number, currency: "EUR" | "USD" = "EUR") => ({ value, currency });
const outcomeOf = (status: string) =>
  ({ status, provider: "somebody", account: "shop" }) as unknown as RecordedOutcome;
const settled = (status: string, given: Partial<JournalRecord> = {}) =>
  recordOf({ state: "settled", outcome: outcomeOf(status), ...given });

/** What is decided about the samples' refund, asked for among these records. */
function opening(records: readonly JournalRecord[], given: Partial<RefundAsk> = {}) {
  const { key, account, provider, payment, request } = recordOf();
  const ask = { key, account, provider, payment, request, now, sendingUntil: 9000, ...given };
  const record = records.find((each) => each.key === key);
  return openRefund(ask as RefundAsk)({ record, ofPayment: records });
}

const statuses = ["succeeded", "pending", "declined", "not_sent", "unknown", "needs_review"];

describe("a key", () => {
  test("that is new is written as leaving", () => {
    const { write, result } = opening([]);
    expect(result.is).toBe("send");
    expect(write).toEqual({ ...recordOf(), sendingUntil: 9000, openedAt: now, changedAt: now });
  });

  test.each(statuses.filter((status) => status !== "not_sent"))(
    "that is settled as %s is not sent again",
    (status) => {
      expect(opening([settled(status)])).toEqual({
        result: { is: "recorded", outcome: outcomeOf(status) },
      });
    },
  );

  test("that was not sent may be, as another attempt", () => {
    const { write } = opening([settled("not_sent", { attempt: 3 })]);
    expect(write).toMatchObject({ state: "leaving", attempt: 4, openedAt: 1000, changedAt: now });
    expect(write).not.toHaveProperty("outcome");
  });

  test.each([4000, 6000])("that left and may be sent until %i is unfinished", (sendingUntil) => {
    const record = recordOf({ sendingUntil });
    expect(opening([record])).toEqual({ result: { is: "unfinished", record } });
  });

  test.each([recordOf(), settled("not_sent"), settled("succeeded")])(
    "stands for one request, whatever became of it",
    (record) => {
      expect(opening([record], { request: '{"other":1}' })).toEqual({
        result: { is: "different", request: "{}" },
      });
    },
  );
});

describe("another refund of the payment", () => {
  const other = { key: "other" };

  test.each([
    ["is being sent", recordOf({ ...other, sendingUntil: now }), "busy"],
    ["was left behind", recordOf({ ...other, sendingUntil: now - 1 }), "unsettled"],
    ["is unknown", settled("unknown", other), "unsettled"],
    ["needs a review", settled("needs_review", other), "unsettled"],
  ])("%s: nothing is sent", (_, record, is) => {
    expect(opening([record])).toEqual({ result: { is, key: "other" } });
  });

  test.each(["succeeded", "pending", "declined", "not_sent"])(
    "%s does not hold it up",
    (status) => {
      expect(opening([settled(status, other)]).result.is).toBe("send");
    },
  );
});

describe("the refundable amount", () => {
  const taken = (status: string, value?: number, currency?: "USD") =>
    settled(status, {
      key: "other",
      ...(value !== undefined && { amount: money(value, currency) }),
    });
  const ask = { amount: money(60), refundable: 100 };

  test.each([
    ["60 after 40", [taken("succeeded", 40)], ask, "send"],
    ["60 after 41", [taken("succeeded", 41)], ask, "exceeds"],
    ["60 after 60 that are pending", [taken("pending", 60)], ask, "exceeds"],
    ["60 after 60 that were declined", [taken("declined", 60)], ask, "send"],
    ["60 after 60 that were not sent", [taken("not_sent", 60)], ask, "send"],
    ["60 after everything", [taken("succeeded")], ask, "exceeds"],
    ["60 after another currency", [taken("succeeded", 1, "USD")], ask, "exceeds"],
    ["everything after 1", [taken("succeeded", 1)], { refundable: 100 }, "exceeds"],
    ["everything at first", [], { refundable: 100 }, "send"],
    ["more than there is", [], { amount: money(101), refundable: 100 }, "exceeds"],
    ["unknown", [taken("succeeded", 1000)], { amount: money(60) }, "send"],
    [
      "known from before",
      [{ ...taken("succeeded", 60), refundable: 100 }],
      { amount: money(60) },
      "exceeds",
    ],
  ])("%s", (_, records, given, is) => {
    expect(opening(records, given).result.is).toBe(is);
  });

  test("that would be exceeded is a lasting refusal", () => {
    const { write, result } = opening([taken("succeeded", 60)], ask);
    expect(write).toMatchObject({ state: "settled", attempt: 0 });
    expect(result).toEqual({ is: "exceeds", outcome: write?.outcome });
    expect(opening([write as JournalRecord], ask).result).toMatchObject({ is: "recorded" });
  });
});

describe("the outcome", () => {
  const outcome = outcomeOf("succeeded");

  test("settles the attempt that is open", () => {
    const record = recordOf({ attempt: 2 });
    expect(settleRefund({ attempt: 2, outcome, now })({ record, ofPayment: [] })).toEqual({
      write: { ...record, state: "settled", outcome, changedAt: now },
      result: true,
    });
  });

  test.each([
    ["an earlier attempt", recordOf({ attempt: 2 })],
    ["one that is settled", settled("declined")],
    ["one that is gone", undefined],
  ])("changes nothing about %s", (_, record) => {
    expect(settleRefund({ attempt: 1, outcome, now })({ record, ofPayment: [] })).toEqual({
      result: false,
    });
  });
});

describe("somebody's word", () => {
  const say = (record: JournalRecord | undefined, status: "succeeded" | "declined" = "succeeded") =>
    settleByWord({ status, by: "Ana", now })({ record, ofPayment: [] });

  test.each([
    ["left behind", recordOf()],
    ["unknown", settled("unknown")],
    ["pending", settled("pending")],
    ["needs_review", settled("needs_review")],
  ])("settles what is %s", (_, record) => {
    const { write, result } = say(record);
    const outcome = {
      status: "succeeded",
      provider: "somebody",
      account: "shop",
      settledBy: { by: "Ana", at: now },
    };
    expect(write).toEqual({ ...record, state: "settled", outcome, changedAt: now });
    expect(result).toEqual({ is: "recorded", outcome });
  });

  test.each([
    ["what nobody asked for", undefined, { is: "missing" }],
    ["what may be on its way", recordOf({ sendingUntil: now }), { is: "sending", until: now }],
    [
      "what it says already",
      settled("succeeded"),
      { is: "recorded", outcome: outcomeOf("succeeded") },
    ],
    [
      "what is certain",
      settled("declined"),
      { is: "contradicted", outcome: outcomeOf("declined") },
    ],
    [
      "what never left",
      settled("not_sent"),
      { is: "contradicted", outcome: outcomeOf("not_sent") },
    ],
  ])("changes nothing about %s", (_, record, result) => {
    expect(say(record)).toEqual({ result });
  });
});
