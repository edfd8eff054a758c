/** A file that was rehearsed in the sandbox is not done for the live account that uses the same journal. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { documents, type Ended } from "./support/cli.ts";
import { openShop } from "./support/shop.ts";

const one = ["refund", "-a", "yedpay", "-k", "k1", "-p", "id=xXxXxXxXxXXxXx", "--full"];

/** A shop that has refunded k1 in the sandbox, and whose account is then made with other options. */
async function rehearsed(options: object) {
  const shop = await openShop({ providers: ["yedpay"] });
  expect((await shop.refunds(...one, "--yes")).code).toBe(0);
  const [credentials] = shop.sandbox.provider("yedpay").credentials;
  const accounts = { yedpay: { provider: "yedpay", ...credentials, ...options } };
  const config = `export default ${JSON.stringify({ accounts })};\n`;
  writeFileSync(join(shop.folder, "refunds.config.mjs"), config);
  writeFileSync(
    join(shop.folder, "refunds.csv"),
    "account,key,payment.id,amount,currency\nyedpay,k1,xXxXxXxXxXXxXx,full,\n",
  );
  return shop;
}

const both = ({ stdout, stderr }: Ended) => stdout + stderr;

test("a run lists its rows as problems before it sends one, and a single refund is refused", async () => {
  const { refunds, sandbox, url } = await rehearsed({ environment: "live" });
  const run = await refunds("run", "refunds.csv", "--yes");
  expect(run.code).toBe(2);
  const reason = `belongs to a refund for ${url} in the journal, and the account sends to live`;
  expect(both(run)).toContain(`line 2, key ${reason}`);
  const dry = await refunds(...one, "--dry-run");
  expect(dry.code).toBe(2);
  expect(both(dry)).toContain(reason);
  // Without a terminal and --yes: there is nothing to confirm.
  const sent = await refunds(...one, "--json");
  expect(documents(sent)).toMatchObject([{ error: { code: "other_environment" } }]);
  expect(sandbox.refunds).toHaveLength(1);
});

test("where a refund was sent is shown, listed and exported", async () => {
  const { refunds, url } = await rehearsed({ environment: "live" });
  expect((await refunds("show", "k1")).stdout).toMatch(new RegExp(`sent to +${url}`));
  expect((await refunds("list")).stdout).toMatch(new RegExp(`SENT TO.*\n.* ${url} `));
  expect((await refunds("export")).stdout).toMatch(new RegExp(`,sent_to\n.*,${url}\n`));
});

test("an account behind a proxy is named, and its address may change", async () => {
  const shop = await openShop({ providers: ["yedpay"] });
  await shop.refunds(...one, "--yes");
  const file = join(shop.folder, "refunds.config.mjs");
  const named = readFileSync(file, "utf8").replace('"baseUrl"', '"sentTo":"live","baseUrl"');
  writeFileSync(file, named);
  const refused = await shop.refunds(...one, "--json");
  expect(documents(refused)).toMatchObject([{ error: { code: "other_environment" } }]);
  const second = one.map((word) => word.replace("k1", "k2"));
  await shop.refunds(...second, "--yes");
  expect((await shop.refunds("show", "k2")).stdout).toMatch(/sent to +live/);
});
