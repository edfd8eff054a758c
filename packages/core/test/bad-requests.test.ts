import { expect, test } from "vitest";
import { acorn, acornFetchClient, acornRequest, acornTable, refundPath } from "./support/acorn.ts";
import { fakeFetch } from "./support/fake-fetch.ts";
import { refusal } from "./support/refusal.ts";

const text = { type: "string" } as const;
const either = {
  ...acornTable,
  refund: {
    ...acornTable.refund,
    path: "/refund",
    send: [
      { from: "payment.id", to: "body#/id", schema: text, optional: true },
      { from: "payment.reference", to: "body#/reference", schema: text, optional: true },
      { from: "payment.number", to: "body#/number", schema: { type: "integer" }, optional: true },
    ],
    exactlyOne: [["payment.id", "payment.reference"]],
    identifiedBy: [["payment.id"], ["payment.reference"]],
    echo: [],
  },
} as const;

const payment = (id: unknown) => ({ ...acornRequest, payment: { id } });
const bad: [string, unknown, string][] = [
  ["undefined", undefined, "request,payment.id,amount"],
  ["null", null, "request,payment.id,amount"],
  ["text", "pay-1", "request,payment.id,amount"],
  ["empty", {}, "payment.id,amount"],
  ["an unknown field", { ...acornRequest, ammount: 1 }, "ammount"],
  ["a top-level currency", { ...acornRequest, currency: "EUR" }, "currency"],
  ["a credential", { ...acornRequest, credentials: {} }, "credentials"],
  [
    "an own __proto__",
    JSON.parse('{"__proto__":{"payment":{"id":"1"}}}'),
    "__proto__,payment.id,amount",
  ],
  [
    "an own __proto__ in payment",
    { ...acornRequest, payment: JSON.parse('{"__proto__":{"id":"1"}}') },
    "payment.__proto__,payment.id",
  ],
  ["payment as text", { ...acornRequest, payment: "pay-1" }, "payment,payment.id"],
  ["payment as null", { ...acornRequest, payment: null }, "payment,payment.id"],
  ["payment as a list", { ...acornRequest, payment: ["pay-1"] }, "payment,payment.id"],
  [
    "an unknown payment id",
    { ...acornRequest, payment: { id: "1", reference: "2" } },
    "payment.reference",
  ],
  ["an id of another type", payment(7), "payment.id"],
  ["a null id", payment(null), "payment.id"],
  ["an object as id", payment({ toString: () => "x" }), "payment.id"],
  ["an empty id", payment(""), "payment.id"],
  [". as id", payment("."), "payment.id"],
  [".. as id", payment(".."), "payment.id"],
  ["half a character in an id", payment("a\ud800"), "payment.id"],
  ["a reason too long", { ...acornRequest, reason: "x".repeat(21) }, "reason"],
  ["a null reason", { ...acornRequest, reason: null }, "reason"],
  ["a line break in a header", { ...acornRequest, key: "a\r\nX-Evil: 1" }, "key"],
  ["a trailing line break in a header", { ...acornRequest, key: "a\n" }, "key"],
  ["a tab in a header", { ...acornRequest, key: "a\tb" }, "key"],
  ["non-ASCII in a header", { ...acornRequest, key: "é" }, "key"],
];
test.each(bad)("refund: %s is refused before anything is sent", async (_, request, fields) => {
  const { fetch, calls } = fakeFetch();
  const error = await refusal(() => acorn({ fetch }).refund(request));
  expect(error.code).toBe("invalid_request");
  expect(error.problems.map(({ field }) => field).join()).toBe(fields);
  expect(error.message).toContain("Nothing was sent.");
  expect(calls).toEqual([]);
});

test("a request as JSON text is refused with one sentence", async () => {
  const error = await refusal(() => acorn().refund(JSON.stringify(acornRequest)));
  expect(error.problems[0]).toEqual({ field: "request", message: "must be an object" });
  expect(error.problems).toHaveLength(3);
});

const groups: [string, object, string][] = [
  ["none of a group", {}, "payment.id or payment.reference"],
  ["two of a group", { id: "1", reference: "2" }, "payment.id or payment.reference"],
  ["an unsafe integer", { id: "1", number: 2 ** 53 }, "payment.number"],
  ["a fraction", { id: "1", number: 1.5 }, "payment.number"],
];
test.each(bad)("check: %s is refused in the same words", async (_, request) => {
  const { fetch, calls } = fakeFetch();
  const client = acorn({ fetch });
  const { message } = await refusal(() => client.refund(request));
  expect((await refusal(() => client.check(request))).message).toBe(message);
  expect(calls).toEqual([]);
});

test("check: what can be refunded passes, and nothing is sent", () => {
  const { fetch, calls } = fakeFetch();
  const client = acorn({ fetch, timeoutMs: 4000 });
  expect(client.check(acornRequest)).toEqual({ request: acornRequest, payment: { id: "pay-1" } });
  expect(client.timeoutMs).toBe(4000);
  expect(calls).toEqual([]);
});

test.each(groups)("refund: %s is refused before anything is sent", async (_, ids, fields) => {
  const { fetch, calls } = fakeFetch();
  const error = await refusal(() => acorn({ fetch }, either).refund({ payment: ids }));
  expect(error.problems.map(({ field }) => field).join()).toBe(fields);
  expect(calls).toEqual([]);
});

test("query: what is wrong is refused before anything is sent", async () => {
  const { fetch, calls } = fakeFetch();
  const client = acorn({ fetch });
  expect((await refusal(() => client.query(null))).problems[0]).toMatchObject({ field: "request" });
  const error = await refusal(() => client.query({ ...acornRequest }));
  expect(error.problems).toMatchObject([{ field: "amount" }]);
  expect(calls).toEqual([]);
});

const badCalls: [string, unknown, string][] = [
  ["null", null, "options"],
  ["a list", [], "options"],
  ["text", "signal", "options"],
  ["a controller for its signal", { signal: new AbortController() }, "options.signal"],
  ["null for its signal", { signal: null }, "options.signal"],
  ["text for an observer", { observe: "console" }, "options.observe"],
  ["an option that does not exist", { retries: 3 }, "options.retries"],
];
test.each(badCalls)(
  "options of a call: %s is refused before anything is sent",
  async (_, options, field) => {
    const { fetch, calls } = fakeFetch();
    const client = acorn({ fetch });
    const error = await refusal(() => client.refund(acornRequest, options as object));
    expect(error.problems).toMatchObject([{ field }]);
    expect(calls).toEqual([]);
  },
);

test.each([
  ["a/b", "a%2Fb"],
  ["%2e%2e", "%252e%252e"],
  ["../../admin", "..%2F..%2Fadmin"],
  ["a?b#c", "a%3Fb%23c"],
  ["a\\..\\b", "a%5C..%5Cb"],
  ["{id}", "%7Bid%7D"],
  ["...", "..."],
  ["a\nb", "a%0Ab"],
  ["漢", "%E6%BC%A2"],
])("the id %j stays inside its path segment", async (id, segment) => {
  const { fetch, calls } = fakeFetch();
  const client = acorn({ fetch });
  await client.refund(payment(id));
  await acornFetchClient({ fetch }).POST(refundPath, { params: { path: { id } } });
  const url = `https://test.acorn.invalid/v1/payments/${segment}/refund`;
  expect(calls.map((asked) => asked.url)).toEqual([url, url]);
});

test("a key that the provider has no place for is not sent", async () => {
  const { fetch, calls } = fakeFetch();
  await acorn({ fetch }, either).refund({ payment: { id: "1" }, key: "order-1" });
  expect(calls[0]?.body).toBe('{"id":"1"}');
});
