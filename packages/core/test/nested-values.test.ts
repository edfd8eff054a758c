/** Extra fields that are objects or lists: read once, checked by their schema, and sent as they were checked. */
import {
  type Features,
  jsonNumber,
  nestedFormValues,
  nestedValues,
  type ProviderTable,
  writeNestedForm,
} from "@refunds/core/provider";
import { describe, expect, test } from "vitest";
import { acornClients, acornRequest, acornTable, acornToken } from "./support/acorn.ts";
import { fakeFetch } from "./support/fake-fetch.ts";
import { refusal } from "./support/refusal.ts";

const metadata = {
  type: "object",
  additionalProperties: { type: "string", maxLength: 5 },
  maxProperties: 3,
  propertyNames: { maxLength: 9 },
} as const;
const lines = {
  type: "array",
  minItems: 1,
  maxItems: 2,
  items: {
    type: "object",
    required: ["amount"],
    properties: {
      amount: { type: "integer", minimum: 1 },
      tax: { type: ["number", "null"] },
      kind: { const: "goods" },
      tags: { type: "array", items: { type: "string" } },
    },
  },
} as const;
const anything = { type: ["string", "object"], additionalProperties: true } as const;

const table = (media: "json" | "form"): ProviderTable => ({
  ...acornTable,
  refund: {
    ...acornTable.refund,
    media,
    send: [
      ...acornTable.refund.send,
      { from: "extra.metadata", to: "body#/metadata", schema: metadata, optional: true },
      { from: "extra.lines", to: "body#/lines", schema: lines, optional: true },
      { from: "extra.any", to: "body#/any", schema: anything, optional: true },
    ],
  },
});

const json: Features = { nested: nestedValues };
const form: Features = { nested: nestedFormValues, body: writeNestedForm };

function open(media: "json" | "form" = "json") {
  const { fetch, calls } = fakeFetch();
  const options = { environment: "test", accessToken: acornToken, fetch };
  const { client, fetchClient } = acornClients(
    options,
    table(media),
    media === "json" ? json : form,
  );
  const bodyOf = async (extra: unknown) => {
    await client.refund({ ...acornRequest, extra });
    return calls.at(-1)?.body;
  };
  const problems = async (extra: unknown) => {
    const { message } = await refusal(() => client.refund({ ...acornRequest, extra }));
    expect(calls).toEqual([]);
    return message;
  };
  return { client, fetchClient, calls, bodyOf, problems };
}

test("JSON is sent as it was given, in its order", async () => {
  const { bodyOf } = open();
  expect(
    await bodyOf({
      lines: [
        { tags: ["a", "b"], amount: 7, tax: 0.5 },
        { amount: 1, tax: null, kind: "goods" },
      ],
      metadata: JSON.parse('{"order_id":"6735","__proto__":"own"}'),
      any: { deep: [[{ x: null }], true] },
    }),
  ).toBe(
    '{"amount":"1050","currency":"EUR","metadata":{"order_id":"6735","__proto__":"own"},' +
      '"lines":[{"tags":["a","b"],"amount":7,"tax":0.5},{"amount":1,"tax":null,"kind":"goods"}],' +
      '"any":{"deep":[[{"x":null}],true]}}',
  );
  expect(await bodyOf({ any: "text" })).toBe('{"amount":"1050","currency":"EUR","any":"text"}');
});

test("a form has the fields that Stripe documents", async () => {
  const { bodyOf } = open("form");
  // curl -d "metadata[order_id]"=6735, as in https://docs.stripe.com/api/metadata; lists as `expand[0]` and `items[0][price]`.
  const body = await bodyOf({
    metadata: { order_id: "6735", "a&b": "x=y" },
    lines: [{ amount: 1, tags: ["p", "q"] }, { amount: 2 }],
  });
  expect(body).toBe(
    "amount=1050&currency=EUR&metadata%5Border_id%5D=6735&metadata%5Ba%26b%5D=x%3Dy" +
      "&lines%5B0%5D%5Bamount%5D=1&lines%5B0%5D%5Btags%5D%5B0%5D=p&lines%5B0%5D%5Btags%5D%5B1%5D=q" +
      "&lines%5B1%5D%5Bamount%5D=2",
  );
});

