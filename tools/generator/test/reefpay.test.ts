/** A provider whose requests and answers are lists of one refund. */
import { readFile } from "node:fs/promises";
import { createSandbox } from "@refunds/sandbox";
import { type Account, createRefunds, memoryJournal } from "refunds";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { change, lineOf, problemsOf } from "./fixtures.ts";
import { type MadeUp, madeUp, recording } from "./made-up.ts";

let reefpay: MadeUp;

beforeAll(async () => {
  reefpay = await madeUp("reefpay");
}, 60_000);
afterAll(() => reefpay?.remove());

const request = {
  payment: { order: 7, session: "s-7" },
  amount: { value: 1050, currency: "EUR" },
  key: "order-1042-refund-1",
};

test("what is generated type-checks", { timeout: 60_000 }, () => {
  expect(() => reefpay.compile()).not.toThrow();
});

test("the bytes of a request are those written by hand, also of the next one", async () => {
  const { fetch, sent } = recording();
  const client = reefpay.client({ environment: "test", apiKey: "k", fetch });
  await client.refund({ ...request, reason: "broken" });
  await client.refund({ ...request, key: "order-1042-refund-2" });
  expect(sent.map(({ body }) => body)).toEqual([
    '{"batch":{"id":"order-1042-refund-1","refunds":[{"order":7,"session":"s-7","amount":1050,"reason":"broken","type":"refund"}]}}',
    '{"batch":{"id":"order-1042-refund-2","refunds":[{"order":7,"session":"s-7","amount":1050,"type":"refund"}]}}',
  ]);
});

test("what the item of the list requires, a caller must give", async () => {
  const types = (await reefpay.read("packages/reefpay/src/index.ts")).replaceAll(/\s+/g, " ");
  expect(types).toContain("readonly order: number;");
  expect(types).toContain("readonly reason?: string;");
  expect(reefpay.table.refund.send.filter(({ optional }) => optional)).toMatchObject([
    { from: "reason" },
  ]);
});

test("the simulator takes one refund, and refuses two", async () => {
  const sandbox = await createSandbox({ simulators: reefpay.simulators });
  const base = "https://api.test.reefpay.example";
  const client = reefpay.client({
    environment: "test",
    apiKey: "sandbox-key",
    fetch: sandbox.fetch,
  });
  expect(await client.refund(request)).toMatchObject({ status: "succeeded" });
  expect(
    await client.refund({ ...request, amount: { value: 99999, currency: "EUR" } }),
  ).toMatchObject({
    status: "declined",
    reason: "exceeds_refundable",
  });
  const item = { type: "refund", order: 8, session: "s-8", amount: 1 };
  const ask = async (refunds: unknown) => {
    const body = JSON.stringify({ batch: { id: "k", refunds } });
    const headers = { authorization: "Bearer sandbox-key", "content-type": "application/json" };
    return (await sandbox.fetch(`${base}/refunds`, { method: "POST", headers, body })).status;
  };
  expect(await ask([item])).toBe(201);
  expect(await ask([item, item])).toBe(400);
  expect(await ask([])).toBe(400);
  expect(await ask({ 0: item })).toBe(400);
});

test("the first item of an answer's list is held to its schema", async () => {
  expect(reefpay.table.refund.answer).toContainEqual({
    "/refunds": { type: "array" },
    "/refunds/0/order": { type: "integer" },
    "/refunds/0/amount": { type: "integer" },
    "/refunds/0/done": { type: "boolean" },
  });
  const answered = async (refunds: unknown) => {
    const fetch = async () => Response.json({ refunds }, { status: 201 });
    const client = reefpay.client({ environment: "test", apiKey: "k", fetch });
    return (await client.refund(request)).status;
  };
  const item = { order: 7, amount: 1050, done: true };
  expect(await answered([item])).toBe("succeeded");
  expect(await answered([{ ...item, done: "true" }])).toBe("unknown");
  expect(await answered([{ order: 7, done: true }])).toBe("unknown");
  expect(await answered({ 0: item })).toBe("unknown");
  expect(await answered([])).toBe("unknown");
  expect(await answered([item, item])).toBe("unknown");
  expect(await answered([{ ...item, order: 8 }])).toBe("needs_review");
});

test("the list of refunds is asked for by what it takes", async () => {
  const sandbox = await createSandbox({ simulators: reefpay.simulators });
  const options = { environment: "test", apiKey: "sandbox-key", fetch: sandbox.fetch };
  const accounts = { shop: reefpay.client(options) as unknown as Account };
  const refunds = createRefunds({ accounts, journal: memoryJournal() });
  sandbox.inject([{ nth: 1, fault: "reset_after" }]);
  expect(await refunds.refund({ ...request, account: "shop" } as never)).toMatchObject({
    status: "unknown",
  });
  sandbox.inject();
  expect(await refunds.reconcile(request.key)).toMatchObject({
    status: "succeeded",
    because: "query_proved",
  });
});

describe("a place that could not be filled is refused", () => {
  test.each<[string, string, string, string, string?]>([
    [
      "a list that may have others",
      "                      maxItems: 1\n",
      "",
      "body#/batch/refunds/0/order fills the list body#/batch/refunds with one item, and the list may have others; say minItems: 1 and maxItems: 1, if the provider takes one",
      "                    refunds:\n",
    ],
    [
      "another item than the first",
      "amount: body#/batch/refunds/0/amount",
      "amount: body#/batch/refunds/1/amount",
      "body#/batch/refunds/1/amount is not the first item of body#/batch/refunds, and a request fills one item; write body#/batch/refunds/0",
    ],
    [
      "a required field of the item that nothing fills",
      "          payment.order: body#/batch/refunds/0/order\n",
      "          payment.order: body#/batch/refunds/0/reason\n",
      "nothing fills the required body#/batch/refunds/0/order",
      "order: { type: integer, description",
    ],
    [
      "a query about a total that does not take every identifier",
      "        find: { in: /refunds, where: { /id: key }, x-source: page }\n        echo: { key: /id }\n        refunded: { at: /amount }\n        evidence:\n          - { when: { /done: true, refunded: this }, proves: succeeded, x-source: page }\n",
      "        echo: {}\n        evidence:\n          - { when: { /refunds/*/done: true }, proves: succeeded, x-source: page }\n",
      'the query does not take "payment.session", by which a refund names its payment; send it, or `find` the refund in a list',
      "        send: { payment.order",
    ],
  ])("%s", async (_, piece, by, wanted, mark = by) => {
    const spec = await readFile(new URL("fixtures/reefpay.yaml", import.meta.url), "utf8");
    const text = change(spec, piece, by);
    const found = await problemsOf(text, "specs/reefpay.yaml");
    expect(found.join("\n")).toContain(wanted);
    expect(found.some((each) => each.startsWith(`${lineOf(text, mark)}`))).toBe(true);
  });
});
