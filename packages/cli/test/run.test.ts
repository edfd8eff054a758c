/** `refunds run`: each row of a file exactly once, whatever happens to the process. */
import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { documents, start } from "./support/cli.ts";
import { openShop, type Shop } from "./support/shop.ts";

const write = ({ folder }: Shop, text: string) => writeFileSync(join(folder, "refunds.csv"), text);
const report = ({ folder }: Shop) => readFileSync(join(folder, "refunds.report.csv"), "utf8");

const ids = (count: number) => Array.from({ length: count }, (_, at) => `order-${at}`);

/** A shop with this many payments, and a file that refunds a tenth of each: the balance shows a second refund. */
async function shopWith(count: number): Promise<Shop> {
  const amount = { value: 10_000, currency: "CAD" } as const;
  const payments = { ottpay: ids(count).map((id) => ({ payment: { oriPaymentId: id }, amount })) };
  const shop = await openShop({ providers: ["ottpay"], payments, timeoutMs: 2000 });
  const rows = ids(count).map((id) => `ottpay,key-${id},${id},10.00,CAD`);
  write(shop, ["account,key,payment.oriPaymentId,amount,currency", ...rows, ""].join("\n"));
  return shop;
}

const timesOf = ({ sandbox }: Shop) => {
  const times = new Map<string, number>();
  for (const { payment } of sandbox.refunds) {
    const id = String(payment.oriPaymentId);
    times.set(id, (times.get(id) ?? 0) + 1);
  }
  return times;
};

test("killed at random moments and started again, it refunds each row exactly once", async () => {
  const count = 240;
  const shop = await shopWith(count);
  const { folder, sandbox, refunds } = shop;
  const args = ["run", "refunds.csv", "--yes", "--concurrency", "6"];
  // From what the sandbox has seen, because a process takes seconds to start on a busy machine.
  for (let kills = 0; kills < 6; kills++) {
    const before = sandbox.requests.length;
    const { child, ended } = start(folder, args);
    const isOver = ended.then(() => true);
    const after = 3 + Math.floor(Math.random() * 30);
    while (sandbox.requests.length < before + after) {
      if (await Promise.race([isOver, pause(5, false)])) break;
    }
    await pause(Math.random() * 20);
    child.kill("SIGKILL");
    await ended;
    expect(Math.max(...timesOf(shop).values())).toBe(1);
  }
  expect(timesOf(shop).size).toBeLessThan(count);
  expect(existsSync(join(folder, "refunds.report.csv"))).toBe(false);

  // The last run settles what the provider's query proves. A row that was recorded and never arrived needs a person.
  const last = await start(folder, args).ended;
  expect([0, 5]).toContain(last.code);
  const lines = report(shop).trim().split("\n");
  expect(lines).toHaveLength(count + 1);
  const open = documents(await refunds("open", "--json")) as {
    key: string;
    payment: { oriPaymentId: string };
  }[];
  expect(open.length === 0).toBe(last.code === 0);
  expect(open.length).toBeLessThanOrEqual(6 * 6);
  for (const { key, payment } of open) {
    expect(timesOf(shop).get(payment.oriPaymentId)).toBeUndefined();
    const by = ["--by", "Ana, in the dashboard"];
    expect(await refunds("record", key, "--status", "declined", ...by)).toMatchObject({ code: 0 });
    expect(await refunds("resend", key, "--yes")).toMatchObject({ code: 0 });
  }
  expect(timesOf(shop).size).toBe(count);
  const balances = sandbox.provider("ottpay").payments.map(({ refunded }) => refunded);
  expect(new Set(balances)).toEqual(new Set([1000]));
  const again = await refunds(...args);
  expect(again.code).toBe(0);
  expect(sandbox.refunds).toHaveLength(count);
}, 900_000);

