import { describe, expect, test } from "vitest";
import { simulators } from "../src/generated/simulators.ts";
import { createSandboxOf } from "../src/sandbox.ts";
import { bearerTable, envelopeTable, formTable, tables } from "./fixtures/tables.ts";

/** As they come from a file: not yet held to any type. */
const sandboxWith = (payments: object, from = tables) =>
  createSandboxOf(from, { payments: payments as never });

const cad = (value: unknown) => ({ value, currency: "CAD" });
const mine = { payment: { id: "mine-1" }, amount: cad(700), refunded: 200 };

test("payments of your own take the place of the samples, and are refunded by the same rules", async () => {
  const sandbox = await sandboxWith({ bearer: [mine] });
  const { payments, requestFor } = sandbox.provider("bearer");
  expect(payments).toEqual([
    { payment: { id: "mine-1" }, amount: cad(700), refunded: 200, remaining: 500 },
  ]);
  expect(requestFor(payments[0] as never)).toEqual({
    payment: { id: "mine-1" },
    amount: cad(500),
  });
  const refund = async (cents: string) => {
    const response = await sandbox.fetch("http://localhost/bearer/v1/refund", {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: "Bearer sample-token" },
      body: JSON.stringify({ paymentId: "mine-1", cents }),
    });
    return response.headers.get("x-refunds-sandbox")?.split(":")[0];
  };
  expect(await refund("501")).toBe("exceeds_refundable");
  expect(await refund("500")).toBe("refunded");
  expect(await refund("1")).toBe("already_refunded");
  sandbox.reset();
  expect(sandbox.provider("bearer").payments[0]).toMatchObject({ refunded: 200, remaining: 500 });
  expect(sandbox.provider("form").payments).toHaveLength(formTable.payments.length);
});

test.each(simulators)("$provider takes its own samples back", async (table) => {
  const payments = JSON.parse(JSON.stringify({ [table.provider]: table.payments }));
  const sandbox = await sandboxWith(payments, [table]);
  expect(sandbox.provider(table.provider).payments).toHaveLength(table.payments.length);
});

test("what the caller changes afterwards changes nothing", async () => {
  const payment = { id: "mine-1" };
  const sandbox = await sandboxWith({ bearer: [{ payment, amount: cad(1) }] });
  payment.id = "other";
  expect(sandbox.provider("bearer").payments[0]?.payment).toEqual({ id: "mine-1" });
});

const [envelope] = envelopeTable.payments;
describe("what a provider could not have is refused, by the place of it", () => {
  test.each<[string, object]>([
    ['The sandbox does not simulate "nobody". It knows bearer,', { nobody: [] }],
    ["payments must be an object with a list for each provider", []],
    ["payments.bearer must be a list of payments", { bearer: mine }],
    [
      "payments.bearer[0] must be an object with payment, amount, refunded, always",
      { bearer: ["p-1"] },
    ],
    [
      "payments.bearer[1].note is unknown. There are payment, amount, refunded, always",
      { bearer: [mine, { ...mine, payment: { id: "b" }, note: "x" }] },
    ],
    [
      "payments.bearer[0].payment.id is missing: the provider's answers have it",
      { bearer: [{ ...mine, payment: {} }] },
    ],
    [
      "payments.bearer[0].payment.id must be of type string",
      { bearer: [{ ...mine, payment: { id: 7 } }] },
    ],
    ["payments.bearer[0].payment.id is too short", { bearer: [{ ...mine, payment: { id: "" } }] }],
    [
      "payments.bearer[0].payment.order is unknown. There are id",
      { bearer: [{ ...mine, payment: { id: "a", order: 1 } }] },
    ],
    [
      "payments.envelope[0].payment.reference is missing",
      { envelope: [{ ...envelope, payment: { orderId: 1 } }] },
    ],
    [
      "payments.bearer[1].payment.id is mine-1, and so is that of [0]",
      { bearer: [mine, { ...mine, amount: cad(5) }] },
    ],
    [
      "payments.bearer[0].amount must be an object with value, currency",
      { bearer: [{ payment: { id: "a" }, amount: 5 }] },
    ],
    ...[0, -1, 1.5, "5", 2 ** 60, null].map((value): [string, object] => [
      `payments.bearer[0].amount.value is ${JSON.stringify(value)}. It must be a whole number`,
      { bearer: [{ ...mine, amount: cad(value), refunded: 0 }] },
    ]),
    [
      'payments.bearer[0].amount.currency is "EURO". It must be an ISO 4217 code',
      { bearer: [{ ...mine, amount: { value: 700, currency: "EURO" } }] },
    ],
    [
      "payments.bearer[0].amount.currency is missing. It must be",
      { bearer: [{ ...mine, amount: { value: 700 } }] },
    ],
    ...[-1, 701, 0.5, "1", null].map((refunded): [string, object] => [
      `payments.bearer[0].refunded is ${JSON.stringify(refunded)}. It must be minor units, from 0 up to amount.value`,
      { bearer: [{ ...mine, refunded }] },
    ]),
    [
      "payments.form[0].refunded is 1. form refunds all of a payment or nothing of it",
      { form: [{ payment: { id: "f-9" }, amount: { value: 2, currency: "HKD" }, refunded: 1 }] },
    ],
    [
      'payments.bearer[0].always is "refunded". It must be one of',
      { bearer: [{ ...mine, always: "refunded" }] },
    ],
  ])("%s", async (message, payments) => {
    await expect(sandboxWith(payments)).rejects.toThrow(message);
  });

  test("all of it at once", async () => {
    const payments = { bearer: [{ payment: {}, amount: cad(0), always: 5 }, 7] };
    const error = await sandboxWith(payments, [bearerTable]).catch((thrown) => thrown);
    expect(error.message.split("\n")).toEqual([
      "payments.bearer[0].payment.id is missing: the provider's answers have it",
      "payments.bearer[0].amount.value is 0. It must be a whole number of minor units, above 0",
      expect.stringMatching(/^payments\.bearer\[0\]\.always is 5\. It must be one of /),
      "payments.bearer[1] must be an object with payment, amount, refunded, always",
    ]);
  });
});
