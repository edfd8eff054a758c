/** How refunds end, and what the sandbox sends of them then. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { simulators } from "../src/generated/simulators.ts";
import type { SimulatorTable } from "../src/index.ts";
import { merchantOf } from "./fixtures/merchant.ts";

const tableOf = (name: string) =>
  simulators.find(({ provider }) => provider === name) as SimulatorTable;

/** A merchant with one refund. */
async function refunded(name: string) {
  const merchant = await merchantOf(tableOf(name));
  const provider = merchant.sandbox.provider(name);
  const [payment] = provider.payments;
  if (!payment) throw new Error(`${name} has no payment`);
  await merchant.refund({ payment: payment.payment, amount: payment.amount });
  const saying = async (status: Parameters<typeof provider.notification>[1]) =>
    (await provider.notification(1, status)).text();
  return { sandbox: merchant.sandbox, saying };
}

describe("notification() takes the word of finish()", () => {
  test.each([
    ["stripe", "reversed"],
    ["square", "declined"],
  ] as const)("%s says of a refund that failed that it was %s", async (name, word) => {
    const { sandbox, saying } = await refunded(name);
    await sandbox.finish(name, 1, "failed");
    const withoutTime = (text: string) => text.replaceAll(/"[^"]*\d\d:\d\d:[^"]*"/g, "");
    expect(withoutTime(await saying("failed"))).toBe(withoutTime(await saying(word)));
  });

  test("where both are documented, a refund that had succeeded is reversed, and another declined", async () => {
    const { sandbox, saying } = await refunded("adyen");
    const codeIn = async (status: "failed" | "declined" | "reversed") =>
      /"eventCode":"(\w+)"/.exec(await saying(status))?.[1];
    expect(await codeIn("declined")).not.toBe(await codeIn("reversed"));
    expect(await codeIn("failed")).toBe(await codeIn("declined"));
    await sandbox.finish("adyen", 1, "succeeded");
    expect(await codeIn("failed")).toBe(await codeIn("reversed"));
    await sandbox.finish("adyen", 1, "failed");
    expect(await codeIn("failed")).toBe(await codeIn("reversed"));
  });

  test("what a provider does not send is refused with the words that can be used", async () => {
    const stripe = await refunded("stripe");
    await expect(stripe.saying("declined")).rejects.toThrow(
      "stripe sends no notification that says declined, but succeeded, pending, reversed, failed.",
    );
    const paypal = await refunded("paypal");
    await expect(paypal.saying("failed")).rejects.toThrow(
      "paypal sends no notification that says failed, but succeeded.",
    );
  });
});

test("a table whose query shows pending refunds needs a word for them", async () => {
  const { refundStates: _, ...paypal } = tableOf("paypal");
  const refundStates = { refunded: "COMPLETED" };
  await expect(merchantOf({ ...paypal, refundStates })).rejects.toThrow(
    "paypal: an answer uses refund.state, but refundStates.pending is missing.",
  );
});

test("notified() keeps a script running until a late delivery has been repeated and taken", () => {
  const index = new URL("../src/index.ts", import.meta.url);
  const script = `
    import { createSandbox } from ${JSON.stringify(index.href)};
    const statuses = [503, 200];
    const to = () => new Response(null, { status: statuses.shift() });
    const notify = { to, lateMs: 50, retryMs: 50, fault: () => "late" };
    const sandbox = await createSandbox({ providers: ["stripe"], notify });
    const { url, ...init } = await sandbox.provider("stripe").exampleRefund("http://localhost/stripe");
    await sandbox.fetch(url, init);
    await sandbox.notified();
    console.log(sandbox.notifications[0].answers.join());
  `;
  const options = ["--conditions=refunds-source", "--input-type=module", "--eval", script];
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, options, { cwd, encoding: "utf8" });
  expect([status, stdout]).toEqual([0, "503,200\n"]);
});
