import type { Problem } from "@refunds/core";
import { describe, expect, test } from "vitest";
import { simulators } from "../src/generated/simulators.ts";
import { createSandboxOf } from "../src/sandbox.ts";
import { bearerTable, envelopeTable, formTable, tables } from "./fixtures/tables.ts";

/** Takes untyped payments, as from a file. */
const sandboxWith = (payments: object, from = tables) =>
  createSandboxOf(from, { payments: payments as never });

const cad = (value: unknown) => ({ value, currency: "CAD" });
const mine = { payment: { id: "mine-1" }, amount: cad(700), refunded: 200 };

test("custom payments replace the samples, and the same rules apply to them", async () => {
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

test.each(simulators)("$provider accepts its own samples as custom payments", async (table) => {
  const payments = JSON.parse(JSON.stringify({ [table.provider]: table.payments }));
  const sandbox = await sandboxWith(payments, [table]);
  expect(sandbox.provider(table.provider).payments).toHaveLength(table.payments.length);
});

test("changes to the passed objects have no effect afterwards", async () => {
  const payment = { id: "mine-1" };
  const sandbox = await sandboxWith({ bearer: [{ payment, amount: cad(1) }] });
  payment.id = "other";
  expect(sandbox.provider("bearer").payments[0]?.payment).toEqual({ id: "mine-1" });
});

const [envelope] = envelopeTable.payments;
describe("an invalid payment is rejected, and the message names the field", () => {
  test.each<[string, object]>([
    ["payments.missing is not a provider of this sandbox. Use one of bearer,", { missing: [] }],
    ["payments.bearar is not a provider of this sandbox; did you mean bearer?", { bearar: [] }],
    ["payments must be an object with one list for each provider", []],
    ["payments.bearer must be a list of payments", { bearer: mine }],
    [
      "payments.bearer[0] must be an object with payment, amount, refunded, always",
      { bearer: ["p-1"] },
    ],
    [
      "payments.bearer[1].note is unknown. Use payment, amount, refunded, always",
      { bearer: [mine, { ...mine, payment: { id: "b" }, note: "x" }] },
    ],
    ["payments.bearer[0].payment.id is missing", { bearer: [{ ...mine, payment: {} }] }],
    [
      "payments.bearer[0].payment.id must be of type string",
      { bearer: [{ ...mine, payment: { id: 7 } }] },
    ],
    [
      "payments.bearer[0].payment.id must not be empty",
      { bearer: [{ ...mine, payment: { id: "" } }] },
    ],
    [
      "payments.bearer[0].payment.order is unknown. Use id",
      { bearer: [{ ...mine, payment: { id: "a", order: 1 } }] },
    ],
    [
      "payments.envelope[0].payment.reference is missing",
      { envelope: [{ ...envelope, payment: { orderId: 1 } }] },
    ],
    [
      "payments.bearer[1].payment.id is mine-1, the same as in [0]",
      { bearer: [mine, { ...mine, amount: cad(5) }] },
    ],
    [
      "payments.bearer[0].amount must be an object with value, currency",
      { bearer: [{ payment: { id: "a" }, amount: 5 }] },
    ],
    ...[0, -1, 1.5, "5", 2 ** 60, null].map((value): [string, object] => [
      `payments.bearer[0].amount.value is ${JSON.stringify(value)}. It must be an integer above 0`,
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
      `payments.bearer[0].refunded is ${JSON.stringify(refunded)}. It must be an integer from 0 to amount.value, in minor units`,
      { bearer: [{ ...mine, refunded }] },
    ]),
    [
      "payments.form[0].refunded is 1. It must be 0 or amount.value, because form has no partial refunds",
      { form: [{ payment: { id: "f-9" }, amount: { value: 2, currency: "HKD" }, refunded: 1 }] },
    ],
    [
      'payments.bearer[0].always is "refunded". It must be one of',
      { bearer: [{ ...mine, always: "refunded" }] },
    ],
  ])("%s", async (message, payments) => {
    await expect(sandboxWith(payments)).rejects.toThrow(message);
  });

  test("all problems are reported at once", async () => {
    const payments = { bearer: [{ payment: {}, amount: cad(0), always: 5 }, 7] };
    const error = await sandboxWith(payments, [bearerTable]).catch((thrown) => thrown);
    const lines = error.problems.map(({ field, message }: Problem) => `${field} ${message}`);
    expect(lines).toEqual([
      "payments.bearer[0].payment.id is missing",
      "payments.bearer[0].amount.value is 0. It must be an integer above 0, in minor units",
      expect.stringMatching(/^payments\.bearer\[0\]\.always is 5\. It must be one of /),
      "payments.bearer[1] must be an object with payment, amount, refunded, always",
    ]);
  });
});
