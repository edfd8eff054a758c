/** Compiles the guides about frameworks, sends requests to what they show, and holds that against the examples. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSandbox } from "@refunds/sandbox";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { apps } from "./support/guide-apps.ts";
import { differentFrom, folder, writeGuides } from "./support/guide-files.ts";

const sandbox = await createSandbox({ providers: ["stripe"] });
const guides = Object.keys(apps);

let files: string[];
beforeAll(() => {
  // What Medusa runs is held by its example: it needs Medusa's types only.
  files = writeGuides([...guides, "medusa"]);
  process.env.DATABASE_URL = inject("postgres");
  process.env.STRIPE_SECRET_KEY = "sk_test_sandbox";
  process.env.STRIPE_WEBHOOK_SECRET = "whsec_sandbox";
  globalThis.fetch = sandbox.fetch;
});

test("the guides have their programs", () => {
  expect(files).toHaveLength(17);
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
