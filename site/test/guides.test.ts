/** Compiles the guides about frameworks, sends requests to what they show, and holds that against the examples. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createSandbox, type Sandbox } from "@refunds/sandbox";
import { beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { apps } from "./support/guide-apps.ts";
import { differentFrom, folder, writeGuides } from "./support/guide-files.ts";

const sandbox = await createSandbox({ providers: ["stripe"] });
const guides = Object.keys(apps);

let files: string[];
beforeAll(() => {
  // What Medusa runs is held by its example: it needs Medusa's types only.
  files = writeGuides([...guides, "medusa", "vendure"]);
  process.env.DATABASE_URL = inject("postgres");
  process.env.STRIPE_SECRET_KEY = "sk_test_sandbox";
  process.env.STRIPE_WEBHOOK_SECRET = "whsec_sandbox";
  globalThis.fetch = sandbox.fetch;
});

test("the guides have their programs", () => {
  expect(files).toHaveLength(21);
});

test("every program compiles strictly", () => {
  const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
  const run = () => execFileSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
  expect(run).not.toThrow();
});

test.each([
  ["express", "express"],
  ["hono", "hono"],
  ["medusa", "medusa"],
  ["nextjs", "nextjs"],
  ["vendure", "vendure"],
  ["workers", "worker"],
])("the guide %s shows the code of its example", (guide, example) => {
  expect(differentFrom(guide, example)).toEqual([]);
});

describe.each(guides)("%s", (guide) => {
  test("refunds once, however often it is asked, and takes notifications", async () => {
    sandbox.reset();
    process.chdir(join(folder, guide));
    process.env.REFUNDS_SCHEMA = `guide_${guide}`;
    const app = await apps[guide]?.();
    if (!app) throw new Error("no app");
    const body = JSON.stringify({ amount: { value: 1050, currency: "USD" } });
    expect(await app("/orders/order-1042/refunds/1", body)).toBe(200);
    expect(await app("/orders/order-1042/refunds/1", body)).toBe(200);
    expect(sandbox.refunds).toHaveLength(1);
    expect(await app("/orders/order-1042/refunds/1", body.replace("1050", "1051"))).toBe(409);
    expect(await app("/orders/order-1042/refunds/2", "{}")).toBe(400);
    expect(await app("/orders/nonsense/refunds/1", body)).toBe(404);

    const notification = await sandbox.provider("stripe").notification(1, "succeeded");
    const headers = Object.fromEntries(notification.headers);
    const signed = await notification.text();
    expect(await app("/webhooks/shop", signed, headers)).toBe(200);
    expect(await app("/webhooks/shop", `${signed} `, headers)).toBe(401);
  });
});

test("the scheduled job of medusa settles a refund whose answer was lost", async () => {
  sandbox.reset();
  process.env.REFUNDS_SCHEMA = "guide_medusa";
  const medusa = (file: string) => import(pathToFileURL(join(folder, "medusa", file)).href);
  const { refunds } = await medusa("refunds.ts");
  const { default: settleRefunds } = await medusa("settle-refunds.ts");
  sandbox.inject([{ nth: 1, fault: "reset_after" }]);
  const amount = { value: 1050, currency: "USD" };
  const request = { account: "shop", key: "ref_1", payment: { paymentIntent: "pi_1" }, amount };
  expect(await refunds.refund(request)).toMatchObject({ status: "unknown" });
  await settleRefunds();
  expect(await refunds.refund(request)).toMatchObject({ status: "succeeded" });
  expect(sandbox.refunds).toHaveLength(1);
});

describe("vendure", () => {
  type Refunded = (amount: number, currency: string, payment: object) => Promise<VendureRefund>;
  interface VendureRefund {
    readonly state: string;
    readonly transactionId?: string;
    readonly metadata: { readonly key: string; readonly status: string };
  }
  const payment = (refunds: number, id = 7) => ({
    id,
    transactionId: `pi_vendure_${id}`,
    refunds: Array(refunds).fill({}),
  });
  const paid = (id: number, value: number, currency: "USD" | "JPY") => ({
    payment: { paymentIntent: `pi_vendure_${id}`, charge: `ch_vendure_${id}` },
    amount: { value, currency },
  });
  let vendureSandbox: Sandbox;
  let refund: Refunded;
  beforeAll(async () => {
    vendureSandbox = await createSandbox({
      providers: ["stripe"],
      payments: { stripe: [paid(7, 9_000, "USD"), paid(8, 9_000, "USD"), paid(9, 900, "JPY")] },
    });
    globalThis.fetch = vendureSandbox.fetch;
    process.env.REFUNDS_SCHEMA = "guide_vendure";
    const { createRefund } = await import(
      pathToFileURL(join(folder, "vendure/create-refund.ts")).href
    );
    refund = (amount, currencyCode, of) =>
      createRefund({}, {}, amount, { currencyCode }, of) as Promise<VendureRefund>;
  });

  beforeEach(() => vendureSandbox.reset());

  test("a second click has the key of the first, and a stored refund gives the next its own", async () => {
    const first = await refund(1050, "USD", payment(0));
    expect(first).toMatchObject({ state: "Settled", metadata: { status: "succeeded" } });
    expect(await refund(1050, "USD", payment(0))).toEqual(first);
    expect(vendureSandbox.refunds).toHaveLength(1);
    await expect(refund(1051, "USD", payment(0))).rejects.toMatchObject({ code: "key_conflict" });
    expect(await refund(1051, "USD", payment(1))).toMatchObject({ state: "Settled" });
    expect(vendureSandbox.refunds.map(({ amount }) => amount)).toMatchObject([
      { value: 1050 },
      { value: 1051 },
    ]);
  });

  test("a lost reply is pending, and holds back the next refund of its payment", async () => {
    vendureSandbox.inject([{ nth: 1, fault: "reset_after" }]);
    const lost = { state: "Pending", metadata: { status: "unknown" } };
    expect(await refund(1050, "USD", payment(0, 8))).toMatchObject(lost);
    expect(await refund(1050, "USD", payment(0, 8))).toMatchObject(lost);
    const held = { state: "Failed", metadata: { status: "not_sent" } };
    expect(await refund(500, "USD", payment(1, 8))).toMatchObject(held);
    expect(vendureSandbox.refunds).toHaveLength(1);
  });

  test("amounts have the decimals of their currency, and refunds must be loaded", async () => {
    await refund(50_000, "JPY", payment(0, 9));
    expect(vendureSandbox.refunds).toMatchObject([{ amount: { value: 500, currency: "JPY" } }]);
    await expect(refund(50_050, "JPY", payment(1, 9))).rejects.toThrow("Nothing was sent");
    await expect(refund(1, "USD", { ...payment(0), refunds: undefined })).rejects.toThrow(
      "Nothing was sent",
    );
  });
});
