/** A support engineer settles an unknown refund by docs/when-a-refund-is-unknown.md, without code. */
import { expect, test } from "vitest";
import { documents } from "./support/cli.ts";
import { openShop } from "./support/shop.ts";

const lose = { providers: ["openpayd", "yedpay"], timeoutMs: 3000 };

/** Sends a refund whose answer is lost. */
async function unknownRefund(account: "openpayd" | "yedpay") {
  const shop = await openShop(lose);
  shop.sandbox.inject([{ nth: 1, fault: "reset_after", operation: "refund" }]);
  const [balance] = shop.sandbox.provider(account).payments;
  const payment = Object.entries(balance?.payment ?? {}).flatMap(([name, id]) => [
    "-p",
    `${name}=${id}`,
  ]);
  const sent = await shop.refunds(
    "refund",
    "-a",
    account,
    "-k",
    "k1",
    ...payment,
    "--full",
    "--yes",
  );
  expect(sent.code).toBe(5);
  return shop;
}

test("reconcile settles what the provider's query proves", async () => {
  const { refunds, sandbox } = await unknownRefund("yedpay");
  const open = await refunds("open", "--json");
  expect(documents(open)).toMatchObject([{ key: "k1", status: "unknown", blocksPayment: true }]);
  expect((await refunds("open")).stdout).toContain("blocks its payment");
  const settled = await refunds("reconcile", "k1", "--json");
  expect(settled.code).toBe(0);
  expect(documents(settled)).toMatchObject([
    { outcome: { status: "succeeded", because: "query_proved" } },
  ]);
  expect(await refunds("open")).toMatchObject({
    code: 0,
    stdout: "",
    stderr: "No refund is open.\n",
  });
  expect((await refunds("show", "k1")).stdout).toMatch(
    /sent .*\n.*answer .*unknown .*\n.*evidence .*succeeded/,
  );
  expect(sandbox.refunds).toHaveLength(1);
});

test("reconcile --all goes through the open ones", async () => {
  const { refunds } = await unknownRefund("yedpay");
  const all = await refunds("reconcile", "--all", "--json");
  expect(all.code).toBe(0);
  expect(documents(all)).toMatchObject([
    { key: "k1", status: "unknown", outcome: { status: "succeeded" } },
  ]);
});

test("what reconcile --all has settled no longer blocks its payment in the table", async () => {
  const { refunds } = await unknownRefund("yedpay");
  expect((await refunds("open")).stdout).toContain("blocks its payment");
  const { stdout } = await refunds("reconcile", "--all");
  expect(stdout).toContain("succeeded");
  expect(stdout).not.toContain("blocks its payment");
});

test("where no query proves anything, a person records what was found", async () => {
  const { refunds } = await unknownRefund("openpayd");
  expect(await refunds("reconcile", "k1")).toMatchObject({ code: 5 });
  expect(await refunds("reconcile", "--all")).toMatchObject({ code: 5 });
  const by = ["--by", "Ana, in the dashboard"];
  expect(await refunds("record", "k1", "--status", "succeeded")).toMatchObject({ code: 2 });
  expect(await refunds("record", "k1", "--status", "lost", ...by)).toMatchObject({ code: 2 });
  expect(await refunds("record", "k2", "--status", "succeeded", ...by)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("unknown_key"),
  });
  const recorded = await refunds("record", "k1", "--status", "declined", ...by, "--json");
  expect(recorded.code).toBe(0);
  expect(documents(recorded)).toMatchObject([
    { outcome: { status: "declined", settledBy: { by: "Ana, in the dashboard" } } },
  ]);
  // The truth contradicts it: a person has to decide.
  const corrected = await refunds(
    "record",
    "k1",
    "--status",
    "succeeded",
    "--by",
    "bank statement",
  );
  expect(corrected).toMatchObject({ code: 5, stdout: expect.stringContaining("needs_review") });
});

test("what does not belong together is refused", async () => {
  const { refunds } = await openShop(lose);
  expect(await refunds("reconcile")).toMatchObject({ code: 2 });
  expect(await refunds("reconcile", "k1", "--all")).toMatchObject({ code: 2 });
  expect(await refunds("reconcile", "k1", "--limit", "3")).toMatchObject({ code: 2 });
  expect(await refunds("reconcile", "--all", "--limit", "0")).toMatchObject({ code: 2 });
  expect(await refunds("show", "nothing")).toMatchObject({ code: 2 });
});
