import { beforeEach, describe, expect, test } from "vitest";
import { names, request, sandbox, shop } from "./support/shop.ts";
import { stores } from "./support/stores.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
});

const statuses = async (outcomes: readonly Promise<{ readonly status: string }>[]) =>
  (await Promise.all(outcomes)).map(({ status }) => status).sort();

describe.each(stores)("over %s", (_, open) => {
  test.each(names)("%s: one key in two concurrent processes makes one request", async (name) => {
    const journal = await open();
    const refundRequest = request(name, "order-1042-refund-1");
    // The provider answers only once the other process has its outcome.
    let end = () => {};
    const oneHasEnded = new Promise<void>((resolve) => {
      end = resolve;
    });
    const fetch: typeof globalThis.fetch = async (...call) => {
      await oneHasEnded;
      return sandbox.fetch(...call);
    };
    const calls = [1, 2].map(() => shop({ journal, fetch }).refund(refundRequest));
    void Promise.race(calls).then(end, end);
    const outcomes = await Promise.all(calls);
    const accepted = sandbox.provider(name).confirms ? "succeeded" : "pending";
    expect(outcomes.map(({ status }) => status).sort()).toEqual([accepted, "unknown"]);
    expect(outcomes.find(({ status }) => status === "unknown")).toMatchObject({
      because: "unfinished",
      account: name,
    });
    expect(sandbox.refunds).toHaveLength(1);
    // Later, both processes get the outcome.
    expect(await shop({ journal }).refund(refundRequest)).toMatchObject({ status: accepted });
    expect(sandbox.refunds).toHaveLength(1);
  });

  test("two keys of one payment are sent one after the other, across processes", async () => {
    const journal = await open();
    let sending = 0;
    let most = 0;
    const fetch: typeof globalThis.fetch = async (...call) => {
      sending += 1;
      most = Math.max(most, sending);
      await new Promise((resolve) => setTimeout(resolve, 30));
      sending -= 1;
      return sandbox.fetch(...call);
    };
    const calls = ["a", "b", "c"].map((key) =>
      shop({ journal, fetch }).refund(request("ottpay", key, 100)),
    );
    expect(await statuses(calls)).toEqual(["succeeded", "succeeded", "succeeded"]);
    expect(most).toBe(1);
  });

  test("of two concurrent refunds of 60 out of 100, one is declined and not sent", async () => {
    const journal = await open();
    const of = request("ottpay", "", 60);
    const refundable = { value: 100, currency: of.amount?.currency ?? "EUR" };
    const calls = ["a", "b"].map((key) => shop({ journal }).refund({ ...of, key, refundable }));
    const outcomes = await Promise.all(calls);
    const declined = outcomes.filter(({ status }) => status === "declined");
    expect(declined).toMatchObject([{ reason: "exceeds_refundable", account: "ottpay" }]);
    expect(declined[0]).not.toHaveProperty("raw");
    expect(sandbox.requests.filter(({ operation }) => operation === "refund")).toHaveLength(1);
    expect(sandbox.refunds).toHaveLength(1);
  });

  test("while a payment stays busy, a second refund is not sent, and can be sent later", async () => {
    const journal = await open();
    sandbox.inject([{ nth: 1, fault: "hang_before", operation: "refund" }]);
    const first = shop({ journal, timeoutMs: 2500 }).refund(request("ottpay", "a", 100));
    await expect.poll(() => sandbox.requests.at(-1)?.operation).toBe("refund");
    const second = shop({ journal, timeoutMs: 100 });
    expect(await second.refund(request("ottpay", "b", 100))).toMatchObject({
      status: "not_sent",
      because: "payment_busy",
      retryable: true,
      blockedBy: "a",
    });
    expect(await first).toMatchObject({ status: "unknown", because: "timeout" });
    // Now the first refund has to be settled.
    expect(await second.refund(request("ottpay", "b", 100))).toMatchObject({
      status: "not_sent",
      because: "payment_blocked",
      retryable: false,
      blockedBy: "a",
    });
    await second.record("a", { status: "declined", by: "Ana" });
    expect(await shop({ journal }).refund(request("ottpay", "b", 100))).toMatchObject({
      status: "succeeded",
    });
    expect(sandbox.refunds).toHaveLength(1);
  });
});
