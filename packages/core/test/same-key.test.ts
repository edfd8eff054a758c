import type { Outcome, Reason } from "@refunds/core";
import { judgeRepeated, type SameKeyTable } from "@refunds/core/provider";
import { describe, expect, test } from "vitest";

const table: SameKeyTable = {
  for: 86_400,
  answers: "first",
  body: "same",
  busy: [{ http: "409", "/error/code": "in_use" }],
  mismatch: [{ http: "400", "/error/code": "reused" }],
  forgets: [{ http: "5XX" }, { "/error/code": ["lock_timeout"] }],
};

const raw = (status: number, code = "") => ({
  status,
  body: JSON.stringify({ error: { code } }),
});
const declined = (reason: Reason, status = 402, code = ""): Outcome => ({
  status: "declined",
  because: "provider_answered",
  retryable: false,
  provider: "acme",
  reason,
  raw: raw(status, code),
});
const succeeded: Outcome = {
  status: "succeeded",
  because: "provider_answered",
  retryable: false,
  provider: "acme",
  refundId: "re_1",
  answer: {},
  raw: raw(200),
};

const judged = (outcome: Outcome, given: Partial<SameKeyTable> = {}) =>
  judgeRepeated({ ...table, ...given }, outcome).status;

describe("the answer to the same request again", () => {
  test("is the refund's own if it says what became of it", () => {
    expect(judgeRepeated(table, succeeded)).toEqual(succeeded);
    expect(judgeRepeated(table, declined("insufficient_balance"))).toEqual(
      declined("insufficient_balance"),
    );
  });

  test("says nothing while the first request is at work", () => {
    expect(judged(declined("not_refundable", 409, "in_use"))).toBe("unknown");
    expect(judged(declined("not_refundable", 409, "other"))).toBe("declined");
  });

  test("needs a person if the key belongs to another request", () => {
    expect(judgeRepeated(table, declined("invalid_request", 400, "reused"))).toMatchObject({
      status: "needs_review",
      because: "answer_contradicts_request",
      contradictions: [{ field: "key" }],
    });
  });

  test.each([
    ["a class of statuses", declined("not_refundable", 503)],
    ["a code", declined("not_refundable", 402, "lock_timeout")],
  ])("says nothing if it is an error that the provider forgets: %s", (_, outcome) => {
    expect(judged(outcome)).toBe("unknown");
  });

  test.each<[Reason, number]>([
    ["unauthorized", 401],
    ["rate_limited", 429],
    ["invalid_request", 400],
    ["payment_not_found", 404],
    ["already_refunded", 409],
    ["exceeds_refundable", 422],
    ["provider_error", 402],
    ["unspecified", 401],
    ["unspecified", 403],
    ["unspecified", 429],
    ["unspecified", 500],
  ])(
    "does not decline the first if it can be about the second alone: %s, HTTP %i",
    (reason, status) => {
      expect(judged(declined(reason, status), { forgets: [] })).toBe("unknown");
    },
  );

  test("is about the present if the provider does not repeat its first answer", () => {
    expect(judged(declined("insufficient_balance", 402), { answers: "latest" })).toBe("unknown");
    expect(judged(declined("not_refundable", 200), { answers: "latest" })).toBe("declined");
  });

  test("stays what it was if none came", () => {
    const none: Outcome = {
      status: "unknown",
      because: "timeout",
      retryable: false,
      provider: "acme",
      message: "No answer.",
    };
    expect(judgeRepeated(table, none)).toEqual(none);
  });
});
