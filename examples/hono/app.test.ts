import assert from "node:assert/strict";
import { test } from "node:test";
import { sandbox } from "./sandbox.ts";

// After the sandbox, which sets the environment.
const { app } = await import("./app.ts");
const { refunds } = await import("./refunds.ts");

const post = async (path: string, body: object) =>
  (await app.request(path, { method: "POST", body: JSON.stringify(body) })).status;
const amount = { value: 1050, currency: "USD" };

test("a second click refunds nothing", async () => {
  assert.equal(await post("/orders/order-1/refunds/1", { amount }), 200);
  assert.equal(await post("/orders/order-1/refunds/1", { amount }), 200);
  assert.equal(sandbox.refunds.length, 1);
});

test("a notification settles a refund whose answer was lost", async () => {
  sandbox.inject([{ nth: 1, fault: "reset_after" }]);
  assert.equal(await post("/orders/order-2/refunds/1", { amount }), 202);
  const request = await sandbox.provider("stripe").notification(2, "succeeded");
  assert.equal((await app.request("/webhooks/shop", request)).status, 200);
  assert.equal((await refunds.get("order-2/refund-1"))?.status, "succeeded");
  assert.equal(sandbox.refunds.length, 2);
});

test("a wrong request is refused", async () => {
  assert.equal(await post("/orders/order-3/refunds/1", {}), 400);
  assert.equal(await post("/orders/nonsense/refunds/1", { amount }), 404);
  assert.equal(sandbox.refunds.length, 2);
});
