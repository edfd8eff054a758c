/** What callers hand over is read once, whatever kind of object it is. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acorn, acornAnswer, acornFetchClient, acornRequest, refundPath } from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";
import { refusal } from "./support/refusal.ts";
import { shapes } from "./support/shapes.ts";

const amount = { value: 1050, currency: "EUR" };

const makers = fc.constantFrom(...Object.values(shapes));

test("a refund is the same, whichever kind of object holds it", async () => {
  await fc.assert(
    fc.asyncProperty(makers, makers, makers, async (outer, payment, money) => {
      const { fetch, calls } = fakeFetch();
      const client = acorn({ fetch });
      const given = outer({ payment: payment({ id: "pay-1" }), amount: money(amount) });
      expect(client.check(given)).toEqual({ request: acornRequest, payment: { id: "pay-1" } });
      await client.refund(given);
      expect(calls).toHaveLength(1);
      expect(calls[0]?.body).toBe('{"amount":"1050","currency":"EUR"}');
    }),
  );
});

test.each(Object.keys(shapes))("an option of %s counts", async (name) => {
  const shape = shapes[name] as (typeof shapes)[string];
  const { fetch } = fakeFetch();
  const signal = AbortSignal.abort();
  expect(await acorn({ fetch }).refund(acornRequest, shape({ signal }))).toMatchObject({
    status: "not_sent",
    because: "aborted",
  });
});

describe("each field is read once", () => {
  /** Gives one value at the first reading and another one later. */
  const changing = (name: string, first: unknown, later: unknown) => {
    let readings = 0;
    return Object.defineProperty({}, name, {
      enumerable: true,
      get: () => (readings++ === 0 ? first : later),
    });
  };

  test.each([
    ["payment", () => changing("payment", { id: "pay-1" }, { id: "pay-2" }), { amount }],
    [
      "amount",
      () => changing("amount", amount, { ...amount, value: 1 }),
      { payment: { id: "pay-1" } },
    ],
  ])("%s", async (_, make, rest) => {
    const { fetch, calls } = fakeFetch();
    await acorn({ fetch }).refund(Object.assign(make(), rest));
    expect(calls).toMatchObject([
      { body: '{"amount":"1050","currency":"EUR"}', url: expect.stringContaining("/pay-1/") },
    ]);
  });

  test("the members of payment and amount", async () => {
    const { fetch, calls } = fakeFetch();
    const payment = changing("id", "pay-1", "pay-2");
    const money = Object.assign(changing("value", 1050, 1), { currency: "EUR" });
    await acorn({ fetch }).refund({ payment, amount: money });
    expect(calls).toMatchObject([
      { body: '{"amount":"1050","currency":"EUR"}', url: expect.stringContaining("/pay-1/") },
    ]);
  });
});

test("what was checked stays as it was", () => {
  const payment = { id: "pay-1" };
  const { request } = acorn().check({ payment, amount });
  payment.id = "pay-2";
  expect(request).toEqual(acornRequest);
  expect(Object.isFrozen(request)).toBe(true);
  expect(Object.isFrozen((request as typeof acornRequest).amount)).toBe(true);
});

const refused: [string, unknown, string][] = [
  ["an amount that came out undefined", { ...acornRequest, amount: undefined }, "amount"],
  [
    "a getter whose amount is undefined",
    Object.defineProperty({ payment: { id: "1" } }, "amount", { get: () => undefined }),
    "amount",
  ],
  [
    "a boxed value",
    { ...acornRequest, amount: { ...amount, value: Object(1050) } },
    "amount.value",
  ],
  ["a boxed identifier", { ...acornRequest, payment: { id: Object("pay-1") } }, "payment.id"],
  ["toJSON", { ...acornRequest, toJSON: () => acornRequest }, "toJSON"],
  [
    "toJSON in payment",
    { ...acornRequest, payment: { id: "1", toJSON: () => ({}) } },
    "payment.toJSON",
  ],
  [
    "an unknown member of amount",
    { ...acornRequest, amount: { ...amount, decimals: 2 } },
    "amount.decimals",
  ],
  [
    "a hidden unknown field",
    Object.defineProperty({ ...acornRequest }, "ammount", { value: 1 }),
    "ammount",
  ],
  [
    "an inherited unknown field",
    Object.assign(Object.create({ ammount: 1 }), acornRequest),
    "ammount",
  ],
  [
    "a getter that throws",
    Object.defineProperty({ ...acornRequest }, "reason", {
      get() {
        throw new Error("secret");
      },
    }),
    "reason",
  ],
  ["a revoked proxy", revoked(), "request"],
];
test.each(refused)("%s is refused before anything is sent", async (_, request, field) => {
  const { fetch, calls } = fakeFetch();
  const error = await refusal(() => acorn({ fetch }).refund(request));
  expect(error.problems.map((problem) => problem.field)).toContain(field);
  expect(error.message).not.toContain("secret");
  expect(calls).toEqual([]);
});

function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

test("an undefined member is as good as none", async () => {
  const { fetch, calls } = fakeFetch();
  const client = acorn({ fetch });
  const payment = { id: "pay-1", reference: undefined };
  const given = { payment, amount, reason: undefined, metadata: undefined };
  expect(client.check(given).payment).toEqual({ id: "pay-1" });
  await client.refund(given);
  expect(calls[0]?.body).toBe('{"amount":"1050","currency":"EUR"}');
});

test.each([
  ["a date", new Date(0)],
  ["a map", new Map([["amount", 1]])],
  ["a boxed number", Object(1)],
  ["an instance of a class", new (class Money {})()],
  ["inherited fields", Object.create({ value: 1 })],
])("a body: %s is refused, since it would be sent as something else", async (_, value) => {
  const { fetch, calls } = fakeFetch();
  const init = { params: { path: { id: "1" } }, body: { amount: value } };
  const error = await refusal(() => acornFetchClient({ fetch }).POST(refundPath, init));
  expect(error.problems).toMatchObject([{ field: "body/amount" }]);
  expect(calls).toEqual([]);
});

test.each(["plain data", "getters", "hidden fields", "a proxy", "a frozen object"])(
  "a body: the fields of %s are all sent",
  async (name) => {
    const shape = shapes[name] as (typeof shapes)[string];
    const { fetch, calls } = fakeFetch();
    const body = shape({ amount: shape({ value: 1 }) });
    await acornFetchClient({ fetch }).POST(refundPath, { params: { path: { id: "1" } }, body });
    const sent = JSON.parse(calls[0]?.body ?? "");
    expect(sent.amount).toEqual({ value: 1 });
  },
);

const nested = { ...acornAnswer, data: { lines: [{ at: "a" }] } };
const answers: [string, object][] = [
  ["succeeded", nested],
  ["needs_review", { ...nested, amount: "1" }],
];
test.each(answers)("nothing in an outcome can be changed: %s", async (status, answer) => {
  const { fetch } = fakeFetch(() => json(answer));
  const outcome = await acorn({ fetch }).refund(acornRequest);
  expect(outcome.status).toBe(status);
  expect(openPlaces(outcome, "outcome")).toEqual([]);
  if (outcome.status === "succeeded") expect(outcome.answer).toEqual(nested);
});

/** Where something can be changed, however deep. */
const openPlaces = (value: unknown, at: string): string[] =>
  typeof value !== "object" || value === null
    ? []
    : [
        ...(Object.isFrozen(value) ? [] : [at]),
        ...Object.entries(value).flatMap(([name, inner]) => openPlaces(inner, `${at}.${name}`)),
      ];
