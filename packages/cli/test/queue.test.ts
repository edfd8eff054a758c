/** `refunds run --postgres` and `refunds worker`: each row exactly once, by several processes. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type PostgresServer, startPostgres } from "@refunds/testing/postgres";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openPool } from "../src/config/open-pool.ts";
import { documents, type Running, start } from "./support/cli.ts";
import { openShop, type Shop } from "./support/shop.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const ids = (count: number) => Array.from({ length: count }, (_, at) => `order-${at}`);

const header = "account,key,payment.oriPaymentId,amount,currency";

const write = ({ folder }: Shop, rows: readonly string[]) =>
  writeFileSync(join(folder, "refunds.csv"), [header, ...rows, ""].join("\n"));

/** A shop with this many payments, and a file that refunds a tenth of each: the balance shows a second refund. */
async function shopWith(count: number): Promise<Shop> {
  const amount = { value: 10_000, currency: "CAD" } as const;
  const payments = { ottpay: ids(count).map((id) => ({ payment: { oriPaymentId: id }, amount })) };
  const postgres = server.url;
  const shop = await openShop({ providers: ["ottpay"], payments, timeoutMs: 2000, postgres });
  write(
    shop,
    ids(count).map((id) => `ottpay,key-${id},${id},10.00,CAD`),
  );
  return shop;
}

/** Stopped after the test. */
function startWorker({ folder }: Shop, ...args: readonly string[]): Running {
  const worker = start(folder, ["worker", ...args]);
  onTestFinished(async () => {
    worker.child.kill("SIGKILL");
    await worker.ended;
  });
  return worker;
}

const report = ({ folder }: Shop) =>
  readFileSync(join(folder, "refunds.report.csv"), "utf8").trim().split("\n").slice(1);

const runArgs = ["run", "refunds.csv", "--postgres", "--yes"];

test("two workers send each row once, and the same file again sends nothing", async () => {
  const shop = await shopWith(120);
  const workers = [startWorker(shop), startWorker(shop)];
  const { code, stdout, stderr } = await start(shop.folder, [...runArgs, "--json"]).ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining("120/120") });
  expect(documents({ code, stdout, stderr })).toHaveLength(120);
  expect(shop.sandbox.refunds).toHaveLength(120);
  expect(new Set(report(shop).map((line) => line.split(",")[3]))).toEqual(new Set(["succeeded"]));
  for (const { child } of workers) child.kill("SIGTERM");
  for (const { ended } of workers) expect(await ended).toMatchObject({ code: 0 });
  expect(await shop.refunds(...runArgs, "--by", "Ana")).toMatchObject({ code: 0 });
  expect(shop.sandbox.refunds).toHaveLength(120);
  const [first] = documents(await shop.refunds("show", "key-order-0", "--json"));
  expect(first).toMatchObject({ history: [{ by: "run refunds.csv, line 2" }, {}] });
});

test("killed again and again, run goes on with the same file, and each row is sent once", async () => {
  const count = 300;
  const shop = await shopWith(count);
  for (const ms of [900, 1300, 1800]) {
    const { child, ended } = start(shop.folder, runArgs);
    await pause(ms);
    child.kill("SIGKILL");
    await ended;
  }
  startWorker(shop, "--concurrency", "2");
  const stopped = start(shop.folder, [...runArgs, "--rate", "40"]);
  await stopped.saying("total CAD");
  await expect.poll(() => shop.sandbox.refunds.length, { timeout: 60_000 }).toBeGreaterThan(10);
  stopped.child.kill("SIGINT");
  expect(await stopped.ended).toMatchObject({
    code: 130,
    stderr: expect.stringContaining("What is queued stays queued"),
  });
  expect(await start(shop.folder, runArgs).ended).toMatchObject({ code: 0 });
  expect(shop.sandbox.refunds).toHaveLength(count);
  expect(report(shop)).toHaveLength(count);
});

