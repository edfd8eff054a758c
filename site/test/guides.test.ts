/** Compiles the guides about frameworks, and sends requests to what they show. */
import { execFileSync } from "node:child_process";
import { request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createSandbox } from "@refunds/sandbox";
import type { Express } from "express";
import type { Hono } from "hono";
import { beforeAll, describe, expect, test } from "vitest";
import { folder, writeGuides } from "./support/guide-files.ts";

/** What a guide's app does with a request. */
type App = (path: string, body: string, headers?: Record<string, string>) => Promise<number>;

const sandbox = await createSandbox({ providers: ["stripe"] });
const load = (file: string) => import(pathToFileURL(join(folder, file)).href);

const apps: Readonly<Record<string, () => Promise<App>>> = {
  async express() {
    const { app } = (await load("express/app.ts")) as { app: Express };
    return (path, body, headers) => overHttp(app, path, body, headers);
  },
  async hono() {
    const { app } = (await load("hono/app.ts")) as { app: Hono };
    return async (path, body, headers) => (await app.fetch(post(path, body, headers))).status;
  },
  async nextjs() {
    const refund = await load("nextjs/app/orders/[order]/refunds/[number]/route.ts");
    const webhook = await load("nextjs/app/webhooks/shop/route.ts");
    return async (path, body, headers) => {
      const [, order, number] = /^\/orders\/(.+)\/refunds\/(.+)$/.exec(path) ?? [];
      const params = Promise.resolve({ order, number });
      const route = order === undefined ? webhook : refund;
      return (await route.POST(post(path, body, headers), { params })).status;
    };
  },
};

const json = { "content-type": "application/json" };
const post = (path: string, body: string, headers: Record<string, string> = json) =>
  new Request(`http://localhost${path}`, { method: "POST", body, headers });

async function overHttp(
  app: Express,
  path: string,
  body: string,
  headers: Record<string, string> = json,
): Promise<number> {
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const status = await new Promise<number>((resolve, reject) => {
    const options = { port, host: "127.0.0.1", path, method: "POST", headers };
    send(options, (answer) => {
      answer.resume().once("end", () => resolve(answer.statusCode ?? 0));
    })
      .once("error", reject)
      .end(body);
  });
  server.closeAllConnections();
  server.close();
  return status;
}

const guides = Object.keys(apps);

let files: string[];
beforeAll(() => {
  files = writeGuides(guides);
  process.env.STRIPE_SECRET_KEY = "sk_test_sandbox";
  process.env.STRIPE_WEBHOOK_SECRET = "whsec_sandbox";
  globalThis.fetch = sandbox.fetch;
});

test("the guides have their programs", () => {
  expect(files).toHaveLength(5);
});

test("every program compiles strictly", () => {
  const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
  const run = () => execFileSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
  expect(run).not.toThrow();
});

describe.each(guides)("%s", (guide) => {
  test("refunds once, however often it is asked, and takes notifications", async () => {
    sandbox.reset();
    process.chdir(join(folder, guide));
    const app = await apps[guide]?.();
    if (!app) throw new Error("no app");
    const body = JSON.stringify({
      paymentIntent: "pi_1",
      amount: { value: 1050, currency: "USD" },
    });
    expect(await app("/orders/order-1042/refunds/1", body)).toBe(200);
    expect(await app("/orders/order-1042/refunds/1", body)).toBe(200);
    expect(sandbox.refunds).toHaveLength(1);
    expect(await app("/orders/order-1042/refunds/1", body.replace("1050", "1051"))).toBe(409);
    expect(await app("/orders/order-1042/refunds/2", "{}")).toBe(400);

    const notification = await sandbox.provider("stripe").notification(1, "succeeded");
    const headers = Object.fromEntries(notification.headers);
    const signed = await notification.text();
    expect(await app("/webhooks/shop", signed, headers)).toBe(200);
    expect(await app("/webhooks/shop", `${signed} `, headers)).toBe(401);
  });
});