test("every mistake of a file is named with its line and column, and nothing is sent", async () => {
  const shop = await openShop({ providers: ["yedpay", "ottpay"] });
  write(
    shop,
    `account,key,payment.id,payment.oriPaymentId,amount,currency,reason
yedpay,a,xXxXxXxXxXXxXx,,full,,
yedpay,a,yYyYyYyYyYYyYy,,full,,
nope,b,1,,full,,
ottpay,c,,77,10.5,CAD,
ottpay,d,,77,1050,,
ottpay,e,,77,full,,
yedpay,f,,,full,,
yedpay,g,1,,,,
"ottpay",h,,77,10.50,CAD,"two
lines"
yedpay,,1,,full,,
`,
  );
  const { code, stderr, stdout } = await shop.refunds("run", "refunds.csv", "--yes", "--json");
  expect(code).toBe(2);
  for (const problem of [
    "line 3, key is that of line 2",
    "line 4, account must be one of",
    "line 5, amount must be a decimal with exactly 2 digits",
    "line 6, amount must have a currency",
    "line 7, amount must not be full",
    "line 8, payment",
    "line 9, amount must be a decimal",
    "line 12, key must be a string of 1 to 1024 characters",
  ]) {
    expect(stderr).toContain(problem);
  }
  expect(JSON.parse(stdout).error.problems.length).toBeGreaterThanOrEqual(8);
  expect(shop.sandbox.requests).toEqual([]);
});

test.each([
  ["", "has no row"],
  ["account,key,amount\n", "payment.<name>"],
  ["account,key,amount,payment.id,amont\n", "amont"],
  ["account,key,amount,payment.id,key\n", "twice"],
  ["account,key,amount,payment.id\na,b\n", "Cannot read"],
])("a file that is not what it should be is refused: %j", async (text, why) => {
  const shop = await openShop({ providers: ["yedpay"] });
  write(shop, text);
  const { code, stderr } = await shop.refunds("run", "refunds.csv", "--yes");
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(why) });
});

test("it shows totals and asks; a dry run sends nothing", async () => {
  const shop = await openShop({ providers: ["ottpay", "yedpay"] });
  const [first, second] = shop.sandbox.provider("ottpay").payments;
  write(
    shop,
    `account,key,payment.id,payment.oriPaymentId,amount,currency
ottpay,a,,${first?.payment.oriPaymentId},0.10,CAD
ottpay,b,,${second?.payment.oriPaymentId},0.20,CAD
yedpay,c,xXxXxXxXxXXxXx,,full,
`,
  );
  const unconfirmed = await shop.refunds("run", "refunds.csv");
  expect(unconfirmed.code).toBe(7);
  for (const shown of ["0.30 CAD", "30 in minor units", "account ottpay", "full refunds"]) {
    expect(unconfirmed.stderr).toContain(shown);
  }
  const dry = await shop.refunds("run", "refunds.csv", "--dry-run", "--json");
  expect(documents(dry)).toMatchObject([{ rows: 3, full: 1, totalsInMinorUnits: { CAD: "30" } }]);
  expect(shop.sandbox.requests).toEqual([]);
});

test("refunds of one payment wait for each other, and the report is safe to open", async () => {
  const shop = await openShop({
    providers: ["ottpay"],
    payments: {
      ottpay: [
        { payment: { oriPaymentId: "1" }, amount: { value: 9900, currency: "CAD" } },
        { payment: { oriPaymentId: "2" }, amount: { value: 9900, currency: "CAD" } },
      ],
    },
    timeoutMs: 3000,
  });
  write(
    shop,
    `account,key,payment.oriPaymentId,amount,currency
ottpay,=a,1,1.00,CAD
ottpay,+b,1,2.00,CAD
ottpay,-c,1,3.00,CAD
ottpay,@d,2,100.00,CAD
`,
  );
  const { code } = await shop.refunds("run", "refunds.csv", "--yes");
  // The last is more than was paid.
  expect(code).toBe(3);
  expect(shop.sandbox.refunds.map(({ amount }) => amount.value).sort()).toEqual([100, 200, 300]);
  const cells = report(shop)
    .split("\n")
    .map((line) => line.split(",")[1]);
  expect(cells.filter(Boolean).sort()).toEqual(["'+b", "'-c", "'=a", "'@d", "key"].sort());
});

