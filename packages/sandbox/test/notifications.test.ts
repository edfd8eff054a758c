import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { simulators } from "../src/generated/simulators.ts";
import {
  type NotificationFault,
  type NotifyOptions,
  notificationFaults,
  type SandboxOptions,
  type SimulatorTable,
} from "../src/index.ts";
import { serve } from "../src/server.ts";
import { type Merchant, merchantOf } from "./fixtures/merchant.ts";

type Received = { readonly id: string; readonly type: string; readonly status: string };

const table = simulators.find(({ provider }) => provider === "stripe") as SimulatorTable;

/** Stripe, with a webhook that keeps what it got. */
async function open(
  notify: Omit<NotifyOptions, "to">,
  answer: () => number = () => 200,
  options: SandboxOptions = {},
) {
  const received: Received[] = [];
  const merchant = await merchantOf(table, {
    ...options,
    notify: {
      retryMs: 1,
      lateMs: 20,
      ...notify,
      async to(request) {
        const { id, type, data } = await request.json();
        received.push({ id, type, status: data.object.status });
        return new Response(null, { status: answer() });
      },
    },
  });
  return { ...merchant, refund: refundWith(merchant), received };
}

const refundWith =
  ({ sandbox, refund }: Merchant) =>
  async (paymentIntent = "pi_1") => {
    const { payments } = sandbox.provider("stripe");
    const balance = payments.find(({ payment }) => payment.paymentIntent === paymentIntent);
    if (!balance) throw new Error(`no payment ${paymentIntent}`);
    const { status, body } = await refund({
      payment: balance.payment,
      amount: { ...balance.amount, value: 1000 },
    });
    expect([status, body]).toEqual([200, expect.anything()]);
  };

const receivedWith = async (fault: NotificationFault) => {
  let isFirst = true;
  const { sandbox, refund, received } = await open({
    fault: () => {
      const chosen = isFirst ? fault : undefined;
      isFirst = false;
      return chosen;
    },
  });
  await refund();
  const beforeTheAnswer = received.length;
  await refund();
  await sandbox.notified();
  return { beforeTheAnswer, ids: received.map(({ id }) => id) };
};

test("each fault delivers as it says", async () => {
  const seen = Object.fromEntries(
    await Promise.all(
      notificationFaults.map(async (fault) => [fault, await receivedWith(fault)] as const),
    ),
  );
  // The second refund's may come between the two.
  seen.twice?.ids.sort();
  expect(seen).toEqual({
    twice: { beforeTheAnswer: 0, ids: ["evt_1", "evt_1", "evt_2"] },
    lost: { beforeTheAnswer: 0, ids: ["evt_2"] },
    before_answer: { beforeTheAnswer: 1, ids: ["evt_1", "evt_2"] },
    late: { beforeTheAnswer: 0, ids: ["evt_2", "evt_1"] },
    after_next: { beforeTheAnswer: 0, ids: ["evt_2", "evt_1"] },
  });
});

test("a delivery that is not taken is repeated, five times in all", async () => {
  const statuses = [500, 302, 200];
  const { sandbox, refund, received } = await open({}, () => statuses.shift() ?? 503);
  await refund();
  await sandbox.notified();
  await refund();
  await sandbox.notified();
  expect(received.map(({ id }) => id)).toEqual([
    ...["evt_1", "evt_1", "evt_1"],
    ...["evt_2", "evt_2", "evt_2", "evt_2", "evt_2"],
  ]);
  expect(sandbox.notifications).toMatchObject([
    { number: 1, refund: 1, status: "succeeded", answers: [500, 302, 200] },
    { number: 2, refund: 2, status: "succeeded", answers: [503, 503, 503, 503, 503] },
  ]);
});

test("a pending refund ends by itself without a webhook, too", async () => {
  const merchant = await merchantOf(table, { finishAfterMs: 5 });
  await refundWith(merchant)("pi_5");
  expect(merchant.sandbox.refunds[0]?.status).toBe("pending");
  await merchant.sandbox.notified();
  expect(merchant.sandbox.refunds[0]?.status).toBe("succeeded");
});

