/** `list`, `export`, `query`, `resend` and `sandbox`. */
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { documents, newFolder, start } from "./support/cli.ts";
import { openShop } from "./support/shop.ts";

const args = (key: string, id: string) =>
  ["refund", "-a", "yedpay", "-k", key, "-p", `id=${id}`, "--full", "--yes"] as const;

async function shopOfThree() {
  const shop = await openShop({ providers: ["yedpay"] });
  await shop.refunds(...args("one", "xXxXxXxXxXXxXx"));
  await shop.refunds(...args("two", "pPpPpPpPpPPpPp"));
  await shop.refunds(...args("=three", "bBbBbBbBbBBbBb"));
  return shop;
}

test("list pages through what the filters choose", async () => {
  const { refunds } = await shopOfThree();
  const first = await refunds("list", "--limit", "2", "--json");
  const [page] = documents(first) as [{ refunds: object[]; cursor: string }];
  expect(page.refunds).toMatchObject([{ key: "=three" }, { key: "two" }]);
  const second = await refunds("list", "--limit", "2", "--cursor", page.cursor);
  expect(second).toMatchObject({ code: 0, stdout: expect.stringMatching(/ succeeded .* one /) });
  const declined = await refunds("list", "--status", "declined", "pending", "--json");
  expect((documents(declined) as [typeof page])[0].refunds).toHaveLength(2);
  const none = await refunds("list", "--until", "2020-01-01");
  expect(none).toMatchObject({ code: 0, stdout: "" });
  expect(await refunds("list", "--payment", "id=xXxXxXxXxXXxXx")).toMatchObject({ code: 2 });
  expect(await refunds("list", "--status", "lost")).toMatchObject({ code: 2 });
  expect(await refunds("list", "--since", "yesterday")).toMatchObject({ code: 2 });
});

test("export writes all of them as CSV that is safe to open, or as JSON lines", async () => {
  const { refunds, folder } = await shopOfThree();
  const csv = await refunds("export");
  const lines = csv.stdout.trim().split("\n");
  expect(lines[0]).toContain("key,account,provider,status,amount");
  expect(lines[1]).toMatch(/^'=three,yedpay,yedpay,declined,full,/);
  expect(lines).toHaveLength(4);
  const json = await refunds("export", "--format", "jsonl", "--status", "succeeded");
  expect(documents(json)).toMatchObject([{ key: "one", status: "succeeded" }]);
  expect(await refunds("export", "--output", "all.csv")).toMatchObject({ code: 0, stdout: "" });
  expect(readFileSync(join(folder, "all.csv"), "utf8")).toBe(csv.stdout);
  expect(await refunds("export", "--output", "no/such/folder.csv")).toMatchObject({ code: 2 });
  const empty = await refunds("export", "--until", "2020-01-01");
  expect(empty.stdout.trim().split("\n")).toHaveLength(1);
});

test("query prints the provider's answer, and records nothing", async () => {
  const { refunds } = await openShop({ providers: ["yedpay", "openpayd"] });
  const found = await refunds("query", "-a", "yedpay", "-p", "id=xXxXxXxXxXXxXx", "--json");
  expect(found.code).toBe(0);
  expect(documents(found)).toMatchObject([{ status: "found", account: "yedpay" }]);
  expect(await refunds("query", "-a", "yedpay", "-p", "id=nope")).toMatchObject({ code: 3 });
  expect(await refunds("query", "-a", "yedpay", "-p", "nope=1")).toMatchObject({ code: 2 });
  expect(await refunds("query", "-a", "openpayd", "-p", "transactionId=1")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("query_not_supported"),
  });
});

test("resend sends only what was found not to have happened, and asks", async () => {
  const { refunds, sandbox } = await openShop({ providers: ["yedpay"] });
  sandbox.inject([{ nth: 1, fault: "reset_before", operation: "refund" }]);
  await refunds(...args("k", "xXxXxXxXxXXxXx"));
  const sent = sandbox.requests.length;
  expect(await refunds("resend", "k", "--yes")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("unknown"),
  });
  expect(await refunds("resend", "nothing", "--yes")).toMatchObject({ code: 2 });
  await refunds("record", "k", "--status", "declined", "--by", "Ana");
  expect(await refunds("resend", "k")).toMatchObject({ code: 7 });
  const dry = await refunds("resend", "k", "--dry-run", "--json");
  expect(documents(dry)).toMatchObject([{ dryRun: true, wouldSend: true }]);
  expect(sandbox.requests.length).toBe(sent);
  expect(await refunds("resend", "k", "--yes")).toMatchObject({ code: 0 });
  expect(sandbox.refunds).toHaveLength(1);
  expect(await refunds("resend", "k", "--yes")).toMatchObject({ code: 2 });
  // What the provider itself declined is final.
  await refunds(...args("declined", "bBbBbBbBbBBbBb"));
  expect(await refunds("resend", "declined", "--yes")).toMatchObject({ code: 2 });
});

test("sandbox starts the simulators, and ends with SIGTERM", async () => {
  const { child, ended } = start(newFolder(), ["sandbox", "--", "--port", "0"]);
  let text = "";
  child.stdout?.on("data", (chunk) => {
    text += chunk;
  });
  await expect.poll(() => text, { timeout: 60_000 }).toContain("Refund sandbox at ");
  child.kill("SIGTERM");
  expect((await ended).code).toBe(0);
  expect(existsSync("refunds.sqlite")).toBe(false);
});

test.skipIf(!existsSync("/dev/full")).each(["providers", "providers --help"])(
  "a full disk behind stdout shows in the exit code: %s",
  async (words) => {
    const full = openSync("/dev/full", "w");
    onTestFinished(() => closeSync(full));
    const { code, stderr } = await start(newFolder(), words.split(" "), {}, full).ended;
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^error: Cannot write to stdout/),
    });
  },
);
