import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createRefunds, memoryJournal } from "../src/index.ts";
import { lose } from "./support/lose.ts";
import { ownCheck } from "./support/own-check.ts";
import { refused } from "./support/refused.ts";
import { account, type ProviderName, request, sandbox, shop } from "./support/shop.ts";
import { never, stores } from "./support/stores.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
const queries = () => sandbox.requests.filter(({ operation }) => operation === "query").length;
const refundsOf = (name: ProviderName) =>
  sandbox.refunds.filter(({ provider }) => provider === name).length;

const queried: readonly (readonly [ProviderName, number | undefined, string])[] = [
  ["ottpay", 100, "/result/paymentStatus partial_refunded, refunded this"],
  ["bbmsl", 100, "/order/status REFUNDED, refunded this"],
  ["yedpay", undefined, "/data/status refunded, refunded this"],
];

describe.each(stores)("over %s", (_, open) => {
  test.each(queried)(
    "%s: a refund whose answer was lost is settled if it happened",
    async (name, value, evidence) => {
      const journal = await open();
      const refunds = shop({ journal });
      const refundRequest = request(name, "k", value);
      await lose(journal, refundRequest, true);
      const outcome = await refunds.reconcile("k");
      expect(outcome).toMatchObject({
        status: "succeeded",
        provider: name,
        account: name,
        settledBy: {
          by: `${name}'s answer to the query: ${evidence}`,
          at: Date.now(),
          raw: { status: 200 },
        },
      });
      expect(await refunds.reconcile("k")).toEqual(outcome);
      expect(await refunds.refund(refundRequest)).toEqual(outcome);
      expect(await refunds.open()).toEqual([]);
      expect([queries(), refundsOf(name)]).toEqual([1, 1]);
    },
  );

  test.each(queried)("%s: a refund that did not happen stays unknown", async (name, value) => {
    const journal = await open();
    const refunds = shop({ journal });
    await lose(journal, request(name, "k", value), false);
    expect(await refunds.reconcile("k")).toMatchObject({
      status: "unknown",
      because: "connection_lost",
      message: expect.stringContaining("proves nothing"),
    });
    expect(await refunds.open()).toMatchObject([{ key: "k", status: "unknown" }]);
    expect(refundsOf(name)).toBe(0);
  });

  test("a refund that a crash left is queried once no process can be sending it", async () => {
    const journal = await open();
    const fetch: typeof globalThis.fetch = async (...call) => {
      await sandbox.fetch(...call);
      return never();
    };
    void shop({ journal, fetch }).refund(request("bbmsl", "k", 100));
    await vi.waitUntil(() => refundsOf("bbmsl") === 1);
    const refunds = shop({ journal });
    expect(await refunds.reconcile("k")).toMatchObject({
      status: "unknown",
      because: "unfinished",
    });
    expect(queries()).toBe(0);
    later(60_000);
    expect(await refunds.reconcile("k")).toMatchObject({ status: "succeeded" });
  });

  test("resume() settles what can be settled and returns the rest unchanged", async () => {
    const journal = await open();
    for (const name of ["ottpay", "bbmsl", "yedpay", "openpayd"] as const) {
      await lose(journal, request(name, name, name === "yedpay" ? undefined : 100), true);
      later(1);
    }
    await shop({ journal }).refund(request("ottpay", "waiting", 100, 3));
    later(1);
    const refunds = shop({ journal });
    expect(await refunds.resume()).toMatchObject([
      { key: "ottpay", status: "unknown", outcome: { status: "succeeded" } },
      { key: "bbmsl", status: "unknown", outcome: { status: "succeeded" } },
      { key: "yedpay", status: "unknown", outcome: { status: "succeeded" } },
      { key: "openpayd", status: "unknown", outcome: { status: "unknown" } },
      { key: "waiting", status: "pending", outcome: { status: expect.any(String) } },
    ]);
    expect((await refunds.open()).map(({ key }) => key)).toContain("openpayd");
  });

  test("another refunded amount proves that this refund did not happen, and it can be sent again", async () => {
    const journal = await open();
    const refunds = shop({ journal });
    const refundRequest = request("bbmsl", "k", 100);
    await lose(journal, refundRequest, false);
    // A refund outside of this journal.
    await shop().refund(request("bbmsl", "elsewhere", 40));
    expect(await refunds.reconcile("k")).toMatchObject({
      status: "declined",
      reason: "already_refunded",
      settledBy: { by: "bbmsl's answer to the query: /order/status REFUNDED, refunded other" },
    });
    expect((await refunds.refund(refundRequest)).status).toBe("declined");
    expect(sandbox.requests.filter(({ operation }) => operation === "refund")).toHaveLength(2);
    // The provider refunds an order only once, so it declines.
    const again = await refunds.refund(refundRequest, { resend: true });
    expect(sandbox.requests.filter(({ operation }) => operation === "refund")).toHaveLength(3);
    expect(again).not.toHaveProperty("settledBy");
    expect(refundsOf("bbmsl")).toBe(1);
  });
});

test("with another refund of the payment, a total that is not cumulative proves nothing", async () => {
  const journal = memoryJournal();
  await shop({ journal }).refund(request("ottpay", "first", 100));
  await lose(journal, request("ottpay", "second", 100), true);
  expect((await shop({ journal }).reconcile("second")).status).toBe("unknown");
});

