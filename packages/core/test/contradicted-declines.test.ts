/** A decline of another refund says nothing about this one: believed, the refund would be made again. */
import { newToken, tokenSource, worthRepeating } from "@refunds/core/provider";
import { describe, expect, test } from "vitest";
import { acorn, acornClients, acornRequest, acornTable, withTokenCall } from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";

const asked = { amount: "1050", currency: "EUR" };

describe.each([
  ["by a rule", { state: "refused", error: {} }],
  ["by a listed error", { state: "failed", error: { code: "E1" } }],
])("a decline %s", (_, decline) => {
  const outcomeOf = async (more: object) => {
    const { fetch } = fakeFetch(() => json({ ...decline, ...more }, 400));
    return acorn({ fetch }).refund(acornRequest);
  };

  test.each([
    ["repeats nothing", {}],
    ["repeats what was asked", asked],
    ["repeats a part of it", { currency: "EUR" }],
    ["has null there", { amount: null, currency: null }],
  ])("that %s is one", async (_, more) => {
    expect((await outcomeOf(more)).status).toBe("declined");
  });

  test.each([
    ["another amount", { ...asked, amount: "1051" }, ["amount"]],
    ["something that is not an amount", { ...asked, amount: "" }, ["amount"]],
    ["another currency, and no amount", { currency: "USD" }, ["currency"]],
    ["another amount and currency", { amount: "1", currency: "USD" }, ["amount", "currency"]],
  ])("that repeats %s needs a review", async (_, more, fields) => {
    const outcome = await outcomeOf(more);
    expect(outcome).toMatchObject({
      status: "needs_review",
      because: "answer_contradicts_request",
      retryable: false,
      answer: { ...decline, ...more },
      raw: { status: 400 },
    });
    expect("contradictions" in outcome && outcome.contradictions.map(({ field }) => field)).toEqual(
      fields,
    );
  });
});

test("a success must repeat everything", async () => {
  const { fetch } = fakeFetch(() => json({ state: "done", id: "A-1", amount: 1050, currency: "" }));
  expect((await acorn({ fetch }).refund(acornRequest)).status).toBe("needs_review");
});

describe("a decline that allows to send again", () => {
  const table = {
    ...withTokenCall,
    refund: {
      ...acornTable.refund,
      outcomes: [
        { when: { "/state": "refused" }, means: "declined", repeat: true },
        { when: { "/state": "failed" }, means: "declined", repeat: "new-token" },
      ],
    },
  } as const;
  const callsAfter = async (body: object) => {
    const { fetch, calls } = fakeFetch(({ url }) =>
      json(url.endsWith("/token") ? { state: "ok", token: "token-12345678", expires: 0 } : body),
    );
    const features = { repeats: worthRepeating, renews: newToken, tokens: tokenSource };
    const options = { environment: "test", appId: "a", appKey: "key-12345678", fetch };
    const { client } = acornClients(options, table, features);
    const { status } = await client.refund(acornRequest);
    return [status, calls.filter(({ url }) => !url.endsWith("/token")).length];
  };

  test.each([
    ["sends again", "refused", asked, "declined", 3],
    ["does not, if it is of another refund", "refused", { amount: "1" }, "needs_review", 1],
    ["sends again with a new token", "failed", asked, "declined", 2],
    ["does not, if it is of another refund", "failed", { amount: "1" }, "needs_review", 1],
  ])(
    "%s",
    async (_, state, more, status, sent) => {
      expect(await callsAfter({ state, error: {}, ...more })).toEqual([status, sent]);
    },
    20_000,
  );
});
