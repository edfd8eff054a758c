/** The facade reads a request once, so that it sends exactly what it recorded. */
import { beforeEach, describe, expect, test } from "vitest";
import { refused } from "./support/refused.ts";
import { names, request, sandbox, shop } from "./support/shop.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
});

const sent = () => sandbox.requests.filter(({ operation }) => operation === "refund").length;

/** Loses the answer to the next refund. */
const loseNext = () => sandbox.inject([{ nth: 1, fault: "reset_after", operation: "refund" }]);

describe("a payment is recognized", () => {
  test("with an undefined field in addition to its identifier", async () => {
    const refunds = shop();
    const refundRequest = request("ottpay", "a", 100);
    loseNext();
    await refunds.refund(refundRequest);
    const other = {
      ...refundRequest,
      key: "b",
      payment: { ...refundRequest.payment, ref: undefined },
    };
    expect(await refunds.refund(other as never)).toMatchObject({
      status: "not_sent",
      because: "payment_blocked",
      blockedBy: "a",
    });
    expect(sent()).toBe(1);
  });

  test("with another reference that does not identify it", async () => {
    const refunds = shop();
    const refundRequest = request("openpayd", "a", 100);
    loseNext();
    await refunds.refund(refundRequest);
    const payment = { ...refundRequest.payment, referenceNo: "another" };
    expect(await refunds.refund({ ...refundRequest, key: "b", payment })).toMatchObject({
      status: "not_sent",
      blockedBy: "a",
    });
    // The reference is still part of the request that the key belongs to.
    expect(await refused(refunds.refund({ ...refundRequest, payment }))).toMatchObject([
      { field: "key" },
    ]);
    expect(sent()).toBe(1);
  });

  test("with a toJSON method or a getter that changes its value", async () => {
    const refunds = shop();
    const refundRequest = request("ottpay", "a", 100);
    const [first, second] = sandbox.provider("ottpay").payments;
    let readings = 0;
    const payment = {
      get oriPaymentId() {
        return (readings++ === 0 ? first : second)?.payment.oriPaymentId;
      },
    };
    await refunds.refund({ ...refundRequest, payment } as never);
    expect(sandbox.refunds).toMatchObject([{ payment: first?.payment }]);
    expect((await refunds.get("a"))?.payment).toEqual(first?.payment);

    class Payment {
      readonly oriPaymentId = second?.payment.oriPaymentId;
      toJSON() {
        return first?.payment;
      }
    }
    await refunds.refund({ ...refundRequest, key: "b", payment: new Payment() } as never);
    expect((await refunds.get("b"))?.payment).toEqual(second?.payment);
  });
});

describe("an amount is never lost", () => {
  const shapes: [string, (fields: object) => object][] = [
    ["inherited", (fields) => Object.create(fields)],
    [
      "hidden",
      (fields) =>
        Object.defineProperties(
          {},
          Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])),
        ),
    ],
    [
      "a getter",
      (fields) =>
        Object.defineProperties(
          {},
          Object.fromEntries(
            Object.entries(fields).map(([name, value]) => [name, { get: () => value }]),
          ),
        ),
    ],
  ];

  test.each(shapes)("that is %s", async (_, shape) => {
    const { amount, ...rest } = request("openpayd", "a", 100);
    const currency = amount?.currency;
    const refundable = shape({ value: 150, currency });
    const refundRequest = { ...rest, amount: shape({ value: 100, currency }), refundable };
    const refunds = shop();
    await refunds.refund(shape(refundRequest) as never);
    expect((await refunds.get("a"))?.request.amount).toEqual(amount);
    expect(sandbox.refunds).toMatchObject([{ amount }]);
    const next = { ...refundRequest, key: "b", refundable: undefined };
    expect(await refunds.refund(next as never)).toMatchObject({ reason: "exceeds_refundable" });
  });

  test("is rejected if the provider has full refunds only", async () => {
    const refundRequest = Object.create({
      ...request("yedpay", "a"),
      amount: { value: 1, currency: "HKD" },
    });
    expect(await refused(shop().refund(refundRequest))).toMatchObject([{ field: "amount" }]);
    expect(sent()).toBe(0);
  });
});

test.each([
  ["a misspelled field", { refundible: { value: 1, currency: "CAD" } }, "refundible"],
  ["toJSON", { toJSON: () => ({}) }, "toJSON"],
  [
    "a misspelled field of refundable",
    { refundable: { value: 1, curency: "CAD" } },
    "refundable.curency",
  ],
])("%s is rejected before anything is sent", async (_, wrong, field) => {
  const refundRequest = { ...request("ottpay", "a", 100), ...wrong };
  expect(await refused(shop().refund(refundRequest as never))).toMatchObject([{ field }]);
  expect(sandbox.requests).toEqual([]);
});

test("a misspelled option of a call is rejected", async () => {
  const refundRequest = request("ottpay", "a", 100);
  expect(await refused(shop().refund(refundRequest, { resent: true } as never))).toMatchObject([
    { field: "options.resent" },
  ]);
});

test("outcomes are frozen, so that callers that share one cannot change it", async () => {
  const refunds = shop();
  const refundRequest = request("ottpay", "a", 100);
  const [one, two] = await Promise.all([
    refunds.refund(refundRequest),
    refunds.refund(refundRequest),
  ]);
  for (const outcome of [
    one,
    two,
    await refunds.refund(refundRequest),
    await refunds.reconcile("a"),
    await refunds.get("a"),
    await refunds.list(),
    await refunds.open(),
  ]) {
    expect(outcome).toBeDefined();
    expect(openPlaces(outcome, "outcome")).toEqual([]);
  }
});

/** Where something can be changed, however deep. */
const openPlaces = (value: unknown, at: string): string[] =>
  typeof value !== "object" || value === null
    ? []
    : [
        ...(Object.isFrozen(value) ? [] : [at]),
        ...Object.entries(value).flatMap(([name, inner]) => openPlaces(inner, `${at}.${name}`)),
      ];

describe("check()", () => {
  test("returns what refund() then records, and sends and records nothing", async () => {
    for (const name of names) {
      const refunds = shop();
      const key = "order-1042-refund-1";
      const refundRequest = request(name, key, 100);
      const checked = refunds.check(refundRequest);
      expect(sandbox.requests).toEqual([]);
      expect(await refunds.get(key)).toBeUndefined();
      await refunds.refund(refundRequest);
      expect(await refunds.get(key)).toMatchObject(checked);
      expect(Object.isFrozen(checked.request)).toBe(true);
      sandbox.reset();
    }
  });

  test("refuses what refund() refuses, with the same problems", async () => {
    const refunds = shop();
    const good = request("ottpay", "a", 100);
    const bad = [
      { ...good, key: "" },
      { ...good, key: "k".repeat(1025) },
      { ...good, account: "nope" },
      { ...good, payment: {} },
      { ...good, amount: { value: 1.5, currency: "CAD" } },
      { ...good, amount: { value: 100, currency: "XXX" } },
      { ...good, nonsense: 1 },
      { ...good, refundable: { value: 0, currency: "CAD" } },
    ];
    for (const each of bad) {
      const problems = (await refused(refunds.refund(each as never))) as unknown[];
      expect(problems.length).toBeGreaterThan(0);
      expect(await refused((async () => refunds.check(each as never))())).toEqual(problems);
    }
    expect(sandbox.requests).toEqual([]);
  });
});