test("Ctrl-C of a worker waits for what is being sent; the next worker goes on with the rest", async () => {
  const shop = await shopWith(60);
  const running = start(shop.folder, [...runArgs, "--rate", "20"]);
  const first = startWorker(shop);
  await expect.poll(() => shop.sandbox.refunds.length, { timeout: 60_000 }).toBeGreaterThan(5);
  first.child.kill("SIGINT");
  const { code, stderr } = await first.ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining("Stopped.") });
  const sent = shop.sandbox.refunds.length;
  expect(sent).toBeLessThan(60);
  expect(documents(await shop.refunds("open", "--json"))).toEqual([]);
  await pause(500);
  expect(shop.sandbox.refunds).toHaveLength(sent);
  startWorker(shop);
  expect(await running.ended).toMatchObject({ code: 0 });
  expect(shop.sandbox.refunds).toHaveLength(60);
});

test("all workers together keep to the rate of an account", async () => {
  const shop = await shopWith(40);
  const workers = [startWorker(shop), startWorker(shop)];
  for (const each of workers) await each.saying("Working.");
  const running = start(shop.folder, [...runArgs, "--rate", "10"]);
  await expect.poll(() => shop.sandbox.refunds.length, { timeout: 60_000 }).toBeGreaterThan(0);
  const startedAt = performance.now();
  expect(await running.ended).toMatchObject({ code: 0 });
  expect(performance.now() - startedAt).toBeGreaterThan(3500);
  expect(shop.sandbox.refunds).toHaveLength(40);
});

test("every mistake is named before the first row is queued", async () => {
  const shop = await shopWith(20);
  write(shop, ["ottpay,a,order-1,10.00,CAD", "nope,b,order-2,10.00,CAD", "ottpay,a,order-3,5,CAD"]);
  startWorker(shop);
  const { code, stderr } = await start(shop.folder, runArgs).ended;
  expect(code).toBe(2);
  for (const problem of ["line 3, account must be one of", "line 4, amount must be a decimal"])
    expect(stderr).toContain(problem);
  await pause(1500);
  expect(shop.sandbox.requests).toEqual([]);
});

test("a row whose payment has another open refund waits, and is sent when that is settled", async () => {
  const shop = await shopWith(2);
  await blockFirstPayment(shop);
  startWorker(shop);
  const running = start(shop.folder, runArgs);
  await expect.poll(() => shop.sandbox.refunds.length, { timeout: 60_000 }).toBe(2);
  await pause(1500);
  await shop.refunds("record", "lost", "--status", "succeeded", "--by", "Ana");
  expect(await running.ended).toMatchObject({ code: 0 });
  expect(shop.sandbox.refunds).toHaveLength(3);
});

test("a row that waited for too long is listed, and nothing of it is left in the queue", async () => {
  const shop = await shopWith(2);
  await blockFirstPayment(shop);
  startWorker(shop);
  const ended = await start(shop.folder, [...runArgs, "--patience", "1", "--json"]).ended;
  expect(ended.code).toBe(4);
  expect(documents(ended)).toMatchObject([
    { line: 2, outcome: { status: "not_sent", because: "payment_blocked" } },
    { line: 3, outcome: { status: "succeeded" } },
  ]);
  await shop.refunds("record", "lost", "--status", "succeeded", "--by", "Ana");
  await pause(3000);
  expect(shop.sandbox.refunds).toHaveLength(2);
  // The same file begins again with what is not final.
  expect(await start(shop.folder, runArgs).ended).toMatchObject({ code: 0 });
  expect(shop.sandbox.refunds).toHaveLength(3);
});

/** The answer of another refund of the first row's payment is lost, and nothing proves what became of it. */
async function blockFirstPayment(shop: Shop): Promise<void> {
  shop.sandbox.inject([{ nth: 1, fault: "reset_after", operation: "refund" }]);
  const payment = "oriPaymentId=order-0";
  const args = ["-a", "ottpay", "-k", "lost", "-p", payment, "--amount", "5.00 CAD", "--yes"];
  expect(await shop.refunds("refund", ...args)).toMatchObject({ code: 5 });
}

