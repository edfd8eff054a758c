/** The journal is unavailable when the answer arrives. The outcome is stored as soon as it is available again. */
import { JournalError } from "@refunds/journal";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type JournalStore, memoryJournal } from "../src/index.ts";
import { heldAnswer } from "./support/held-answer.ts";
import { request, sandbox, shop } from "./support/shop.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A journal that fails for `ms` milliseconds after an answer has arrived. */
function unavailableFor(ms: number, code: "unavailable" | "corrupt" = "unavailable") {
  const store = memoryJournal();
  let unavailableUntil = 0;
  let failures = 0;
  const fetch: typeof globalThis.fetch = async (...call) => {
    const answer = await sandbox.fetch(...call);
    unavailableUntil = performance.now() + ms;
    return answer;
  };
  const journal: JournalStore = {
    ...store,
    transact: async (scope, decide) => {
      if (performance.now() > unavailableUntil) return store.transact(scope, decide);
      failures += 1;
      throw new JournalError(code, {
        where: "here",
        happened: "it is unavailable",
        advice: "Wait",
      });
    },
  };
  return { journal, fetch, store, failures: () => failures };
}

test("an outage of 1.4 seconds leaves no outcome unrecorded", async () => {
  const { journal, fetch, failures } = unavailableFor(1400);
  const refunds = shop({ journal, fetch });
  const outcome = await refunds.refund(request("yedpay", "k"));
  expect(failures()).toBeGreaterThan(1);
  expect(outcome).toMatchObject({ status: "succeeded" });
  expect(outcome).not.toHaveProperty("recorded");
  expect(await refunds.open()).toEqual([]);
});

test("a permanent failure is not retried", async () => {
  const { journal, fetch, failures } = unavailableFor(1400, "corrupt");
  const outcome = await shop({ journal, fetch }).refund(request("yedpay", "k"));
  expect(outcome).toMatchObject({ status: "succeeded", recorded: false });
  expect(failures()).toBe(1);
});

test("the process that received the answer can record it immediately, others cannot", async () => {
  const { journal, fetch, store } = unavailableFor(300);
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

test("a system clock that is set back by hours does not keep a caller waiting", async () => {
  const journal = memoryJournal();
  const { fetch, release } = heldAnswer();
  const first = shop({ journal, fetch }).refund(request("ottpay", "a", 100));
  await vi.waitFor(async () => expect(await journal.get("a")).toBeDefined());
  const second = shop({ journal, timeoutMs: 200 }).refund(request("ottpay", "b", 100));
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 5 * 3_600_000 });
  const startedAt = performance.now();
  expect(await second).toMatchObject({ status: "not_sent", because: "payment_busy" });
  expect(performance.now() - startedAt).toBeLessThan(5000);
  release();
  await first;
});
