import type { ProviderTable } from "@refunds/core/provider";
import { describe, expect, test } from "vitest";
import { acorn, acornAnswer, acornRequest, acornTable } from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";

/** The outcome of an answer, whole: no field more, none undefined. */
const told = async (body: unknown, http = 200, table: ProviderTable = acornTable) =>
  acorn({ fetch: fakeFetch(() => json(body, http)).fetch }, table).refund(acornRequest);
const advice = "It may have happened: find out before sending it again.";
const unknown = (because: string, message: string, more: object = {}) => ({
  provider: "acorn",
  status: "unknown",
  retryable: false,
  because,
  message: `${message} ${advice}`,
  ...more,
});
const raw = (body: unknown, status = 200) => ({ status, body: JSON.stringify(body) });

describe("says no more and no less than the answer", () => {
  test("a success", async () => {
    expect(await told(acornAnswer)).toStrictEqual({
      provider: "acorn",
      status: "succeeded",
      because: "provider_answered",
      retryable: false,
      refundId: "A-1",
      answer: acornAnswer,
      raw: raw(acornAnswer),
    });
  });

  test.each([
    ["with words", { code: "E1", message: "No" }, { code: "E1", message: "No" }],
    ["without words", { code: "E1" }, { code: "E1" }],
    ["without a code", { message: "Too old" }, { message: "Too old" }],
  ])("a decline %s", async (_, error, want) => {
    const body = { state: "failed", error };
    const reason = "code" in want ? "payment_not_found" : "not_refundable";
    expect(await told(body)).toStrictEqual({
      provider: "acorn",
      status: "declined",
      because: "provider_answered",
      retryable: false,
      reason,
      ...want,
      raw: raw(body),
    });
  });

  test.each([
    ["an undocumented error", { code: "E8", message: "Hm" }, ' "Hm"', { code: "E8" }],
    ["one without words", { code: "E8" }, "", { code: "E8" }],
    ["one without words or code", {}, "", {}],
  ])("%s", async (_, error, said, more) => {
    const body = { state: "failed", error };
    const message = `The answer (HTTP 200) is not documented.${said}`;
    const want = unknown("undocumented_answer", message, { ...more, raw: raw(body) });
    expect(await told(body)).toStrictEqual(want);
  });

  test("an error that leaves open whether money moved", async () => {
    const body = { state: "failed", error: { code: "E2", message: "Later" } };
    const want = { code: "E2", raw: raw(body) };
    expect(await told(body)).toStrictEqual(
      unknown(
        "provider_error",
        'The answer (HTTP 200) leaves open whether money moved. "Later"',
        want,
      ),
    );
  });

  test("an answer that is not JSON, and one of another shape", async () => {
    expect(await told("<p>", 502)).toStrictEqual(
      unknown("unreadable_answer", "The answer (HTTP 502) is not JSON.", {
        raw: { status: 502, body: "<p>" },
      }),
    );
    const message = "The answer (HTTP 200) is not as documented at /state or /state or /state.";
    expect(await told({})).toStrictEqual(unknown("undocumented_answer", message, { raw: raw({}) }));
  });
});

test.each([299, 300, 301, 399, 400])("HTTP %i is a redirect from 300 to 399 only", async (http) => {
  const redirect = http >= 300 && http < 400;
  const outcome = await told(acornAnswer, http);
  if (redirect) {
    const message = `The answer (HTTP ${http}) is a redirect.`;
    const want = unknown("redirected", message, { raw: raw(acornAnswer, http) });
    expect(outcome).toStrictEqual(want);
  } else {
    const because = http < 300 ? "provider_answered" : "undocumented_answer";
    expect(outcome).toMatchObject({ because });
  }
});

test("a documented condition of several parts holds only where all of them do", async () => {
  const rule = {
    when: { "/state": "done", "/sure": "yes", http: "200" },
    means: "succeeded",
  } as const;
  const refund = { ...acornTable.refund, outcomes: [rule] };
  const table = { ...acornTable, refund };
  expect((await told({ ...acornAnswer, sure: "yes" }, 200, table)).status).toBe("succeeded");
  for (const [body, http] of [
    [{ ...acornAnswer, sure: "no" }, 200],
    [acornAnswer, 200],
    [{ ...acornAnswer, state: "queued", sure: "yes" }, 200],
    [{ ...acornAnswer, sure: "yes" }, 201],
  ] as const) {
    expect((await told(body, http, table)).status).toBe("unknown");
  }
});