// What stripe-node writes, from its test/utils.spec.ts. It leaves brackets as they are, which Stripe reads alike.
test.each<[Record<string, unknown>, string]>([
  [{ a: { b: { c: { d: 2 } } } }, "a[b][c][d]=2"],
  [{ a: [{ b: "c" }, { b: "d" }] }, "a[0][b]=c&a[1][b]=d"],
  [{ test: 1, somethingElse: '::""%&' }, "test=1&somethingElse=%3A%3A%22%22%25%26"],
  [{ "key with spaces": "value" }, "key%20with%20spaces=value"],
  [
    { user: { name: "John", emails: ["a@b.com", "c@d.com"], address: { city: "NYC" } } },
    "user[name]=John&user[emails][0]=a%40b.com&user[emails][1]=c%40d.com&user[address][city]=NYC",
  ],
  [{ a: {} }, ""],
])("%j is written as by stripe-node", (body, expected) => {
  const parts = { path: {}, query: {}, headers: {}, body };
  const written = writeNestedForm(table("form").refund, parts);
  expect([...new URLSearchParams(written)]).toEqual([...new URLSearchParams(expected)]);
});

test("the openapi-fetch client writes the same form", async () => {
  const { fetchClient, calls } = open("form");
  const body = { amount: 10.5, metadata: { order_id: "6735" }, lines: [{ amount: 1 }] };
  await fetchClient.POST("/payments/{id}/refund", {
    params: { path: { id: "pay-1" } },
    body,
  } as never);
  expect(calls.at(-1)?.body).toBe(
    "amount=10.5&metadata%5Border_id%5D=6735&lines%5B0%5D%5Bamount%5D=1",
  );
});

describe("what is sent is what was checked", () => {
  test("each member is read once", async () => {
    const { bodyOf } = open();
    let reads = 0;
    const metadata = {
      get order_id() {
        reads += 1;
        return reads === 1 ? "6735" : "another";
      },
    };
    expect(await bodyOf({ metadata })).toContain('"metadata":{"order_id":"6735"}');
    expect(reads).toBe(1);
  });

  test("the request that is recorded is plain and frozen", () => {
    const { client } = open();
    const given = { metadata: { a: "1" }, lines: [{ amount: 1 }] };
    const { request } = client.check({ ...acornRequest, extra: given });
    given.metadata.a = "2";
    given.lines.push({ amount: 2 });
    expect(request).toEqual({
      ...acornRequest,
      extra: { metadata: { a: "1" }, lines: [{ amount: 1 }] },
    });
    const { extra } = request as { extra: typeof given };
    expect(Object.isFrozen(extra.metadata)).toBe(true);
    expect(Object.isFrozen(extra.lines[0])).toBe(true);
  });

  test("a proxy is copied, and a member that is undefined is absent", async () => {
    const { bodyOf } = open();
    const metadata = new Proxy({ a: "1", b: undefined }, {});
    expect(await bodyOf({ metadata })).toContain('"metadata":{"a":"1"}');
  });

  test("a member called toJSON is data", async () => {
    const { bodyOf, problems } = open();
    expect(await problems({ metadata: { toJSON: () => ({ a: "2" }) } })).toContain(
      "extra.metadata/toJSON cannot be written as JSON",
    );
    const hidden = Object.defineProperty({ a: "1" }, "toJSON", { value: () => ({ a: "2" }) });
    expect(await problems({ metadata: hidden })).toContain("extra.metadata/toJSON");
    const list = Object.assign([{ amount: 1 }], { toJSON: () => [{ amount: 2 }] });
    expect(await bodyOf({ lines: list })).toContain('"lines":[{"amount":1}]');
  });
});

