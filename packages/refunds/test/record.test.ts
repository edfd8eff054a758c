import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { memoryJournal } from "../src/index.ts";
import { refused } from "./support/refused.ts";
import { request, sandbox, shop } from "./support/shop.ts";
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
const by = "Ana, by the dashboard";

/** Leaves a refund unfinished, as a process that crashed while sending it. */
async function abandon(journal: ReturnType<typeof memoryJournal>, key: string) {
  let onFetch = () => {};
  const fetched = new Promise<void>((resolve) => {
    onFetch = resolve;
  });
  const fetch = () => {
    onFetch();
    return never();
  };
  void shop({ journal, fetch }).refund(request("openpayd", key, 100));
  await fetched;
}

describe.each(stores)("over %s", (_, open) => {
  test("open() lists open refunds, oldest first, with the time when they can be settled", async () => {
    const journal = await open();
    const refunds = shop({ journal });
    await abandon(journal, "crashed");
    later(1);
    sandbox.inject([{ nth: 1, fault: "reset_after" }]);
    await refunds.refund(request("yedpay", "lost"));
    later(1);
    await refunds.refund(request("ottpay", "waiting", 100, 3));
    later(1);
    await refunds.refund(request("ottpay", "done", 100));
    const { payment, amount } = request("openpayd", "", 100);
    const crashed = {
      key: "crashed",
      account: "openpayd",
      provider: "openpayd",
      payment: { transactionId: (payment as { transactionId: string }).transactionId },
      sentTo: "sandbox",
      open: true,
      blocksPayment: true,
      request: { payment, amount },
      history: [{ what: "sent", at: expect.any(Number), attempt: 1 }],
      openedAt: expect.any(Date),
      changedAt: expect.any(Date),
    };
    const [first, ...rest] = await refunds.open();
    expect(first).toEqual({ ...crashed, status: "sending", settleableAt: expect.any(Date) });
    expect(rest).toMatchObject([{ key: "lost" }, { key: "waiting" }]);
    expect(await refunds.get("crashed")).toEqual(first);
    const settleableAt = first?.settleableAt?.getTime() ?? 0;
    vi.setSystemTime(settleableAt);
    await refunds.record("crashed", { status: "declined", by });
    vi.setSystemTime(settleableAt - 1);
    await abandon(journal, "again");
    later(60_000);
    expect(await refunds.open()).toEqual([
      expect.objectContaining({ key: "lost", status: "unknown", blocksPayment: true }),
      expect.objectContaining({
        key: "waiting",
        status: "pending",
        blocksPayment: false,
        outcome: expect.objectContaining({ status: "pending", account: "ottpay" }),
      }),
      { ...crashed, key: "again", status: "unfinished" },
    ]);
  });

  test("evidence settles a refund that a crash left, once no process can be sending it", async () => {
    const journal = await open();
    const refunds = shop({ journal });
    await abandon(journal, "k");
    const early = refunds.record("k", { status: "declined", by });
    expect(await refused(early)).toMatchObject([
      { field: "key", message: expect.stringContaining("still be being sent until") },
    ]);
    later(60_000);
    const outcome = await refunds.record("k", { status: "declined", by });
    expect(outcome).toEqual({
      status: "declined",
      because: "evidence_recorded",
      retryable: false,
      reason: "unspecified",
      provider: "openpayd",
      account: "openpayd",
      settledBy: { by, at: Date.now() },
    });
    expect(await refunds.refund(request("openpayd", "k", 100))).toEqual(outcome);
    expect(await refunds.open()).toEqual([]);
    // The payment can be refunded under another key.
    expect(await refunds.refund(request("openpayd", "k2", 100))).toMatchObject({
      status: "succeeded",
    });
  });
});