test("a refund that another one holds up is tried again later in the run", async () => {
  const shop = await shopWith(1);
  shop.sandbox.inject([{ nth: 1, fault: "reset_after", operation: "refund" }]);
  const payment = `oriPaymentId=${ids(1)[0]}`;
  const first = ["-a", "ottpay", "-k", "lost", "-p", payment, "--amount", "5.00 CAD", "--yes"];
  await shop.refunds("refund", ...first);
  const running = start(shop.folder, ["run", "refunds.csv", "--yes", "--json"]);
  await running.saying("total CAD");
  await shop.refunds("record", "lost", "--status", "succeeded", "--by", "Ana");
  const ended = await running.ended;
  expect(documents(ended)).toMatchObject([{ line: 2, outcome: { status: "succeeded" } }]);
  expect(ended.code).toBe(0);
  expect(shop.sandbox.refunds).toHaveLength(2);
});

test("Ctrl-C waits for what is being sent, and the next run goes on", async () => {
  const shop = await shopWith(40);
  const running = start(shop.folder, [
    "run",
    "refunds.csv",
    "--yes",
    "--concurrency",
    "2",
    "--rate",
    "20",
  ]);
  await expect.poll(() => shop.sandbox.requests.length, { timeout: 60_000 }).toBeGreaterThan(3);
  running.child.kill("SIGINT");
  const { code, stderr } = await running.ended;
  expect(code).toBe(130);
  expect(stderr).not.toContain("Unfinished");
  expect(shop.sandbox.refunds.length).toBeLessThan(40);
  expect(documents(await shop.refunds("open", "--json"))).toEqual([]);
  expect(await shop.refunds("run", "refunds.csv", "--yes")).toMatchObject({ code: 0 });
  expect(shop.sandbox.refunds).toHaveLength(40);
});

test.each([
  ["appended to", (text: string) => `${text}ottpay,key-new,order-0,10.00,CAD\n`],
  ["an amount is made unreadable", (text: string) => text.replaceAll("10.00", "10.0")],
  ["cut short", (text: string) => text.slice(0, text.indexOf("ottpay,key-order-20,"))],
])("a file that changes while it is sent stops the run: %s", async (_, change) => {
  const shop = await shopWith(40);
  const file = join(shop.folder, "refunds.csv");
  const rate = ["--concurrency", "2", "--rate", "10"];
  const running = start(shop.folder, ["run", "refunds.csv", "--yes", ...rate]);
  await expect.poll(() => shop.sandbox.requests.length, { timeout: 60_000 }).toBeGreaterThan(3);
  writeFileSync(file, change(readFileSync(file, "utf8")));
  const { code, stderr } = await running.ended;
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("has changed") });
  expect(stderr).toMatch(/The rows up to line \d+ were sent/);
  expect(stderr).not.toContain("Nothing was sent");
  expect(shop.sandbox.refunds.length).toBeLessThan(40);
});

test("a report that cannot be written is refused before the first row is sent", async () => {
  const shop = await shopWith(2);
  // Its report has a name that is too long.
  const name = `${"r".repeat(245)}.csv`;
  renameSync(join(shop.folder, "refunds.csv"), join(shop.folder, name));
  const { code, stderr } = await shop.refunds("run", name, "--yes");
  expect(code).toBe(2);
  expect(stderr).toContain("Cannot write the report");
  expect(stderr).toContain("Nothing was sent");
  expect(shop.sandbox.requests).toEqual([]);
});

test.skipIf(!existsSync("/dev/full"))("a full disk behind stdout stops no refund", async () => {
  const shop = await shopWith(20);
  const full = openSync("/dev/full", "w");
  onTestFinished(() => closeSync(full));
  const { code, stderr } = await start(
    shop.folder,
    ["run", "refunds.csv", "--yes", "--json"],
    {},
    full,
  ).ended;
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringContaining("Cannot write to stdout"),
  });
  expect(shop.sandbox.refunds).toHaveLength(20);
  expect(report(shop).trim().split("\n")).toHaveLength(21);
});
