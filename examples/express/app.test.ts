import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { after, test } from "node:test";
import { overNetwork, sandbox } from "./sandbox.ts";

// After the sandbox, which sets the environment.
const { app } = await import("./app.ts");
const { pool, refunds } = await import("./refunds.ts");

const server = app.listen(0, "127.0.0.1");
await once(server, "listening");
after(async () => {
  server.close();
  await refunds.close();
  await pool.query(`DROP SCHEMA ${process.env.REFUNDS_SCHEMA} CASCADE`);
  await pool.end();
});

async function post(path: string, body: string, headers = {}) {
  const { port } = server.address() as AddressInfo;
  const init = {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  };
  return (await overNetwork(`http://127.0.0.1:${port}${path}`, init)).status;
}
const body = JSON.stringify({ amount: { value: 1050, currency: "USD" } });

test("two calls at once refund once", async () => {
  const path = "/orders/order-1/refunds/1";
  assert.deepEqual(await Promise.all([post(path, body), post(path, body)]), [200, 200]);
  assert.equal(sandbox.refunds.length, 1);
});

test("a notification settles a refund whose answer was lost", async () => {
  sandbox.inject([{ nth: 1, fault: "reset_after" }]);
  assert.equal(await post("/orders/order-2/refunds/1", body), 202);
  const request = await sandbox.provider("stripe").notification(2, "succeeded");
  const headers = Object.fromEntries(request.headers);
  assert.equal(await post("/webhooks/shop", await request.text(), headers), 200);
  assert.equal((await refunds.get("order-2/refund-1"))?.status, "succeeded");
  assert.equal(sandbox.refunds.length, 2);
});
