import { defineFetchClient } from "@refunds/core/fetch-client";
import { defineProvider, minorUnits, type ProviderTable, readRichly } from "@refunds/core/provider";
import { describe, expect, test } from "vitest";
import { type AcornClient, type AcornPaths, acornRequest, acornTable } from "./support/acorn.ts";
import { fakeFetch } from "./support/fake-fetch.ts";

const token = "acorn-secret-token";
const table: ProviderTable = {
  ...acornTable,
  refund: {
    ...acornTable.refund,
    outcomes: [
      { when: { http: "202" }, means: "pending" },
      { when: { http: "2XX", "/header.State": "done" }, means: "succeeded" },
      { when: { http: "404" }, means: "declined" },
    ],
    empty: ["202", "204", "404"],
    headers: ["State", "Refund-Id", "Payment"],
    echo: [
      { of: "currency", at: "/currency" },
      { of: "payment.id", at: "/header.Payment" },
    ],
    refundId: "/header.Refund-Id",
    answer: [{ "/currency": { type: "string" } }],
  },
};
const features = {
  read: readRichly,
  money: {
    minor: { ...minorUnits, write: ({ value }: { value: number }) => `${value}`, read: Number },
  },
  currencies: () => 2,
};

async function outcomeOf(status: number, body: string | null, headers: Record<string, string>) {
  const all = { Payment: "pay-1", "Refund-Id": "R-1", ...headers };
  const { fetch } = fakeFetch(() => new Response(body, { status, headers: all }));
  const options = { environment: "test", accessToken: token, fetch };
  return defineProvider<unknown, AcornClient>(table, features)(options).refund(acornRequest);
}

describe("an answer without a body", () => {
  test.each([
    [202, {}, { status: "pending", refundId: "R-1", answer: undefined }],
    [204, { state: "done" }, { status: "succeeded" }],
    [404, {}, { status: "declined" }],
    // Not what any rule says.
    [204, { state: "new" }, { status: "unknown" }],
    // Not documented as empty.
    [201, { state: "done" }, { status: "unknown", because: "unreadable_answer" }],
    [200, { state: "done" }, { status: "unknown", because: "unreadable_answer" }],
  ])("with HTTP %i and %j", async (status, headers, expected) => {
    expect(await outcomeOf(status, null, headers as never)).toMatchObject(expected);
  });

  test.each([" ", "\n", "{}", "null", '""'])("is not one with the body %j", async (body) => {
    expect((await outcomeOf(202, body, {})).status).toBe("unknown");
  });

  test("must repeat what its headers repeat", async () => {
    expect(await outcomeOf(202, null, { Payment: "pay-2" })).toMatchObject({
      status: "needs_review",
      contradictions: [
        { field: "payment.id", at: "/header.Payment", asked: "pay-1", answered: "pay-2" },
      ],
    });
  });
});

describe("a header of an answer", () => {
  const body = (more: object = {}) => JSON.stringify({ currency: "EUR", ...more });

  test("is read next to the body, which must repeat what it repeats", async () => {
    expect(await outcomeOf(200, body(), { state: "done" })).toMatchObject({
      status: "succeeded",
      refundId: "R-1",
      answer: { currency: "EUR" },
    });
    expect(await outcomeOf(200, body({ currency: "USD" }), { state: "done" })).toMatchObject({
      status: "needs_review",
    });
  });

  test("cannot be said by the body", async () => {
    const forged = body({ "header.State": "done" });
    expect((await outcomeOf(200, forged, {})).status).toBe("unknown");
    expect(await outcomeOf(200, forged, { State: "done" })).toMatchObject({ status: "succeeded" });
  });

  test("shows no secret", async () => {
    const outcome = await outcomeOf(202, null, { "Refund-Id": `x${token}` });
    expect(outcome.status).toBe("pending");
    expect(JSON.stringify(outcome)).not.toContain(token);
  });
});

test("openapi-fetch gets the status and the headers", async () => {
  const answer = () => new Response(null, { status: 202, headers: { "Refund-Id": `R ${token}` } });
  const { fetch } = fakeFetch(answer);
  const options = { environment: "test", accessToken: token, fetch };
  const client = defineFetchClient<unknown, AcornPaths>(table, features)(options);
  const { data, error, response } = await client.POST("/payments/{id}/refund", {
    params: { path: { id: "pay-1" } },
    body: {},
  });
  expect([data, error, response.status]).toEqual([undefined, undefined, 202]);
  expect(response.headers.get("refund-id")).toMatch(/^R \S/);
  expect(response.headers.get("refund-id")).not.toContain(token);
});
