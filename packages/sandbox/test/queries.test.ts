import { expect, test } from "vitest";
import { simulators } from "../src/generated/simulators.ts";
import { type Merchant, merchantOf } from "./fixtures/merchant.ts";

/** What a query shows after each step, written by hand from the providers' documentation. Reconciling reads only these fields. */

async function open(name: string) {
  const table = simulators.find(({ provider }) => provider === name);
  if (!table) throw new Error(`${name} is not simulated`);
  const merchant = await merchantOf(table);
  const payments = merchant.sandbox.provider(name).payments;
  const [payment] = payments;
  const pending = payments.find(({ always }) => always === "pending");
  if (!payment) throw new Error(`${name} has no sample payment`);
  return { merchant, payment, pending };
}

type Payment = Awaited<ReturnType<typeof open>>["payment"];

/** Refunds `value` minor units of a payment, by default all, and returns how the request was judged. */
async function refund(merchant: Merchant, { payment, amount }: Payment, value = amount.value) {
  return (await merchant.refund({ payment, amount: { ...amount, value } })).situation;
}

/** Queries a payment and returns some fields of an object in the answer. */
async function shown(merchant: Merchant, payment: Payment, object: string, ...fields: string[]) {
  const { situation, body } = await merchant.query(payment);
  expect(situation).toBe("queried");
  const found = body[object] as Record<string, unknown>;
  return fields.map((field) => found[field]);
}

test("OTT Pay shows the state and the total of refunded cents", async () => {
  const { merchant, payment, pending } = await open("ottpay");
  const ask = (of = payment) =>
    shown(merchant, of, "result", "paymentId", "paymentStatus", "refundAmount", "totalAmount");
  const id = "1694723098440266";
  expect(await ask()).toEqual([id, "success", "0", "10000"]);
  expect(await refund(merchant, payment, 100)).toBe("refunded");
  expect(await ask()).toEqual([id, "partial_refunded", "100", "10000"]);
  expect(await refund(merchant, payment, 250)).toBe("refunded");
  expect(await ask()).toEqual([id, "partial_refunded", "350", "10000"]);
  expect(await refund(merchant, payment, 9650)).toBe("refunded");
  expect(await ask()).toEqual([id, "fully_refunded", "10000", "10000"]);
  // OTT Pay documents no state for a payment with a pending refund.
  if (!pending) throw new Error("no payment has pending refunds");
  expect(await refund(merchant, pending)).toBe("pending");
  expect(await ask(pending)).toEqual(["1694723098440280", "success", "0", "5000"]);
});

test("what was refunded before the sandbox started is not pending", async () => {
  const table = simulators.find(({ provider }) => provider === "ottpay");
  if (!table) throw new Error("ottpay is not simulated");
  const amount = { value: 9900, currency: "CAD" } as const;
  const given = { payment: { oriPaymentId: "77002" }, amount, refunded: 900, always: "pending" };
  const merchant = await merchantOf({ ...table, payments: [given] });
  const [payment] = merchant.sandbox.provider("ottpay").payments as [Payment];
  const ask = () => shown(merchant, payment, "result", "paymentStatus", "refundAmount");
  expect(await ask()).toEqual(["partial_refunded", "900"]);
  expect(await refund(merchant, payment, 100)).toBe("pending");
  expect(await ask()).toEqual(["partial_refunded", "900"]);
});

test("BBMSL shows REFUNDED and what remains, after one refund", async () => {
  const { merchant, payment } = await open("bbmsl");
  const ask = () => shown(merchant, payment, "order", "id", "status", "amount", "netAmount");
  expect(await ask()).toEqual([4922, "SUCCESS", 15, 15]);
  expect(await refund(merchant, payment, 1000)).toBe("refunded");
  expect(await ask()).toEqual([4922, "REFUNDED", 15, 5]);
  expect(await refund(merchant, payment, 500)).toBe("already_refunded");
  expect(await ask()).toEqual([4922, "REFUNDED", 15, 5]);
  merchant.sandbox.reset();
  expect(await refund(merchant, payment)).toBe("refunded");
  expect(await ask()).toEqual([4922, "REFUNDED", 15, 0]);
});

test("Yedpay shows the state and the refunded total, and a pending refund", async () => {
  const { merchant, payment, pending } = await open("yedpay");
  const ask = (of = payment) =>
    shown(merchant, of, "data", "id", "status", "refunded", "amount", "currency");
  const id = "xXxXxXxXxXXxXx";
  expect(await ask()).toEqual([id, "paid", "0.00", "10.00", "HKD"]);
  expect(await refund(merchant, payment)).toBe("refunded");
  expect(await ask()).toEqual([id, "refunded", "10.00", "10.00", "HKD"]);
  if (!pending) throw new Error("no payment has pending refunds");
  expect(await refund(merchant, pending)).toBe("pending");
  expect(await ask(pending)).toEqual(["pPpPpPpPpPPpPp", "pending_refund", "0.00", "10.00", "HKD"]);
});

test.each([
  ["mollie", { id: "tr_5B8cwPMGnU6qLbRvo7qEZz" }],
  ["midtrans", { transactionId: "447e846a-403e-47db-a5da-d7f3f06375b9" }],
])("%s lists no refunds of a payment that it does not know", async (name, payment) => {
  const { merchant, payment: known } = await open(name);
  expect(await merchant.query({ ...known, payment })).toMatchObject({
    situation: "payment_not_found",
  });
  expect(await merchant.query(known)).toMatchObject({ situation: "queried" });
});
