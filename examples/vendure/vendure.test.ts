import assert from "node:assert/strict";
import { after, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { sandbox } from "./sandbox.ts";

// After the sandbox, which sets the environment.
const { pool, refunds } = await import("./refunds.ts");
const { startShop } = await import("./shop.ts");

const schema = `vendure_try_${Date.now()}`;
await pool.query(`CREATE SCHEMA ${schema}`);
const shop = await startShop(schema);

after(async () => {
  await shop.close();
  await refunds.close();
  await pool.query(`DROP SCHEMA ${schema} CASCADE`);
  await pool.query(`DROP SCHEMA ${process.env.REFUNDS_SCHEMA} CASCADE`);
  await pool.end();
});

const moved = (paymentIntent: string) =>
  sandbox.refunds
    .filter(({ payment }) => payment.paymentIntent === paymentIntent)
    .map(({ amount }) => amount?.value);

/** Runs the task, until it has left the order's refunds in these states. */
async function settled(orderId: string, expected: readonly string[]) {
  await shop.settle();
  for (let tries = 0; tries < 120; tries++) {
    const states = await shop.states(orderId);
    if (states.toSorted().join() === expected.toSorted().join()) return;
    await setTimeout(500);
  }
  assert.deepEqual(await shop.states(orderId), expected);
}

test("a payment is refunded partly, then fully, and not more", async () => {
  const { payment } = await shop.order("pi_partly");
  assert.equal((await shop.refund(payment, 2500)).state, "Settled");
  assert.equal((await shop.refund(payment, 7500)).state, "Settled");
  assert.equal((await shop.refund(payment, 1)).errorCode, "REFUND_AMOUNT_ERROR");
  assert.deepEqual(moved("pi_partly"), [2500, 7500]);
});

test("a lost reply is pending without an error, holds back the next refund, and is settled by the task", async () => {
  const { id, payment } = await shop.order("pi_lost");
  sandbox.inject([{ nth: 1, fault: "reset_after" }]);
  const { state, metadata } = await shop.refund(payment, 2500);
  assert.deepEqual([state, metadata.status], ["Pending", "unknown"]);
  assert.equal((await shop.refund(payment, 2500)).state, "Failed");
  await settled(id, ["Settled", "Failed"]);
  assert.deepEqual(moved("pi_lost"), [2500]);
});

test("two clicks at the same moment refund once, and the task leaves one of them", async () => {
  const { id, payment } = await shop.order("pi_twice");
  await Promise.all([shop.refund(payment, 2500), shop.refund(payment, 2500)]);
  assert.deepEqual(moved("pi_twice"), [2500]);
  await settled(id, ["Settled", "Failed"]);
});

test("an order that is modified keeps a refund whose reply was lost", async () => {
  const { id, payment } = await shop.order("pi_modified");
  sandbox.inject([{ nth: 1, fault: "reset_after" }]);
  assert.equal((await shop.lower(id, payment, 2500)).__typename, "Order");
  assert.deepEqual(await shop.states(id), ["Pending"]);
  assert.deepEqual(moved("pi_modified"), [2500]);
});
