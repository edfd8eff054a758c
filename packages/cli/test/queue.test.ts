/** `refunds run --postgres` and `refunds worker`: each row exactly once, by several processes. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type PostgresServer, startPostgres } from "@refunds/testing/postgres";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
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
  expect(await shop.refunds(...runArgs)).toMatchObject({ code: 0 });
  expect(shop.sandbox.refunds).toHaveLength(120);
});
