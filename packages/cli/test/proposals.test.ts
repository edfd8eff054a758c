/** Proposals: what a person sees, approves and cannot approve. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { assistantOptions } from "../src/assistant/assistant.ts";
import { withAssistant } from "../src/assistant/index.ts";
import { withSession } from "../src/session.ts";
import { documents } from "./support/cli.ts";
import { openShop, type Shop } from "./support/shop.ts";

const proposal = {
  account: "ottpay",
  key: "order-1042/refund-1",
  payment: { oriPaymentId: "77001" },
  amount: "10.50 CAD",
};

const shopOfOtt = () =>
  openShop({
    providers: ["ottpay"],
    payments: {
      ottpay: [{ payment: { oriPaymentId: "77001" }, amount: { value: 9900, currency: "CAD" } }],
    },
  });

const propose = ({ folder }: Shop, given: Partial<typeof proposal> = {}) =>
  withAssistant(join(folder, "refunds.config.mjs"), async (assistant) => {
    const written = await assistant.propose({ ...proposal, ...given });
    return (written as { readonly id: string }).id;
  });

const fileOf = ({ folder }: Shop, id: string) => join(folder, "refunds.proposals", `${id}.json`);

test("a program cannot propose more than what a person is shown", async () => {
  const shop = await shopOfOtt();
  const refundable = { refundable: { amount: "9999.00", currency: "CAD" } };
  const id = await propose(shop, refundable as object);
  expect(readFileSync(fileOf(shop, id), "utf8")).not.toContain("refundable");
});

test("a person sees exactly what will be sent, and nothing is sent without a yes", async () => {
  const shop = await shopOfOtt();
  const id = await propose(shop);
  const listed = await shop.refunds("proposals");
  for (const shown of [id, "waiting", "10.50 CAD", proposal.key, "oriPaymentId=77001"]) {
    expect(listed.stdout).toContain(shown);
  }
  const asked = await shop.refunds("approve", id);
  expect(asked.code).toBe(7);
  for (const shown of ["OTT Pay", "1050", proposal.key, "oriPaymentId=77001"]) {
    expect(asked.stderr).toContain(shown);
  }
  expect(shop.sandbox.requests).toEqual([]);
  expect((await shop.refunds("approve", id, "--yes")).code).toBe(0);
  expect(shop.sandbox.refunds).toHaveLength(1);
  expect((await shop.refunds("proposals", "--json")).stdout).toBe("");
  const all = await shop.refunds("proposals", "--all", "--json");
  expect(documents(all)).toMatchObject([{ id, status: "succeeded" }]);
});

test("a dry run of an approval shows what would be sent, and sends nothing", async () => {
  const shop = await shopOfOtt();
  const id = await propose(shop);
  const shown = await shop.refunds("approve", id, "--dry-run");
  expect(shown).toMatchObject({ code: 0, stdout: expect.stringContaining("nothing was sent") });
  for (const text of ["OTT Pay", "1050", proposal.key]) expect(shown.stdout).toContain(text);
  const dry = await shop.refunds("approve", id, "--dry-run", "--json");
  expect(documents(dry)).toMatchObject([{ dryRun: true, wouldSend: true, key: proposal.key }]);
  expect(shop.sandbox.requests).toEqual([]);
  expect((await shop.refunds("show", proposal.key)).code).toBe(2);
});

test("approving at once in two processes sends once", async () => {
  const shop = await shopOfOtt();
  const id = await propose(shop);
  await Promise.all([1, 2, 3].map(() => shop.refunds("approve", id, "--yes")));
  expect(shop.sandbox.refunds).toHaveLength(1);
});

test("a proposal that was changed cannot be approved under its id", async () => {
  const shop = await shopOfOtt();
  const id = await propose(shop);
  const text = readFileSync(fileOf(shop, id), "utf8");
  const changes: readonly [string, string][] = [
    ['"value": 1050', '"value": 9050'],
    ["77001", "77002"],
    ["order-1042", "order-1043"],
    // It would lift the payment's limit, and no one is shown it.
    ['"request": {', '"request": { "refundable": { "value": 999999, "currency": "CAD" },'],
  ];
  for (const [from, to] of changes) {
    const changed = text.replaceAll(from, to);
    expect(changed).not.toBe(text);
    writeFileSync(fileOf(shop, id), changed);
    const refused = await shop.refunds("approve", id, "--yes");
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("changed_proposal") });
  }
  writeFileSync(fileOf(shop, id), "{");
  expect(await shop.refunds("approve", id, "--yes")).toMatchObject({ code: 2 });
  expect((await shop.refunds("proposals")).stdout).toContain("invalid");
  expect(shop.sandbox.requests).toEqual([]);
  // Proposed again, it is what it was.
  expect(await propose(shop)).toBe(id);
  expect((await shop.refunds("approve", id, "--yes")).code).toBe(0);
});

test("an account that now sends elsewhere invalidates a proposal", async () => {
  const shop = await shopOfOtt();
  const id = await propose(shop);
  const config = join(shop.folder, "refunds.config.mjs");
  const text = readFileSync(config, "utf8");
  writeFileSync(config, text.replace("/ottpay", "/elsewhere"));
  const refused = await shop.refunds("approve", id, "--yes");
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("environment") });
  expect(shop.sandbox.requests).toEqual([]);
});

test("another proposal of the same key is another id, and only one can be sent", async () => {
  const shop = await shopOfOtt();
  const first = await propose(shop);
  const second = await propose(shop, { amount: "9.00 CAD" });
  expect(second).not.toBe(first);
  expect((await shop.refunds("approve", second, "--yes")).code).toBe(0);
  const late = await shop.refunds("approve", first, "--yes");
  expect(late).toMatchObject({ code: 2, stderr: expect.stringContaining("another refund") });
  expect(shop.sandbox.refunds).toHaveLength(1);
});

test("an approval names the payment's other refunds", async () => {
  const shop = await shopOfOtt();
  await shop.refunds("approve", await propose(shop), "--yes");
  const id = await propose(shop, { key: "order-1042/refund-2" });
  expect((await shop.refunds("approve", id)).stderr).toContain("order-1042/refund-1, succeeded");
});

test("the accounts of an assistant refuse to refund, whatever calls them", async () => {
  const shop = await shopOfOtt();
  const config = join(shop.folder, "refunds.config.mjs");
  const request = { account: "ottpay", key: "k", payment: { oriPaymentId: "77001" } };
  const amount = { value: 1050, currency: "CAD" };
  const refunding = withSession(
    config,
    ({ refunds }) => refunds.refund({ ...request, amount } as never),
    assistantOptions,
  );
  await expect(refunding).rejects.toThrow("must not send refunds");
  expect(shop.sandbox.requests).toEqual([]);
});

test("what is not an id reads no file", async () => {
  const shop = await shopOfOtt();
  const proposed = await propose(shop);
  copyFileSync(fileOf(shop, proposed), join(shop.folder, "elsewhere.json"));
  for (const id of ["../elsewhere", "nope", "0".repeat(32)]) {
    const refused = await shop.refunds("approve", id, "--yes");
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("unknown_proposal") });
  }
  expect(readdirSync(join(shop.folder, "refunds.proposals"))).toContain(".gitignore");
});
