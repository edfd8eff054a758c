import type { JournalRecord } from "@refunds/journal";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type JournalStore, memoryJournal } from "../src/index.ts";
import { refused } from "./support/refused.ts";
import { request, sandbox, shop } from "./support/shop.ts";
import { failingAt, type Moment, never, stores } from "./support/stores.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
});
afterEach(() => {
  vi.useRealTimers();
});

const moments: Moment[] = (["leaving", "settled"] as const).flatMap((write) =>
  (["before", "after"] as const).map((when) => ({ write, when })),
);
/** Simulates a crash: `run` gets a function that never returns. Resolves once that function is called. */
const crashIn = (run: (crash: () => Promise<never>) => unknown): Promise<void> =>
  new Promise((resolve) => {
    run(() => {
      resolve();
      return never();
    });
  });

/** The outcome in a new process after a crash at each moment, and how often money has moved by then. */
const found = {
  "before leaving": { status: "succeeded", moved: 1 },
  "after leaving": { status: "unknown", moved: 0 },
  "before settled": { status: "unknown", moved: 1 },
  "after settled": { status: "succeeded", moved: 1 },
} as const;

describe.each(stores)("over %s", (_, open) => {
  test.each(moments)("a crash $when $write is written", async (moment) => {
    const journal = await open();
    await crashIn((crash) =>
      shop({ journal: failingAt(journal, moment, crash) }).refund(request("yedpay", "k")),
    );
    const outcome = await shop({ journal }).refund(request("yedpay", "k"));
    const { status, moved } = found[`${moment.when} ${moment.write}`];
    expect(outcome).toMatchObject({
      status,
      ...(status === "unknown" && { because: "unfinished" }),
    });
    expect(sandbox.refunds).toHaveLength(moved);
    expect(sandbox.requests).toHaveLength(moved);
  });

  test("a crash while sending: nothing is sent again, and other refunds of the payment are not sent", async () => {
    const journal = await open();
    await crashIn((crash) => {
      const fetch: typeof globalThis.fetch = (...call) => sandbox.fetch(...call).then(crash);
      return shop({ journal, fetch }).refund(request("openpayd", "k", 100));
    });
    const later = shop({ journal, timeoutMs: 40 });
    expect(await later.refund(request("openpayd", "k", 100))).toMatchObject({
      because: "unfinished",
    });
    expect(await later.refund(request("openpayd", "other", 100))).toMatchObject({
      status: "not_sent",
    });
    expect(sandbox.requests).toHaveLength(1);
  });

  test.each(["before", "after"] as const)(
    "a journal that fails %s writing the record: the error is thrown, and nothing is sent",
    async (when) => {
      const broken = failingAt(await open(), { write: "leaving", when }, () =>
        Promise.reject(new Error("full")),
      );
      const refund = shop({ journal: broken }).refund(request("yedpay", "k"));
      await expect(refund).rejects.toThrow("full");
      expect(sandbox.requests).toEqual([]);
    },
  );

  test("a journal that fails to write the outcome: the outcome is returned, and a later call gets unfinished", async () => {
    const journal = await open();
    const broken = failingAt(journal, { write: "settled", when: "before" }, () =>
      Promise.reject(new Error("full")),
    );
    const outcome = await shop({ journal: broken }).refund(request("yedpay", "k"));
    expect(outcome).toMatchObject({ status: "succeeded", recorded: false });
    expect(await shop({ journal }).refund(request("yedpay", "k"))).toMatchObject({
      because: "unfinished",
    });
    expect(sandbox.refunds).toHaveLength(1);
  });
});

test("a journal that hangs while writing the outcome does not keep it from the caller", async () => {
  const hanging = failingAt(memoryJournal(), { write: "settled", when: "before" }, never);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const call = shop({ journal: hanging }).refund(request("yedpay", "k"));
  await vi.waitFor(() => expect(sandbox.refunds).toHaveLength(1));
  for (let at = 0; at < 20; at++) await vi.advanceTimersByTimeAsync(1000);
  expect(await call).toMatchObject({ status: "succeeded", recorded: false });
});

test("the record is stored before the request is sent", async () => {
  const journal = memoryJournal();
  const seen: JournalRecord[] = [];
  const fetch: typeof globalThis.fetch = async (...call) => {
    seen.push(...(await journal.open()));
    return sandbox.fetch(...call);
  };
  await shop({ journal, fetch }).refund(request("yedpay", "k"));
  expect(seen).toMatchObject([{ key: "k", state: "leaving", attempt: 1 }]);
  expect(await journal.open()).toEqual([]);
});