test("a journal that other machines do not have is refused, as are arguments that do not fit", async () => {
  const alone = await openShop({ providers: ["ottpay"] });
  write(alone, ["ottpay,a,1694723098440266,10.00,CAD"]);
  for (const args of [runArgs, ["run", "refunds.csv", "--postgres", server.url], ["worker"]]) {
    expect(await start(alone.folder, args).ended).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("journal: { postgres"),
    });
  }
  const shop = await shopWith(1);
  const refusals: [string, ...string[]][] = [
    ["names another database", "run", "refunds.csv", "--postgres", "postgres://elsewhere/shop"],
    ["other users of this machine", "worker", "--postgres", "postgres://u:p%40ss@elsewhere/shop"],
    ["other users of this machine", "worker", "--postgres", "postgres://u:p/?w@elsewhere/shop"],
    ["other users of this machine", "worker", "--postgres", "postgres://u@h/shop?password=p"],
    ["`npx refunds worker`", ...runArgs, "--concurrency", "2"],
    ["is for --postgres", "run", "refunds.csv", "--yes", "--patience", "2"],
  ];
  for (const [why, ...args] of refusals) {
    expect(await start(shop.folder, args).ended).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(why),
    });
  }
  expect([...alone.sandbox.requests, ...shop.sandbox.requests]).toEqual([]);
});

test("a worker with an account that cannot be used takes no rows", async () => {
  const shop = await shopWith(1);
  const config = join(shop.folder, "refunds.config.mjs");
  const broken = '{"accounts":{"broken":{"provider":"ottpay","environment":"test"},';
  const text = readFileSync(config, "utf8").replace('{"accounts":{', broken);
  expect(text).toContain(broken);
  writeFileSync(config, text);
  const worker = startWorker(shop);
  const first = await Promise.race([
    worker.ended,
    worker.saying("Working.").catch(() => worker.ended),
  ]);
  expect(first).toMatchObject({ code: 2, stderr: expect.stringContaining("accounts.broken.") });
});

test("a worker whose journal has lost what it had stored gives its rows back, and ends", async () => {
  const shop = await shopWith(60);
  const config = readFileSync(join(shop.folder, "refunds.config.mjs"), "utf8");
  // Connected before rows are sent: on a busy machine, all of them could be sent meanwhile.
  const pool = await openPool(server.url, 1);
  onTestFinished(() => pool.end());
  await pool.query("SELECT 1");
  const running = start(shop.folder, [...runArgs, "--rate", "5"]);
  const worker = startWorker(shop);
  await expect.poll(() => shop.sandbox.refunds.length, { timeout: 60_000 }).toBeGreaterThan(5);
  await pool.query(`DELETE FROM ${config.match(/shop_\w+/)?.[0]}.refund_journal`);
  const { code, stderr } = await worker.ended;
  expect({ code, stderr }).toEqual({ code: 6, stderr: expect.stringContaining("(rolled_back)") });
  expect(stderr).toContain("Stopped. Nothing is being sent.");
  const sent = shop.sandbox.refunds.length;
  expect(sent).toBeLessThan(60);
  await pause(1000);
  expect(shop.sandbox.refunds).toHaveLength(sent);
  running.child.kill("SIGKILL");
  await running.ended;
});

test("without pg-boss it says what to install; without Postgres, that the journal failed", async () => {
  const shop = await shopWith(1);
  const hooks = `import { registerHooks } from "node:module";
    registerHooks({ resolve(name, context, next) {
      if (name === "pg-boss") throw new Error("Cannot find package");
      return next(name, context);
    } });`;
  const withoutIt = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(hooks)}` };
  for (const args of [runArgs, ["worker"]]) {
    expect(await start(shop.folder, args, withoutIt).ended).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("npm install pg pg-boss"),
    });
  }
  // Nothing else needs it.
  expect(await start(shop.folder, ["open"], withoutIt).ended).toMatchObject({ code: 0 });
  const away = "postgres://postgres@127.0.0.1:1/none";
  writeFileSync(
    join(shop.folder, "refunds.config.mjs"),
    `export default { accounts: {}, journal: { postgres: "${away}" } };`,
  );
  expect(await start(shop.folder, ["worker"]).ended).toMatchObject({ code: 6 });
});