describe("a problem names its member", () => {
  const around: { self?: unknown } = {};
  around.self = around;
  const throws = {
    get a() {
      throw new Error("no");
    },
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const deep = JSON.parse("[".repeat(70) + "]".repeat(70));
  class Line {
    amount = 1;
  }

  test.each<[string, unknown, string]>([
    ["of the wrong type", { metadata: [] }, "extra.metadata must be object"],
    ["null", { metadata: null }, "extra.metadata must be object"],
    ["text", { lines: "1" }, "extra.lines must be array"],
    ["a member of the wrong type", { metadata: { id: 7 } }, "extra.metadata/id must be string"],
    ["too long", { metadata: { id: "123456" } }, "extra.metadata/id must have at most 5"],
    [
      "a long name",
      { metadata: { order_id_x: "1" } },
      "extra.metadata/order_id_x has a name that must have at most 9",
    ],
    [
      "too many members",
      { metadata: { a: "", b: "", c: "", d: "" } },
      "extra.metadata must have at most 3 members",
    ],
    ["no items", { lines: [] }, "extra.lines must have at least 1 item"],
    [
      "too many items",
      { lines: [{ amount: 1 }, { amount: 1 }, { amount: 1 }] },
      "extra.lines must have at most 2 items",
    ],
    ["a missing member", { lines: [{}] }, "extra.lines/0/amount is missing"],
    ["undefined is missing", { lines: [{ amount: undefined }] }, "extra.lines/0/amount is missing"],
    [
      "an unknown member",
      { lines: [{ amount: 1, amuont: 2 }] },
      "extra.lines/0/amuont is unknown; use amount, tax, kind, tags",
    ],
    [
      "another constant",
      { lines: [{ amount: 1, kind: "cash" }] },
      "extra.lines/0/kind must be goods",
    ],
    ["below the minimum", { lines: [{ amount: 0 }] }, "extra.lines/0/amount must be at least 1"],
    [
      "a hole in a list",
      { lines: [{ amount: 1, tags: Array(1) }] },
      "extra.lines/0/tags/0 cannot be written as JSON",
    ],
    [
      "an unsafe integer",
      { lines: [{ amount: 2 ** 53 }] },
      "extra.lines/0/amount must be a safe integer",
    ],
    [
      "not a number",
      { lines: [{ amount: Number.NaN }] },
      "extra.lines/0/amount cannot be written as JSON",
    ],
    ["a bigint", { lines: [{ amount: 1n }] }, "extra.lines/0/amount cannot be written as JSON"],
    [
      "digits that the journal would lose",
      { any: { x: jsonNumber("1.0") } },
      "extra.any/x must be a number",
    ],
    ["half a character", { any: { x: "\ud800" } }, "extra.any/x must be valid Unicode"],
    ["half a character in a name", { any: { "\ud800": 1 } }, "must be valid Unicode"],
    ["a class", { lines: [new Line()] }, "extra.lines/0 must be plain data"],
    ["a date", { any: { at: new Date(0) } }, "extra.any/at must be plain data"],
    ["a map", { metadata: new Map() }, "extra.metadata must be plain data"],
    ["a cycle", { any: around }, "extra.any/self contains itself"],
    ["too deep", { any: { deep } }, "is nested deeper than 64 levels"],
    ["a getter that throws", { any: throws }, "extra.any cannot be read"],
    ["a revoked proxy", { any: revoked.proxy }, "extra.any cannot be read"],
  ])("%s", async (_, extra, message) => {
    expect(await open().problems(extra)).toContain(message);
  });

  test("all of them at once", async () => {
    const message = await open().problems({ metadata: { a: 1, b: 2 }, lines: [] });
    expect(message).toMatch(/metadata\/a must.*metadata\/b must.*lines must/s);
  });

  test.each(["a[b", "a]b", "", "x][y"])("the name %o in a form", async (name) => {
    expect(await open("form").problems({ metadata: { [name]: "1" } })).toContain(
      `extra.metadata/${name} must have a name without [ and ]`,
    );
    expect(await open().bodyOf({ metadata: { [name]: "1" } })).toContain(JSON.stringify(name));
  });
});
