import { describe, expect, test } from "vitest";
import { type JournalRecord, type NewRefund, openRefund } from "../src/index.ts";
import { recordOf } from "./support/records.ts";
import { found, recordIn, type Settled } from "./support/states.ts";

const money = (value: number, currency: "EUR" | "USD" = "EUR") => ({ value, currency });

/** Whether the sample refund is sent, or declined because it exceeds the refundable amount. */
function opening(records: readonly JournalRecord[], given: Partial<NewRefund> = {}) {
  const { key, account, provider, payment, request } = recordOf();
  const times = { now: 5000, sendingUntil: 9000 };
  const refund = { key, account, provider, payment, request, ...times, ...given };
  const record = records.find((each) => each.key === key);
  return openRefund(refund)(found(record, { ofPayment: records }));
}

const verdict = (...args: Parameters<typeof opening>) => {
  const { result } = opening(...args);
  if (result.is !== "recorded") return result.is;
  return "reason" in result.outcome ? result.outcome.reason : result.outcome.status;
};

const taken = (status: Settled, value?: number, currency?: "USD") =>
  recordIn(status, { key: "other", ...(value && { amount: money(value, currency) }) });

const refund = { amount: money(60), refundable: money(100) };

test.each([
  ["60 after 40", [taken("succeeded", 40)], refund, "send"],
  ["60 after 41", [taken("succeeded", 41)], refund, "exceeds_refundable"],
  ["60 after 60 that are pending", [taken("pending", 60)], refund, "exceeds_refundable"],
  ["60 after 60 that were declined", [taken("declined", 60)], refund, "send"],
  ["60 after 60 that were not sent", [taken("not_sent", 60)], refund, "send"],
  ["60 after 60 that were reversed", [taken("reversed", 60)], refund, "send"],
  ["60 after a full refund", [taken("succeeded")], refund, "exceeds_refundable"],
  ["60 after another currency", [taken("succeeded", 1, "USD")], refund, "exceeds_refundable"],
  [
    "a full refund after 1",
    [taken("succeeded", 1)],
    { refundable: money(100) },
    "exceeds_refundable",
  ],
  ["a full refund first", [], { refundable: money(100) }, "send"],
  [
    "another currency than the refundable amount, first",
    [],
    { amount: money(1), refundable: money(100, "USD") },
    "send",
  ],
  [
    "more than the refundable amount",
    [],
    { amount: money(101), refundable: money(100) },
    "exceeds_refundable",
  ],
  ["without a refundable amount", [taken("succeeded", 1000)], { amount: money(60) }, "send"],
] as const)("%s", (_, records, given, expected) => {
  expect(verdict(records, given)).toBe(expected);
});

describe("the refundable amount that applies", () => {
  const given = (status: Settled, key: string, value: number, refundableAt: number) =>
    recordIn(status, { key, amount: money(1), refundable: money(value), refundableAt });

  test.each(["succeeded", "pending", "reversed"] as const)(
    "is the one given with an earlier refund that is %s",
    (status) => {
      expect(verdict([given(status, "a", 50, 1)], { amount: money(60) })).toBe(
        "exceeds_refundable",
      );
    },
  );

  test.each(["declined", "not_sent"] as const)(
    "is not the one given with a refund that is %s",
    (status) => {
      const records = [given("succeeded", "a", 50, 1), given(status, "b", 1000, 2)];
      expect(verdict(records, { amount: money(60) })).toBe("exceeds_refundable");
      expect(verdict([given(status, "b", 50, 2)], { amount: money(60) })).toBe("send");
    },
  );

  test("is the latest one, even if its key is older", () => {
    // Key "a" was opened first and sent again later, so its amount is the latest.
    const records = [given("succeeded", "a", 100, 3), given("succeeded", "b", 50, 2)];
    expect(verdict(records, { amount: money(60) })).toBe("send");
    expect(verdict(records.toReversed(), { amount: money(60) })).toBe("send");
  });

  test("is the one given with the call, if there is one", () => {
    const records = [given("succeeded", "a", 50, 1)];
    expect(verdict(records, { amount: money(60), refundable: money(100) })).toBe("send");
  });
});

test("a refund that exceeds it stays declined even if more becomes refundable", () => {
  const { write, result } = opening([taken("succeeded", 60)], refund);
  expect(write).toMatchObject({
    state: "settled",
    attempt: 0,
    history: [{ what: "journal", status: "declined", because: "exceeds_refundable" }],
  });
  expect(result).toEqual({ is: "recorded", outcome: write?.outcome });
  const later = { amount: money(60), refundable: money(500), resend: true };
  expect(verdict([write as JournalRecord], later)).toBe("exceeds_refundable");
});
