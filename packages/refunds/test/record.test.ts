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

/** Leaves a refund behind as a process that died on the way. */
async function abandon(journal: ReturnType<typeof memoryJournal>, key: string) {
  let left = () => {};
  const leaving = new Promise<void>((resolve) => {
    left = resolve;
  });
  const fetch = () => {
    left();
    return never();
  };
  void shop({ journal, fetch }).refund(request("openpayd", key, 100));
  await leaving;
}

describe.each(stores)("over %s", (_, open) => {
  test("what is open is listed, oldest first, once nobody can be sending it", async () => {
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
    expect(await refunds.open()).toMatchObject([{ key: "lost" }, { key: "waiting" }]);
    later(60_000);
    const { payment, amount } = request("openpayd", "", 100);
    expect(await refunds.open()).toEqual([
      {
        key: "crashed",
        account: "openpayd",
        provider: "openpayd",
        status: "unfinished",
        request: { payment, amount },
        openedAt: expect.any(Date),
        changedAt: expect.any(Date),
      },
      expect.objectContaining({ key: "lost", status: "unknown" }),
      expect.objectContaining({
        key: "waiting",
        status: "pending",
        outcome: expect.objectContaining({ status: "pending", account: "ottpay" }),
      }),
    ]);
  });

  test("somebody's word settles what a crash left, once nobody can be sending it", async () => {
    const journal = await open();
    const refunds = shop({ journal });
    await abandon(journal, "k");
    const early = refunds.record("k", { status: "declined", by });
    expect(await refused(early)).toMatchObject([
      { field: "key", message: expect.stringContaining("on its way until") },
    ]);
    later(60_000);
    const told = await refunds.record("k", { status: "declined", by });
    expect(told).toEqual({
      status: "declined",
      reason: "unspecified",
      provider: "openpayd",
      account: "openpayd",
      settledBy: { by, at: Date.now() },
    });
    expect(await refunds.refund(request("openpayd", "k", 100))).toEqual(told);
    expect(await refunds.open()).toEqual([]);
    // The payment is free again, under another key.
    expect(await refunds.refund(request("openpayd", "k2", 100))).toMatchObject({
      status: "succeeded",
    });
  });
});

describe("a word", () => {
  test.each([
    ["unknown", "reset_after"],
    ["needs_review", "twice_the_amount"],
  ] as const)("settles what is %s", async (status, fault) => {
    const refunds = shop();
    sandbox.inject([{ nth: 1, fault, operation: "refund" }]);
    const asked = request("ottpay", "k", 100);
    expect(await refunds.refund(asked)).toMatchObject({ status });
    await refunds.record("k", { status: "succeeded", by, refundId: "7" });
    expect(await refunds.refund(asked)).toMatchObject({
      status: "succeeded",
      refundId: "7",
      settledBy: { by },
    });
    expect(sandbox.refunds).toHaveLength(1);
  });

  test("may be given twice, as notifications are, and the first stays", async () => {
    const refunds = shop();
    await refunds.refund(request("ottpay", "k", 100, 3));
    const first = await refunds.record("k", { status: "succeeded", by: "notification 1" });
    later(1000);
    expect(await refunds.record("k", { status: "succeeded", by: "notification 2" })).toEqual(first);
  });

  test("does not overrule what is certain", async () => {
    const refunds = shop();
    await refunds.refund(request("ottpay", "k", 100));
    expect(await refused(refunds.record("k", { status: "declined", by }))).toMatchObject([
      { field: "status", message: expect.stringContaining("succeeded") },
    ]);
  });

  test("comes before the late outcome of a process that had slept", async () => {
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
    await shop({ journal }).record("k", { status: "succeeded", by });
    answer();
    expect(await slow).toMatchObject({ status: "succeeded", recorded: false });
    expect(await shop({ journal }).refund(request("yedpay", "k"))).toMatchObject({
      settledBy: { by },
    });
  });

  test.each([
    ["a key that stands for nothing", "other", { status: "declined", by }, "key"],
    ["an uncertain status", "k", { status: "unknown", by }, "status"],
    ["nobody", "k", { status: "declined", by: " " }, "by"],
    ["nothing at all", "k", undefined, "status"],
  ])("is refused: %s", async (_, key, evidence, field) => {
    const refunds = shop();
    await refunds.refund(request("ottpay", "k", 100));
    expect(await refused(refunds.record(key, evidence as never))).toMatchObject([{ field }]);
  });
});

describe("a key", () => {
  test("that stands for another refund is refused with what differs", async () => {
    const refunds = shop();
    await refunds.refund(request("openpayd", "k", 100));
    const other = { ...request("openpayd", "k", 250), account: "openpayd" };
    expect(await refused(refunds.refund(other))).toEqual([
      {
        field: "key",
        message:
          "already stands for another refund (amount.value was 100 and is 250); use a new key",
      },
    ]);
    const { amount: _, ...absent } = other;
    expect(await refused(refunds.refund(absent as never))).toMatchObject([
      { message: expect.stringContaining('amount.currency was "EUR" and is absent') },
    ]);
  });

  test("an amount that came out undefined is no full refund", async () => {
    const refunds = shop();
    const asked = { ...request("openpayd", "k", 100), account: "openpayd", amount: undefined };
    expect(await refused(refunds.refund(asked as never))).toMatchObject([{ field: "amount" }]);
    expect(sandbox.requests).toEqual([]);
  });

  test.each([
    ["spaces", " "],
    ["what databases trip over", "a\0b\ud800\\ 'x\" 💶"],
    ["the longest", "k".repeat(1024)],
  ])("may be any text: %s", async (_, key) => {
    const refunds = shop();
    expect(await refunds.refund(request("yedpay", key))).toMatchObject({ status: "succeeded" });
    expect(await refunds.refund(request("yedpay", key))).toMatchObject({ status: "succeeded" });
    expect(sandbox.requests).toHaveLength(1);
  });

  test("longer than that is refused", async () => {
    const long = shop().refund(request("yedpay", "k".repeat(1025)));
    expect(await refused(long)).toMatchObject([{ field: "key" }]);
  });
});

describe("the refundable amount", () => {
  const refundable = { value: 100, currency: "CAD" } as const;

  test("is remembered for later refunds of the payment, and no part of the request", async () => {
    const refunds = shop();
    const first = request("ottpay", "a", 60);
    await refunds.refund({ ...first, refundable });
    expect(await refunds.refund(first)).toMatchObject({ status: "succeeded" });
    expect(await refunds.refund(request("ottpay", "b", 60))).toMatchObject({
      status: "declined",
      reason: "exceeds_refundable",
    });
    // That was its last word, even if more turns out to be refundable.
    const more = { ...request("ottpay", "b", 60), refundable: { ...refundable, value: 500 } };
    expect(await refunds.refund(more)).toMatchObject({ status: "declined" });
    expect(await refunds.refund(request("ottpay", "c", 40))).toMatchObject({ status: "succeeded" });
  });

  test.each([
    [{ value: 0, currency: "CAD" }, "refundable.value"],
    [{ value: 1.5, currency: "CAD" }, "refundable.value"],
    [100, "refundable.value"],
    [{ value: 100, currency: "EUR" }, "refundable.currency"],
    [{ value: 100 }, "refundable.currency"],
  ])("%j is refused", async (wrong, field) => {
    const call = shop().refund({ ...request("ottpay", "k", 60), refundable: wrong as never });
    expect(await refused(call)).toMatchObject([{ field }]);
    expect(sandbox.requests).toEqual([]);
  });
});
