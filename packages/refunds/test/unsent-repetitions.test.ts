/** Refunds that were to be sent again under their key, and never left. */
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { memoryJournal } from "../src/index.ts";
import { lose } from "./support/lose.ts";
import { request, sandbox, shop } from "./support/shop.ts";
import { failingAt, stores } from "./support/stores.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
});

/** Questions are answered, and refunds find no connection. */
const unreachable: typeof globalThis.fetch = (input, init) => {
  const { method } = new Request(input, init);
  if (method === "GET") return sandbox.fetch(input, init);
  const cause = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  return Promise.reject(new TypeError("fetch failed", { cause }));
};

async function lost(journal = memoryJournal()) {
  await lose(journal, request("stripe", "k", 100), false);
  const history = async () => (await shop({ journal }).get("k"))?.history ?? [];
  return { journal, history };
}

describe.each(stores)("over %s", (_, open) => {
  test("the history says that it was not sent, and the outcome stays unknown", async () => {
    const { journal, history } = await lost(await open());
    const before = await history();
    const outcome = await shop({ journal, fetch: unreachable }).reconcile("k");
    expect(outcome).toMatchObject({ status: "unknown", because: "connection_lost" });
    expect("message" in outcome && outcome.message).toContain("It was not sent again");
    expect((await history()).slice(before.length)).toMatchObject([
      { what: "sent", again: 1 },
      { what: "answer", again: 1, status: "not_sent", because: "not_connected" },
    ]);
    // Nothing counts as being sent, so it need not wait.
    expect(await shop({ journal }).reconcile("k")).toMatchObject({ status: "succeeded" });
    expect(sandbox.refunds).toHaveLength(1);
  });
});

test("a call that was aborted does not send it again, nor does the history say so", async () => {
  const { journal, history } = await lost();
  const before = await history();
  const refunds = shop({ journal });
  const outcome = await refunds.reconcile("k", { signal: AbortSignal.abort() });
  expect(outcome.status).toBe("unknown");
  const asking = new AbortController();
  const aborting = shop({
    journal,
    fetch: async (input, init) => {
      const answer = await sandbox.fetch(input, init);
      asking.abort();
      return answer;
    },
  });
  expect((await aborting.reconcile("k", { signal: asking.signal })).status).toBe("unknown");
  expect(await history()).toEqual(before);
  expect(sandbox.refunds).toEqual([]);
});

test("if the journal cannot store that, the outcome is still not `not_sent`", async () => {
  const { journal } = await lost();
  const broken = failingAt(journal, { write: "settled", when: "before" }, async () => {
    throw new Error("disk");
  });
  const outcome = await shop({ journal: broken, fetch: unreachable, patienceMs: 50 }).reconcile(
    "k",
  );
  expect(outcome).toMatchObject({ status: "unknown", recorded: false });
});

test("a journal that is slow to record it is named once in the message", async () => {
  const { journal } = await lost();
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const slow: typeof journal = {
    ...journal,
    async transact(scope, decide) {
      const result = await journal.transact(scope, decide);
      vi.advanceTimersByTime(16_000);
      return result;
    },
  };
  const outcome = await shop({ journal: slow }).reconcile("k");
  expect("message" in outcome && outcome.message).toMatch(
    /It was not sent again: the journal took too long/,
  );
});