test("a fault that does not exist is an error of the sandbox, not an ordinary delivery", async () => {
  let error: unknown;
  const merchant = await merchantOf(table, {
    notify: { to: () => new Response(), fault: () => "twise" as NotificationFault },
    onFault: (thrown) => {
      error = thrown;
    },
  });
  await refundWith(merchant)().catch(() => {});
  expect(String(error)).toContain('What notify.fault returned is "twise"; did you mean twice?');
});

test("a pending refund ends by itself, and an ended one fails only once", async () => {
  const { sandbox, refund, received } = await open({}, undefined, { finishAfterMs: 5 });
  await refund("pi_5");
  await sandbox.notified();
  expect(received.map(({ status }) => status)).toEqual(["pending", "succeeded"]);
  await sandbox.finish("stripe", 1, "failed");
  await sandbox.notified();
  expect(received.at(-1)).toEqual({ id: "evt_3", type: "refund.failed", status: "failed" });
  expect(sandbox.provider("stripe").payments[4]).toMatchObject({ refunded: 0, remaining: 10_000 });
  await expect(sandbox.finish("stripe", 1, "succeeded")).rejects.toThrow("has failed");
  await expect(sandbox.finish("stripe", 9, "failed")).rejects.toThrow("no refund 9");
  expect(received).toHaveLength(3);
});

test("after a reset nothing is delivered, and numbers start again", async () => {
  const { sandbox, refund, received } = await open({ fault: () => "late" });
  await refund();
  sandbox.reset();
  await sandbox.notified();
  expect([received, sandbox.notifications]).toEqual([[], []]);
  await refund();
  await sandbox.notified();
  expect(received.map(({ id }) => id)).toEqual(["evt_1"]);
});

test("over HTTP, at the webhook's address, with the signature of the documentation", async () => {
  const posts: { path: string; signature: string; body: string }[] = [];
  const webhook = createServer(async (req, res) => {
    const body = (await req.toArray()).join("");
    const signature = String(req.headers["stripe-signature"]);
    posts.push({ path: String(req.url), signature, body });
    res.end();
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void webhook.close());
  await once(webhook, "listening");
  const { port } = webhook.address() as AddressInfo;
  const merchant = await merchantOf(table, {
    notify: { to: `http://127.0.0.1:${port}/webhooks/{provider}` },
  });
  const { sandbox } = merchant;
  await refundWith(merchant)("pi_5");
  await sandbox.notified();
  const server = await serve(sandbox);
  onTestFinished(() => server.close());
  const finish = (body: string) => fetch(`${server.url}/finish`, { method: "POST", body });
  const ended = { provider: "stripe", refund: 1, as: "failed" };
  expect((await finish(JSON.stringify(ended))).status).toBe(204);
  await sandbox.notified();
  for (const wrong of [
    ...["{", "null", "[]"],
    '{"provider":"stripe","refund":1,"as":"done"}',
    '{"provider":"stripe","refund":"1","as":"failed"}',
  ]) {
    const refused = await finish(wrong);
    expect([refused.status, await refused.text()]).toEqual([
      400,
      expect.stringContaining("The body must be JSON such as"),
    ]);
  }
  const unknown = await finish('{"provider":"stripe","refund":9,"as":"failed"}');
  expect([unknown.status, await unknown.text()]).toEqual([400, "stripe has no refund 9.\n"]);
  expect(posts.map(({ path }) => path)).toEqual(["/webhooks/stripe", "/webhooks/stripe"]);
  for (const { signature, body } of posts) {
    const [, time = "", v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
    expect(v1).toBe(createHmac("sha256", "whsec_sandbox").update(`${time}.${body}`).digest("hex"));
    expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(60);
  }
  const state = await (await fetch(`${server.url}/state.json`)).json();
  expect(state.notifications).toMatchObject([{ status: "pending" }, { status: "reversed" }]);
});
