/** Ctrl-C while the provider is asked what became of a refund, which may send it again under its key. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { documents, pressTwice, start } from "./support/cli.ts";
import { openShop } from "./support/shop.ts";

const payment = "xXxXxXxXxXXxXx";

/** A shop where the answer to the refund of this key was lost, and the provider hangs from now on. */
async function unknownRefund(key: string, timeoutMs: number) {
  const shop = await openShop({ providers: ["yedpay"], timeoutMs });
  shop.sandbox.inject([{ nth: 1, fault: "reset_after", operation: "refund" }]);
  const sent = ["refund", "-a", "yedpay", "-k", key, "-p", `id=${payment}`, "--full", "--yes"];
  expect(await shop.refunds(...sent)).toMatchObject({ code: 5 });
  shop.sandbox.inject(() => "hang_after");
  const asked = () =>
    expect.poll(() => shop.sandbox.requests.length, { timeout: 60_000 }).toBeGreaterThan(1);
  return { ...shop, asked };
}

test("reconcile waits for the outcome", async () => {
  const { folder, asked } = await unknownRefund("k1", 2500);
  const { child, ended } = start(folder, ["reconcile", "k1", "--json"]);
  await asked();
  child.kill("SIGINT");
  const { code, stdout, stderr } = await ended;
  expect(stderr).toMatch(/Waiting up to [1-5] s for the outcome of k1/);
  expect(JSON.parse(stdout)).toMatchObject({ key: "k1", outcome: { status: "unknown" } });
  expect(code).toBe(5);
});

test("the second one says what is unfinished, with a command that a shell takes", async () => {
  const { folder, asked } = await unknownRefund("order 1", 60_000);
  const running = start(folder, ["reconcile", "order 1"]);
  await asked();
  const { code, stderr } = await pressTwice(running);
  expect(code).toBe(130);
  expect(stderr).toContain("npx refunds reconcile 'order 1'");
});

test("reconcile --all waits for what it asks, begins no other, and says that it was stopped", async () => {
  const { folder, asked, refunds } = await unknownRefund("k1", 2500);
  const { child, ended } = start(folder, ["reconcile", "--all", "--json"]);
  await asked();
  child.kill("SIGINT");
  const { code, stdout, stderr } = await ended;
  expect(code).toBe(130);
  expect(stderr).toContain("Waiting for what was asked already");
  expect(stderr).toContain("Stopped");
  expect(documents({ code, stdout, stderr })).toMatchObject([{ key: "k1" }]);
  expect(documents(await refunds("open", "--json"))).toMatchObject([{ key: "k1" }]);
});

test("run waits for what it asks", async () => {
  const shop = await openShop({ providers: ["yedpay"], timeoutMs: 2500 });
  shop.sandbox.inject([
    { nth: 1, fault: "reset_after", operation: "refund" },
    { nth: 1, fault: "hang_after", operation: "query" },
  ]);
  const text = `account,key,payment.id,amount\nyedpay,k1,${payment},full\n`;
  writeFileSync(join(shop.folder, "refunds.csv"), text);
  const { child, ended } = start(shop.folder, ["run", "refunds.csv", "--yes"]);
  await expect.poll(() => shop.sandbox.requests.length, { timeout: 60_000 }).toBeGreaterThan(1);
  child.kill("SIGINT");
  const { code, stderr } = await ended;
  expect(code).toBe(130);
  expect(stderr).toContain("Waiting up to");
  expect(stderr).toContain("Stopped after 1 of 1 rows");
});
