/** Each provider of the sandbox, each way in which its refunds end, and everything that it says of them then. */
import { createSandbox } from "@refunds/sandbox";
import { describe, expect, test } from "vitest";
import { type Account, createRefunds, memoryJournal, providers } from "../src/index.ts";

const faults: unknown[] = [];
const sandbox = await createSandbox({ onFault: (fault) => faults.push(fault) });
const { providers: simulated } = sandbox;
const key = "order-1042-7";

async function refunded(provider: string, always: string | undefined) {
  sandbox.reset();
  const simulator = sandbox.provider(provider);
  const { environment, credentials, payments } = simulator;
  const payment = payments.find((one) => one.always === always);
  if (!payment) return undefined;
  const open = providers[provider as keyof typeof providers] as unknown as (
    options: object,
  ) => Account;
  const own = open({ ...credentials[0], environment, fetch: sandbox.fetch });
  const refunds = createRefunds({ accounts: { own }, journal: memoryJournal() });
  const request = simulator.requestFor(payment, undefined, key);
  const outcome = await refunds.refund({ account: "own", ...request, key } as never);
  const refundId = "refundId" in outcome ? `${outcome.refundId}` : "";
  const query = simulator.queryFor({ payment: request.payment, key }, refundId);
  const ask = async () => query && (await own.query?.(query as never))?.status;
  return { simulator, refunds, ask };
}

const ends = [undefined, "succeeded", "failed"] as const;
const ways = [undefined, "pending"].flatMap((always) => ends.map((end) => ({ always, end })));

describe.each(simulated)("$provider", ({ provider }) => {
  test.each(ways)(
    "a refund of a payment that is always $always, and ends as $end, has an answer to everything",
    async ({ always, end }) => {
      const shop = await refunded(provider, always);
      if (!shop) return;
      const { simulator, refunds, ask } = shop;
      const before = sandbox.refunds[0]?.status;
      const refusal = end && (await sandbox.finish(provider, 1, end).catch(String));
      if (refusal) {
        expect([end, refusal]).toEqual([
          "failed",
          expect.stringContaining(`${provider} documents no word for a refund that failed`),
        ]);
        expect(sandbox.refunds[0]?.status).toBe(before);
      }
      for (const said of simulator.notifications) await simulator.notification(1, said);
      expect(await ask()).toBeOneOf([undefined, "found"]);
      const { status } = await refunds.reconcile(key);
      if (before === "pending" && end === "failed") expect(status).not.toBe("succeeded");
      expect(faults).toEqual([]);
    },
  );
});

test("of these, the sandbox refuses a failure that they have no word for", async () => {
  const refused: string[] = [];
  for (const { provider } of simulated) {
    await refunded(provider, undefined);
    await sandbox.finish(provider, 1, "failed").catch(() => refused.push(provider));
  }
  expect(refused).toEqual(["alipay", "flutterwave", "midtrans", "paypay"]);
});
