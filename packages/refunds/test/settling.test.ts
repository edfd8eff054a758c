/** The journal is away when the answer comes: the outcome is stored as soon as it is back. */
import { JournalError } from "@refunds/journal";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type JournalStore, memoryJournal } from "../src/index.ts";
import { request, sandbox, shop } from "./support/shop.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A journal that fails for a while, once an answer has come. */
function awayFor(ms: number, code: "unavailable" | "corrupt" = "unavailable") {
  const store = memoryJournal();
  let awayUntil = 0;
  let failures = 0;
  const fetch: typeof globalThis.fetch = async (...call) => {
    const answer = await sandbox.fetch(...call);
    awayUntil = performance.now() + ms;
    return answer;
  };
  const journal: JournalStore = {
    ...store,
    transact: async (scope, decide) => {
      if (performance.now() > awayUntil) return store.transact(scope, decide);
      failures += 1;
      throw new JournalError(code, { where: "here", happened: "it is away", advice: "Wait" });
    },
  };
  return { journal, fetch, store, failures: () => failures };
}

test("an outage of 1.4 seconds leaves no outcome unrecorded", async () => {
  const { journal, fetch, failures } = awayFor(1400);
  const refunds = shop({ journal, fetch });
  const outcome = await refunds.refund(request("yedpay", "k"));
  expect(failures()).toBeGreaterThan(1);
  expect(outcome).toMatchObject({ status: "succeeded" });
  expect(outcome).not.toHaveProperty("recorded");
  expect(await refunds.open()).toEqual([]);
});

test("a failure that does not pass is not waited for", async () => {
  const { journal, fetch, failures } = awayFor(1400, "corrupt");
  const outcome = await shop({ journal, fetch }).refund(request("yedpay", "k"));
  expect(outcome).toMatchObject({ status: "succeeded", recorded: false });
  expect(failures()).toBe(1);
});

test("the process that saw the answer may record it at once, others may not", async () => {
  const { journal, fetch, store } = awayFor(300);
  const refunds = shop({ journal, fetch, patienceMs: 100 });
  const outcome = await refunds.refund(request("yedpay", "k"));
  expect(outcome).toMatchObject({ status: "succeeded", recorded: false });
  const evidence = { status: "succeeded", by: "the answer that I saw" } as const;
  await expect(shop({ journal: store }).record("k", evidence)).rejects.toMatchObject({
    code: "refund_in_progress",
  });
  await vi.waitFor(() => refunds.record("k", evidence));
  expect(await shop({ journal: store }).refund(request("yedpay", "k"))).toMatchObject({
    status: "succeeded",
    settledBy: { by: evidence.by },
  });
  expect(sandbox.refunds).toHaveLength(1);
});

test("a clock that is set back by hours keeps no caller waiting", async () => {
  const journal = memoryJournal();
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const fetch: typeof globalThis.fetch = async (...call) => {
    await answered;
    return sandbox.fetch(...call);
  };
  const first = shop({ journal, fetch }).refund(request("ottpay", "a", 100));
  await vi.waitFor(async () => expect(await journal.get("a")).toBeDefined());
  const second = shop({ journal, timeoutMs: 200 }).refund(request("ottpay", "b", 100));
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 5 * 3_600_000 });
  const startedAt = performance.now();
  expect(await second).toMatchObject({ status: "not_sent", because: "payment_busy" });
  expect(performance.now() - startedAt).toBeLessThan(5000);
  answer();
  await first;
});
