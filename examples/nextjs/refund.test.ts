import assert from "node:assert/strict";
import { test } from "node:test";
import { sandbox } from "./sandbox.ts";

// After the sandbox, which sets the environment.
const refund = await import("./app/orders/[order]/refunds/[number]/route.ts");
const webhook = await import("./app/webhooks/shop/route.ts");

async function post(order: string, body: object) {
  const request = new Request("http://localhost", { method: "POST", body: JSON.stringify(body) });
  return (await refund.POST(request, { params: Promise.resolve({ order, number: "1" }) })).status;
}
const amount = { value: 1050, currency: "USD" };

test("a repeated request refunds once, and a notification settles what got lost", async () => {
  sandbox.inject([{ nth: 1, fault: "reset_after" }]);
  assert.equal(await post("order-1", { amount }), 202);
  const request = await sandbox.provider("stripe").notification(1, "succeeded");
  assert.equal((await webhook.POST(request)).status, 200);
  assert.equal(await post("order-1", { amount }), 200);
  assert.equal(sandbox.refunds.length, 1);
});

test("a wrong request is refused", async () => {
  assert.equal(await post("order-2", {}), 400);
  assert.equal(await post("nonsense", { amount }), 404);
});