test("without a query of the provider, the outcome stays unknown, and the message says why", async () => {
  const journal = memoryJournal();
  await lose(journal, request("openpayd", "k", 100), true);
  expect(await shop({ journal }).reconcile("k")).toMatchObject({
    status: "unknown",
    message: expect.stringContaining("openpayd has no query that can prove the outcome"),
  });
});

test.each([
  "reset_before",
  "html_5xx_before",
  "hang_before",
  "redirect_before",
  "cut",
  "another_payment",
  "unseen_status",
] as const)("a query that ends in %s proves nothing", async (fault) => {
  const journal = memoryJournal();
  await lose(journal, request("bbmsl", "k", 100), true);
  sandbox.inject([{ nth: 1, fault, operation: "query" }]);
  vi.useRealTimers();
  expect((await shop({ journal, timeoutMs: 100 }).reconcile("k")).status).toBe("unknown");
  sandbox.inject();
  expect((await shop({ journal }).reconcile("k")).status).toBe("succeeded");
});

test("rawAnswers: false also leaves out the answer to the query", async () => {
  const journal = memoryJournal();
  await lose(journal, request("bbmsl", "k", 100), true);
  const outcome = await shop({ journal, rawAnswers: false }).reconcile("k");
  expect(outcome.status).toBe("succeeded");
  expect(outcome.settledBy).not.toHaveProperty("raw");
});

test("a refund of the payment under its other identifier may explain the total", async () => {
  const journal = memoryJournal();
  const { payment, ...byId } = request("bbmsl", "by-id", 100);
  const { orderId, merchantReference } = sandbox.provider("bbmsl").payments[0]?.payment ?? {};
  await shop({ journal }).refund({ ...byId, payment: { orderId: orderId ?? 0 } });
  await lose(
    journal,
    { ...byId, key: "k", payment: { merchantReference: merchantReference ?? "" } },
    false,
  );
  expect(payment).toBeDefined();
  expect(await shop({ journal }).reconcile("k")).toMatchObject({
    status: "unknown",
    message: expect.stringContaining("another identifier"),
  });
});

test("an account that now belongs to another provider is not queried", async () => {
  const journal = memoryJournal();
  await lose(journal, request("yedpay", "k"), true);
  const swapped = createRefunds({
    accounts: { yedpay: { ...shopAccount(), query: () => never() } },
    journal,
  });
  expect(await swapped.reconcile("k")).toMatchObject({
    status: "unknown",
    message: expect.stringContaining("Its account now belongs to another provider, custom"),
  });
});

test("settling keeps the provider's refund id, and proving the same again changes nothing", async () => {
  const journal = memoryJournal();
  const refunds = shop({ journal });
  const first = await refunds.refund(request("yedpay", "k", undefined, 3));
  expect(first.status).toBe("pending");
  await refunds.reconcile("k");
  const before = await refunds.open();
  later(1000);
  await refunds.reconcile("k");
  expect(await refunds.open()).toEqual(before);
  const settled = await refunds.record("k", { status: "succeeded", by: "Ana" });
  expect(settled).toMatchObject({
    status: "succeeded",
    ...("refundId" in first && { refundId: first.refundId }),
  });
});

test("a query that throws does not keep resume() from the other refunds", async () => {
  const journal = memoryJournal();
  await lose(journal, request("bbmsl", "k", 100), true);
  const query = () => Promise.reject(new Error("a bug"));
  const broken = createRefunds({
    accounts: { bbmsl: { ...account("bbmsl", {}), query } },
    journal,
  });
  expect(await broken.resume()).toMatchObject([
    { key: "k", outcome: { status: "unknown", message: expect.stringContaining("a bug") } },
  ]);
});

test("evidence that is recorded during the query takes precedence", async () => {
  const journal = memoryJournal();
  const refundRequest = request("bbmsl", "k", 100);
  await lose(journal, refundRequest, false);
  await shop().refund(request("bbmsl", "elsewhere", 40));
  const fetch: typeof globalThis.fetch = async (...call) => {
    const answer = await sandbox.fetch(...call);
    await shop({ journal }).record("k", { status: "succeeded", by: "Ana" });
    return answer;
  };
  const outcome = await shop({ journal, fetch }).reconcile("k");
  expect(outcome).toMatchObject({ status: "succeeded", settledBy: { by: "Ana" } });
});

test("an unknown key is rejected", async () => {
  expect(await refused(shop().reconcile("missing"))).toMatchObject([{ field: "key" }]);
});

test("an account that is not configured is rejected, and resume() does not change its refunds", async () => {
  const journal = memoryJournal();
  await lose(journal, request("bbmsl", "k", 100), true);
  const elsewhere = createRefunds({
    accounts: { other: shopAccount() },
    journal,
  });
  expect(await refused(elsewhere.reconcile("k"))).toMatchObject([{ field: "account" }]);
  expect(await elsewhere.resume()).toMatchObject([{ key: "k", outcome: { status: "unknown" } }]);
});

const shopAccount = () => ({
  provider: "custom",
  timeoutMs: 1000,
  check: ownCheck,
  refund: () => never(),
});
