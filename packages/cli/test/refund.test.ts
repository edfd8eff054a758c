/** `refunds refund`: what it shows, what it sends, and its exit code for each outcome. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { documents, pressTwice, run, start } from "./support/cli.ts";
import { openShop } from "./support/shop.ts";

const full = ["refund", "-a", "yedpay", "-k", "k1", "-p", "id=xXxXxXxXxXXxXx", "--full"];
const partial = ["refund", "-a", "ottpay", "-k", "k1", "-p", "oriPaymentId=77001", "--amount"];
const shopOfOtt = () =>
  openShop({
    providers: ["ottpay"],
    payments: {
      ottpay: [{ payment: { oriPaymentId: "77001" }, amount: { value: 9900, currency: "CAD" } }],
    },
  });

test("a refund moves money once for its key, and says what became of it", async () => {
  const { refunds, sandbox } = await openShop({ providers: ["yedpay"] });
  const first = await refunds(...full, "--yes");
  expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining("succeeded") });
  const again = await refunds(...full, "--json");
  expect(again.code).toBe(0);
  expect(documents(again)).toMatchObject([{ key: "k1", outcome: { status: "succeeded" } }]);
  expect(sandbox.refunds).toHaveLength(1);
});

test("it shows exactly what will be sent, and no credential", async () => {
  const { refunds } = await shopOfOtt();
  const { stderr, stdout } = await refunds(...partial, "10.50 CAD", "--yes");
  for (const shown of [
    "ottpay",
    "OTT Pay",
    "oriPaymentId=77001",
    "10.50 CAD",
    "1050",
    "k1",
    "****",
  ]) {
    expect(stderr).toContain(shown);
  }
  expect(stdout + stderr).not.toContain("sandbox-token");
});

test("without a terminal it sends nothing, unless --yes is given", async () => {
  const { refunds, sandbox } = await openShop({ providers: ["yedpay"] });
  const { code, stderr, stdout } = await refunds(...full, "--json");
  expect(code).toBe(7);
  expect(stderr).toContain("--yes");
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: "not_confirmed" } });
  expect(sandbox.requests).toEqual([]);
  expect((await refunds("show", "k1")).code).toBe(2);
});

test("a dry run sends and records nothing", async () => {
  const { refunds, sandbox } = await shopOfOtt();
  const dry = await refunds(...partial, "10.50 CAD", "--dry-run", "--json");
  expect(dry.code).toBe(0);
  expect(documents(dry)).toMatchObject([
    {
      dryRun: true,
      wouldSend: true,
      key: "k1",
      request: { amount: { value: 1050, currency: "CAD" } },
    },
  ]);
  expect(sandbox.requests).toEqual([]);
  expect((await refunds("show", "k1")).code).toBe(2);
  await refunds(...partial, "10.50 CAD", "--yes");
  const after = await refunds(...partial, "10.50 CAD", "--dry-run");
  expect(after.stdout).toContain("Nothing would be sent");
  const other = await refunds(...partial, "9.00 CAD", "--dry-run");
  expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining("another refund") });
});

test("mistakes in the arguments are named, and nothing is sent", async () => {
  const { refunds, sandbox } = await openShop({ providers: ["yedpay", "ottpay"] });
  const ofYedpay = ["-a", "yedpay", "-k", "k", "-p"];
  const mistakes: [string[], string][] = [
    [["-a", "yedpay", "-p", "id=1", "--full"], "--key"],
    [[...ofYedpay, "id=1"], "--amount"],
    [[...ofYedpay, "id=1", "--full", "--amount", "1.00 HKD"], "--amount"],
    [["-a", "nope", "-k", "k", "-p", "id=1", "--full"], "There is no account"],
    [[...ofYedpay, "nope=1", "--full"], "payment.nope"],
    [[...ofYedpay, "id", "--full"], "name=value"],
    [[...ofYedpay, "id=1", "-p", "id=2", "--full"], "twice"],
    [[...ofYedpay, "id=1", "--full", "--extra", "a=1"], "extra.a"],
    [["-a", "yedpay", "-k", "k".repeat(1025), "-p", "id=1", "--full"], "1024"],
    [[...partial.slice(1), "1050 CAD"], "exactly 2 digits"],
    [[...partial.slice(1), "10.50"], "10.50 EUR"],
    [["-a", "ottpay", "-k", "k", "-p", "oriPaymentId=1", "--full"], "needs an amount"],
  ];
  const ended = await Promise.all(mistakes.map(([args]) => refunds("refund", ...args, "--yes")));
  for (const [at, { code, stderr }] of ended.entries()) {
    const why = mistakes[at]?.[1] ?? "";
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(why) });
    expect(stderr).not.toContain("    at ");
  }
  expect(sandbox.requests).toEqual([]);
});

test("each kind of outcome has its exit code", async () => {
  const { refunds, sandbox, folder } = await openShop({ providers: ["yedpay"], timeoutMs: 1500 });
  const args = (key: string, id: string) =>
    ["refund", "-a", "yedpay", "-k", key, "-p", `id=${id}`, "--full", "--yes"] as const;
  expect(await refunds(...args("pending", "pPpPpPpPpPPpPp"))).toMatchObject({ code: 0 });
  const declined = await refunds(...args("declined", "bBbBbBbBbBBbBb"));
  expect(declined).toMatchObject({
    code: 3,
    stdout: expect.stringContaining("insufficient_balance"),
  });
  sandbox.inject([{ nth: 1, fault: "reset_after", operation: "refund" }]);
  const unknown = await refunds(...args("lost", "xXxXxXxXxXXxXx"));
  expect(unknown).toMatchObject({
    code: 5,
    stdout: expect.stringContaining("refunds reconcile lost"),
  });
  const blocked = await refunds(...args("other", "xXxXxXxXxXXxXx"));
  expect(blocked).toMatchObject({ code: 4, stdout: expect.stringContaining("lost") });
  writeFileSync(
    join(folder, "refunds.config.mjs"),
    'export default { accounts: { yedpay: { provider: "yedpay", baseUrl: "http://127.0.0.1:9", accessToken: "t" } } };',
  );
  const notSent = await refunds(...args("refused", "yYyYyYyYyYYyYy"));
  expect(notSent).toMatchObject({ code: 4, stdout: expect.stringContaining("not_sent") });
});

test("a journal that is missing or damaged stops it before anything is sent", async () => {
  const { refunds, sandbox, folder } = await openShop({ providers: ["yedpay"] });
  writeFileSync(
    join(folder, "refunds.sqlite"),
    "not a database, but long enough to be read as one",
  );
  expect(await refunds(...full, "--yes", "--json")).toMatchObject({
    code: 6,
    stdout: expect.stringContaining('"error"'),
  });
  rmSync(join(folder, "refunds.sqlite"));
  const missing = await refunds(...full, "--yes");
  expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining("refunds init") });
  expect(sandbox.requests).toEqual([]);
});

test("Ctrl-C while it is being sent waits for the outcome", async () => {
  const { sandbox, folder } = await openShop({ providers: ["yedpay"], timeoutMs: 2500 });
  sandbox.inject(() => "hang_after");
  const { child, ended, saying } = start(folder, [...full, "--yes"]);
  await saying("k1");
  await expect.poll(() => sandbox.requests.length).toBe(1);
  child.kill("SIGINT");
  const { code, stderr, stdout } = await ended;
  expect(stderr).toContain("Waiting up to");
  expect(stdout).toContain("unknown");
  expect(code).toBe(5);
});

test("a second Ctrl-C leaves at once, says which key is unfinished, and the journal has it", async () => {
  const { sandbox, folder } = await openShop({ providers: ["yedpay"], timeoutMs: 60_000 });
  sandbox.inject(() => "hang_after");
  const running = start(folder, [...full, "--yes"]);
  await running.saying("k1");
  await expect.poll(() => sandbox.requests.length).toBe(1);
  const { code, stderr } = await pressTwice(running);
  expect(code).toBe(130);
  expect(stderr).toContain("Unfinished: k1");
  const shown = await run(folder, ["show", "k1", "--json"]);
  expect(documents(shown)).toMatchObject([{ status: "sending", open: true }]);
});