describe("evidence", () => {
  test.each([
    ["unknown", "reset_after"],
    ["needs_review", "twice_the_amount"],
  ] as const)("settles a refund that is %s", async (status, fault) => {
    const refunds = shop();
    sandbox.inject([{ nth: 1, fault, operation: "refund" }]);
    const refundRequest = request("ottpay", "k", 100);
    expect(await refunds.refund(refundRequest)).toMatchObject({ status });
    await refunds.record("k", { status: "succeeded", by, refundId: "7" });
    expect(await refunds.refund(refundRequest)).toMatchObject({
      status: "succeeded",
      refundId: "7",
      settledBy: { by },
    });
    expect(sandbox.refunds).toHaveLength(1);
  });

  test("can be recorded twice, as webhooks arrive twice, and the first one stays", async () => {
    const refunds = shop();
    await refunds.refund(request("ottpay", "k", 100, 3));
    const first = await refunds.record("k", { status: "succeeded", by: "webhook 1" });
    later(1000);
    expect(await refunds.record("k", { status: "succeeded", by: "webhook 2" })).toEqual(first);
  });

  test("that contradicts a certain outcome is stored, and the refund needs review", async () => {
    const refunds = shop();
    await refunds.refund(request("ottpay", "k", 100));
    const review = await refunds.record("k", { status: "declined", by });
    expect(review).toMatchObject({
      status: "needs_review",
      because: "evidence_conflicts",
      contradictions: [{ field: "status", at: by, asked: "succeeded", answered: "declined" }],
    });
    expect(await refunds.open()).toMatchObject([{ key: "k", blocksPayment: true }]);
    // The refund blocks its payment, and resend does not send it.
    const again = await refunds.refund(request("ottpay", "k", 100), { resend: true });
    expect(again).toEqual(review);
    expect(await refunds.refund(request("ottpay", "other", 1))).toMatchObject({ blockedBy: "k" });
    expect(sandbox.refunds).toHaveLength(1);
  });

  test("that was wrong can be corrected, and nothing is sent again", async () => {
    const refunds = shop();
    sandbox.inject([{ nth: 1, fault: "reset_after", operation: "refund" }]);
    const refundRequest = request("ottpay", "k", 100);
    await refunds.refund(refundRequest);
    await refunds.record("k", { status: "declined", by });
    await refunds.record("k", { status: "succeeded", by: "webhook 1" });
    expect(await refunds.refund(refundRequest, { resend: true })).toMatchObject({
      status: "needs_review",
    });
    await refunds.record("k", { status: "succeeded", by: "Ana, who looked again" });
    expect(await refunds.refund(refundRequest, { resend: true })).toMatchObject({
      status: "succeeded",
    });
    expect(sandbox.refunds).toHaveLength(1);
    const record = await refunds.get("k");
    expect(record?.history.map(({ what, status }) => [what, status])).toEqual([
      ["sent", undefined],
      ["answer", "unknown"],
      ["evidence", "declined"],
      ["evidence", "succeeded"],
      ["evidence", "succeeded"],
    ]);
  });

  test("can reverse a success, whose amount can then be refunded again", async () => {
    const refunds = shop();
    const refundable = { value: 100, currency: "CAD" } as const;
    await refunds.refund({ ...request("ottpay", "a", 100), refundable });
    expect(await refunds.refund(request("ottpay", "b", 60))).toMatchObject({ status: "declined" });
    const reversed = await refunds.record("a", { status: "reversed", by: "the bank" });
    expect(reversed).toMatchObject({ status: "reversed", refundId: expect.any(String) });
    expect(await refunds.refund(request("ottpay", "a", 100))).toEqual(reversed);
    expect(await refunds.open()).toEqual([]);
    const account = await refunds.refund(request("ottpay", "c", 60));
    expect(account).not.toMatchObject({ reason: "exceeds_refundable", raw: undefined });
    expect(account.because).toBe("provider_answered");
  });

  test.each([
    ["succeeded", "succeeded", { by }],
    ["declined", "needs_review", undefined],
  ] as const)(
    "%s, followed by the late answer of a suspended process: %s",
    async (recorded, status, settledBy) => {
      const journal = memoryJournal();
      let answer = () => {};
      const awake = new Promise<void>((resolve) => {
        answer = resolve;
      });
      const fetch: typeof globalThis.fetch = async (...call) => {
        const response = await sandbox.fetch(...call);
        await awake;
        return response;
      };
      const slow = shop({ journal, fetch }).refund(request("yedpay", "k"));
      await vi.waitFor(() => expect(sandbox.refunds).toHaveLength(1));
      later(60_000);
      await shop({ journal }).record("k", { status: recorded, by });
      answer();
      const late = await slow;
      expect(late).toMatchObject({ status });
      expect(late).not.toHaveProperty("recorded");
      const now = await shop({ journal }).refund(request("yedpay", "k"));
      expect(now).toMatchObject({ status, ...(settledBy && { settledBy }) });
      expect((await shop({ journal }).get("k"))?.history).toHaveLength(3);
    },
  );

  test.each([
    ["an unknown key", "other", { status: "declined", by }, "key"],
    ["an uncertain status", "k", { status: "unknown", by }, "status"],
    ["an empty source", "k", { status: "declined", by: " " }, "by"],
    ["undefined", "k", undefined, "evidence"],
    ["a misspelled field", "k", { status: "declined", by, refundID: "7" }, "refundID"],
  ])("is rejected: %s", async (_, key, evidence, field) => {
    const refunds = shop();
    await refunds.refund(request("ottpay", "k", 100));
    expect(await refused(refunds.record(key, evidence as never))).toMatchObject([{ field }]);
  });
});
