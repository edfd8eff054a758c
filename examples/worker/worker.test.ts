import assert from "node:assert/strict";
import { test } from "node:test";
import { createSandbox } from "@refunds/sandbox";
import worker from "./worker.ts";

const sandbox = await createSandbox({ providers: ["stripe"] });
globalThis.fetch = sandbox.fetch;
const env = {
  STRIPE_SECRET_KEY: "sk_test_sandbox",
  STRIPE_WEBHOOK_SECRET: "whsec_sandbox",
  HYPERDRIVE: { connectionString: process.env.DATABASE_URL ?? "" },
};
const order = `order-${Date.now()}`;

async function call(request: Request) {
  const open: Promise<unknown>[] = [];
  const answer = await worker.fetch(request, env, { waitUntil: (work) => open.push(work) });
  await Promise.all(open);
  return answer.status;
}
const post = (path: string, body: object) =>
  call(new Request(`http://localhost${path}`, { method: "POST", body: JSON.stringify(body) }));

test("a request that is repeated refunds once", async () => {
  const amount = { value: 1050, currency: "USD" };
  sandbox.inject([{ nth: 1, fault: "reset_after" }]); // the answer is lost
  assert.equal(await post(`/orders/${order}/refunds/1`, { amount }), 202);
  assert.equal(
    await call(await sandbox.provider("stripe").notification(1, "succeeded").then(at)),
    200,
  );
  assert.equal(await post(`/orders/${order}/refunds/1`, { amount }), 200);
  assert.equal(await post(`/orders/${order}/refunds/2`, {}), 400);
  await worker.scheduled(undefined, env);
  assert.equal(sandbox.refunds.length, 1);
});

const at = (request: Request) => new Request("http://localhost/webhooks/shop", request);
