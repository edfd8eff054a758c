/** The notifications that the sandbox sends, through every provider's client into a journal. */
import { generateKeyPairSync } from "node:crypto";
import { createSandbox, type NotifyOptions, signTestNotification } from "@refunds/sandbox";
import { describe, expect, test } from "vitest";
import { createRefunds, type NotificationRequest, providers } from "../src/index.ts";

const { providers: simulated } = await createSandbox();
const notified = simulated.filter(({ notifications }) => notifications.length > 0);

/** Their signature is over values, so a body that was written again is still theirs. */
const signingValues = ["adyen", "mercadopago", "midtrans", "przelewy24"];

/** What comes from them is a reason to ask, and proves nothing. */
const signingNothing = ["mollie", "paypal"];

/** Before the answer, the journal does not know the provider's id of the refund. */
const namingOnlyTheirId = ["gocardless", "paypal"];

/** A secret that is not this one. Who signs has the private key. */
const another = (value: string): string =>
  value.includes("PUBLIC KEY")
    ? generateKeyPairSync("rsa", {
        modulusLength: 2048,
        publicKeyEncoding: { type: "spki", format: "pem" },
        privateKeyEncoding: { type: "pkcs8", format: "pem" },
      }).privateKey
    : value.replace(/.$/, (last) => (last === "0" ? "1" : "0"));

type Client = Parameters<typeof createRefunds>[0]["accounts"][string];

/** A shop whose webhook the sandbox calls. */
async function shopOf(provider: string, notify: Omit<NotifyOptions, "to"> = {}) {
  const answered: number[] = [];
  const sandbox = await createSandbox({
    providers: [provider],
    notify: {
      retryMs: 5,
      ...notify,
      async to(request) {
        const { response } = await refunds.notification(
          "own" as never,
          request as NotificationRequest,
        );
        answered.push(response.status);
        return response;
      },
    },
  });
  const simulator = sandbox.provider(provider);
  const open = providers[provider as keyof typeof providers] as unknown as (
    options: object,
  ) => Client;
  const client = open({
    ...simulator.credentials[0],
    environment: simulator.environment,
    fetch: sandbox.fetch,
  });
  const refunds = createRefunds({ accounts: { own: client } });
  const refund = (always: string | undefined, key: string) => {
    const payment = simulator.payments.find((one) => one.always === always);
    if (!payment) throw new Error(`${provider} has no payment that is always ${always}`);
    return refunds.refund({
      account: "own",
      ...simulator.requestFor(payment, undefined, key),
      key,
    } as never);
  };
  return { sandbox, refunds, refund, answered };
}

test("there are providers with notifications", () => {
  expect(notified.map(({ provider }) => provider)).toEqual(
    expect.arrayContaining(["stripe", "yedpay"]),
  );
});