test("the recorded request is sent, even if the caller changes its object in the meantime", async () => {
  const refundRequest = structuredClone(request("openpayd", "k", 100));
  const call = shop().refund(refundRequest);
  Object.assign(refundRequest.amount ?? {}, { value: 5000 });
  expect(await call).toMatchObject({ status: "succeeded" });
  expect(sandbox.refunds).toMatchObject([{ amount: { value: 100 } }]);
});

describe("a process that slept", () => {
  test("while the journal was writing does not send", async () => {
    const journal = memoryJournal();
    const slow = failingAt(journal, { write: "leaving", when: "after" }, async () => {
      vi.setSystemTime(Date.now() + 60_000);
      return undefined as never;
    });
    vi.useFakeTimers({ toFake: ["Date"] });
    const outcome = await shop({ journal: slow }).refund(request("yedpay", "k"));
    expect(outcome).toMatchObject({ status: "not_sent" });
    expect(sandbox.requests).toEqual([]);
    // The outcome was recorded, so the key can be sent again.
    expect(await shop({ journal }).refund(request("yedpay", "k"))).toMatchObject({
      status: "succeeded",
    });
  });

  test("between the journal and the request does not send, although no timer has fired", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    let calls = 0;
    // The first request obtains a token.
    const fetch: typeof globalThis.fetch = async (...call) => {
      calls += 1;
      const answer = await sandbox.fetch(...call);
      if (calls === 1) vi.setSystemTime(Date.now() + 60_000);
      return answer;
    };
    const outcome = await shop({ fetch }).refund(request("ottpay", "k"));
    expect(outcome).toMatchObject({ status: "not_sent" });
    expect(sandbox.refunds).toEqual([]);
  });
});

describe("the journal holds", () => {
  /** A store, and every record that was written to it. */
  function watched() {
    const written: JournalRecord[] = [];
    const store = memoryJournal();
    const journal: JournalStore = {
      get: (key) => store.get(key),
      list: (query) => store.list(query),
      lease: (request) => store.lease(request),
      open: () => store.open(),
      close: () => store.close(),
      transact: (scope, decide) =>
        store.transact(scope, (found) => {
          const decision = decide(found);
          if (decision.write) written.push(decision.write);
          return decision;
        }),
    };
    return { journal, written };
  }

  test("no secrets, even if the provider repeats one or the caller misplaces one", async () => {
    const { journal, written } = watched();
    const secrets = ["ottpay", "yedpay", "openpayd", "bbmsl"].flatMap((name) =>
      Object.values(sandbox.provider(name).credentials.at(-1) ?? {}).filter(
        (value) => typeof value === "string" && value.length >= 8,
      ),
    );
    const fetch: typeof globalThis.fetch = async (...call) => {
      const leaking = new Response(JSON.stringify({ leaked: secrets }), { status: 200 });
      return call[0] instanceof Request && call[0].url.includes("token")
        ? sandbox.fetch(...call)
        : leaking;
    };
    const refunds = shop({ journal, fetch });
    await refunds.refund(request("yedpay", "k"));
    const misplaced = { ...request("openpayd", "m"), apiKey: secrets.join() };
    expect(await refused(refunds.refund(misplaced))).toMatchObject([{ field: "apiKey" }]);
    expect(written.map(({ key }) => key)).toEqual(["k", "k"]);
    const own = sandbox.provider("yedpay").credentials.at(-1)?.accessToken;
    expect(JSON.stringify(written)).not.toContain(own);
  });

  test("no answers of the provider with rawAnswers: false", async () => {
    const { journal, written } = watched();
    const refunds = shop({ journal, rawAnswers: false });
    const first = await refunds.refund(request("yedpay", "k"));
    expect(first).toHaveProperty("answer");
    expect(written).toHaveLength(2);
    expect(written[1]?.outcome).toEqual({
      status: "succeeded",
      because: "provider_answered",
      retryable: false,
      provider: "yedpay",
      account: "yedpay",
      ...("refundId" in first && { refundId: first.refundId }),
    });
    const again = await refunds.refund(request("yedpay", "k"));
    expect(again).toEqual(written[1]?.outcome);
  });
});