describe.each(notified)("$provider", ({ provider, notifications, confirms }) => {
  test("a pending refund that ends is settled by its notification", async () => {
    const { sandbox, refunds, refund } = await shopOf(provider);
    const outcome = await refund(confirms ? "pending" : undefined, "order-1042-7");
    expect(outcome.status).toBe("pending");
    await sandbox.notified();
    await sandbox.finish(provider, 1, "succeeded");
    await sandbox.notified();
    expect((await refunds.get("order-1042-7"))?.outcome?.status).toBe("succeeded");
  });

  test.runIf(notifications.includes("declined") || notifications.includes("reversed"))(
    "a pending refund that fails is not left pending, and its payment has the money again",
    async () => {
      const { sandbox, refunds, refund } = await shopOf(provider);
      await refund(confirms ? "pending" : undefined, "order-1042-7");
      await sandbox.finish(provider, 1, "failed");
      await sandbox.notified();
      const { status } = (await refunds.get("order-1042-7"))?.outcome ?? {};
      expect(["declined", "reversed"]).toContain(status);
      expect(sandbox.refunds).toMatchObject([{ number: 1, status: "failed" }]);
      const { payments } = sandbox.provider(provider);
      for (const { amount, remaining } of payments) expect(remaining).toBe(amount.value);
    },
  );

  // Some providers report a refund only when it ends.
  test.runIf(notifications.includes(confirms ? "succeeded" : "pending"))(
    "before the answer it is asked to come again, and then changes nothing",
    async () => {
      const { sandbox, refunds, refund, answered } = await shopOf(provider, {
        fault: () => "before_answer",
      });
      const outcome = await refund(undefined, "order-1042-7");
      await sandbox.notified();
      if (!namingOnlyTheirId.includes(provider)) expect(answered[0]).toBe(503);
      expect(answered.at(-1)).toBeLessThan(300);
      const { status } = outcome;
      expect((await refunds.get("order-1042-7"))?.outcome).toMatchObject({ status });
    },
  );

  test.skipIf(signingNothing.includes(provider))(
    "signed with other secrets it is refused, and changes nothing",
    async () => {
      const { sandbox, refunds, refund } = await shopOf(provider);
      await refund(confirms ? "pending" : undefined, "order-1042-7");
      await sandbox.notified();
      const before = await refunds.get("order-1042-7");
      const [said = "succeeded"] = notifications;
      const request = await sandbox.provider(provider).notification(1, said);
      const others = Object.entries(sandbox.provider(provider).credentials[0] ?? {}).map(
        ([name, value]) => [name, another(`${value}`)],
      );
      const body = (await request.text()).replace(/&sign=[^&]*/, "");
      const credentials = Object.fromEntries(others);
      const forged = await signTestNotification({ provider, body, credentials });
      const { verified, response } = await refunds.notification("own" as never, forged as never);
      expect([verified, response.status]).toEqual([false, 401]);
      expect(await refunds.get("order-1042-7")).toEqual(before);
    },
  );

  test.runIf(signingNothing.includes(provider))(
    "from a stranger it is a reason to ask, and changes nothing by itself",
    async () => {
      const { sandbox, refunds, refund } = await shopOf(provider);
      await refund("pending", "order-1042-7");
      const before = await refunds.get("order-1042-7");
      const [said = "succeeded"] = notifications;
      const body = await (await sandbox.provider(provider).notification(1, said)).text();
      const sent = await signTestNotification({ provider, body, credentials: {} });
      const { verified, refunds: taken } = await refunds.notification(
        "own" as never,
        sent as never,
      );
      expect([verified, taken[0]?.is]).toEqual([false, "asked"]);
      expect((await refunds.get("order-1042-7"))?.status).toEqual(before?.status);
    },
  );

  test("a body that was written again is refused, where its bytes are signed", async () => {
    const { sandbox, refunds, refund } = await shopOf(provider);
    await refund(undefined, "order-1042-7");
    const [said = "succeeded"] = notifications;
    const request = await sandbox.provider(provider).notification(1, said);
    const text = await request.text();
    const again = text.startsWith("{") ? `${text.slice(0, -1)} }` : `${text}&more=1`;
    const { verified, response } = await refunds.notification(
      "own" as never,
      new Request(request.url, { method: "POST", headers: request.headers, body: again }) as never,
    );
    const isVerified = signingValues.includes(provider);
    const isRefused = !isVerified && !signingNothing.includes(provider);
    expect([verified, response.status]).toEqual([isVerified, isRefused ? 401 : 200]);
  });
});

test("signTestNotification signs a body of your own", async () => {
  const { refunds, refund } = await shopOf("stripe");
  await refund("pending", "order-1042-7");
  const request = await signTestNotification({
    provider: "stripe",
    credentials: { webhookSecret: "whsec_sandbox" },
    body: {
      id: "evt_9",
      type: "refund.updated",
      data: {
        object: {
          id: "re_1",
          object: "refund",
          amount: 10_000,
          currency: "gbp",
          charge: "ch_5",
          payment_intent: "pi_5",
          status: "canceled",
          metadata: { refund_key: "order-1042-7" },
        },
      },
    },
  });
  const taken = await refunds.notification("own" as never, request as never);
  expect(taken).toMatchObject({ verified: true, delivery: "evt_9" });
  await expect(
    signTestNotification({ provider: "stripe", credentials: {}, body: {} }),
  ).rejects.toThrow("webhookSecret");
  await expect(
    signTestNotification({ provider: "bbmsl", credentials: {}, body: {} }),
  ).rejects.toThrow("documents no notification");
});
