/** The facade's get(), resume() and close(), its error codes, and clientFrom(). */
import { beforeEach, describe, expect, test } from "vitest";
import { clientFrom, createRefunds, memoryJournal, providers } from "../src/index.ts";
import { heldAnswer } from "./support/held-answer.ts";
import { lose } from "./support/lose.ts";
import { refused } from "./support/refused.ts";
import { request, sandbox, shop } from "./support/shop.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
});

describe("get()", () => {
  test("returns a refund with its history", async () => {
    const refunds = shop();
    const refundRequest = request("ottpay", "k", 100);
    const outcome = await refunds.refund(refundRequest);
    expect(await refunds.get("k")).toEqual({
      key: "k",
      account: "ottpay",
      provider: "ottpay",
      sentTo: "sandbox",
      payment: refundRequest.payment,
      status: "succeeded",
      open: false,
      blocksPayment: false,
      request: { payment: refundRequest.payment, amount: refundRequest.amount },
      outcome,
      history: [
        { what: "sent", at: expect.any(Number), attempt: 1 },
        {
          what: "answer",
          at: expect.any(Number),
          attempt: 1,
          status: "succeeded",
          because: "provider_answered",
          refundId: "refundId" in outcome && outcome.refundId,
        },
      ],
      openedAt: expect.any(Date),
      changedAt: expect.any(Date),
    });
  });

  test("returns undefined for an unknown key", async () => {
    expect(await shop().get("missing")).toBeUndefined();
  });
});

describe("resume()", () => {
  const lost = async () => {
    const journal = memoryJournal();
    for (const [at, key] of ["a", "b", "c"].entries()) {
      await lose(journal, request("bbmsl", key, 100, at), true);
    }
    return journal;
  };

  test("reconciles the oldest refunds first, up to the limit", async () => {
    const journal = await lost();
    const resumed = await shop({ journal }).resume({ limit: 2 });
    expect(resumed.map(({ key, outcome }) => [key, outcome.status])).toEqual([
      ["a", "succeeded"],
      ["b", "succeeded"],
    ]);
    expect(await shop({ journal }).open()).toMatchObject([{ key: "c" }]);
  });

  test("refunds that need a review do not count against the limit", async () => {
    const journal = await lost();
    await shop({ journal }).record("a", { status: "succeeded", by: "support" });
    await shop({ journal }).record("a", { status: "declined", by: "the bank" });
    expect(await shop({ journal }).open()).toMatchObject([{ status: "needs_review" }, {}, {}]);
    const resumed = await shop({ journal }).resume({ limit: 1 });
    expect(resumed.map(({ key }) => key)).toEqual(["b"]);
  });

  test.each([1, 2])(
    "runs %i queries at the same time, if that many are allowed",
    async (concurrency) => {
      const journal = await lost();
      let now = 0;
      let most = 0;
      const fetch: typeof globalThis.fetch = async (...call) => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 20));
        now -= 1;
        return sandbox.fetch(...call);
      };
      await shop({ journal, fetch }).resume({ concurrency });
      expect(most).toBe(concurrency);
      expect(await shop({ journal }).open()).toEqual([]);
    },
  );

  test("stops when its signal aborts, and returns the results so far", async () => {
    const journal = await lost();
    const stop = new AbortController();
    const fetch: typeof globalThis.fetch = async (...call) => {
      const answer = await sandbox.fetch(...call);
      setTimeout(() => stop.abort());
      return answer;
    };
    const resumed = await shop({ journal, fetch }).resume({ concurrency: 1, signal: stop.signal });
    expect(resumed.length).toBeLessThan(3);
  });

  test.each([
    { limit: 0 },
    { concurrency: 1.5 },
    { concurrency: 1e9 },
    { signal: {} },
    { limt: 3 },
  ])("rejects %j", async (options) => {
    expect(await refused(shop().resume(options as never))).toMatchObject([{}]);
  });
});

describe("close()", () => {
  test("waits for running refunds, closes the journal, and rejects new calls", async () => {
    const journal = memoryJournal();
    const refunds = shop({ journal });
    const running = refunds.refund(request("ottpay", "k", 100));
    const closed = refunds.close();
    await expect(refunds.refund(request("yedpay", "l"))).rejects.toMatchObject({ code: "closed" });
    await expect(refunds.open()).rejects.toMatchObject({ code: "closed" });
    await closed;
    expect(await running).toMatchObject({ status: "succeeded" });
    expect(sandbox.refunds).toHaveLength(1);
    await expect(journal.open()).rejects.toMatchObject({ code: "unavailable" });
    await refunds.close();
  });

  test("does not close the journal before a running refund is recorded", async () => {
    const journal = memoryJournal();
    const { fetch, release } = heldAnswer();
    const refunds = shop({ journal, fetch });
    const running = refunds.refund(request("ottpay", "k", 100));
    let isClosed = false;
    const closing = refunds.close().then(() => {
      isClosed = true;
    });
    await new Promise((resume) => setTimeout(resume, 50));
    expect(isClosed).toBe(false);
    release();
    await closing;
    const outcome = await running;
    expect(outcome).toMatchObject({ status: "succeeded" });
    expect(outcome).not.toHaveProperty("recorded");
  });
});

describe("each error has its code", () => {
  test.each([
    [
      "key_conflict",
      (refunds: ReturnType<typeof shop>) => refunds.refund(request("ottpay", "k", 50)),
    ],
    ["unknown_key", (refunds: ReturnType<typeof shop>) => refunds.reconcile("missing")],
    [
      "unknown_key",
      (refunds: ReturnType<typeof shop>) =>
        refunds.record("missing", { status: "declined", by: "Ana" }),
    ],
    [
      "unknown_account",
      (refunds: ReturnType<typeof shop>) =>
        refunds.refund({ ...request("ottpay", "l", 50), account: "missing" }),
    ],
    [
      "query_not_supported",
      (refunds: ReturnType<typeof shop>) => refunds.query({ account: "openpayd", payment: {} }),
    ],
    [
      "invalid_request",
      (refunds: ReturnType<typeof shop>) =>
        refunds.refund({ ...request("ottpay", "l", 50), key: "" }),
    ],
  ] as const)("%s", async (code, call) => {
    const refunds = shop();
    await refunds.refund(request("ottpay", "k", 100));
    await expect(call(refunds)).rejects.toMatchObject({ name: "RefundError", code });
  });

  test.each([undefined, null, "", 1042, {}, "k".repeat(1025)])(
    "a key that cannot be one is refused, and not called unknown: %o",
    async (key) => {
      const refunds = shop();
      const invalid = { name: "RefundError", code: "invalid_request" };
      await expect(refunds.get(key as never)).rejects.toMatchObject(invalid);
      await expect(refunds.reconcile(key as never)).rejects.toMatchObject(invalid);
      const evidence = { status: "declined", by: "Ana" } as const;
      await expect(refunds.record(key as never, evidence)).rejects.toMatchObject(invalid);
    },
  );
});

describe("clientFrom()", () => {
  const row = { provider: "yedpay", environment: "test", accessToken: "sandbox-token" } as const;

  test("creates the client of a provider that is chosen at run time", async () => {
    const client = clientFrom({ ...row, fetch: sandbox.fetch });
    expect(client.provider).toBe("yedpay");
    const refunds = createRefunds({ accounts: { chosen: client } });
    const { payment } = request("yedpay", "k");
    expect(
      await refunds.refund({ account: "chosen", key: "k", payment: payment as { id: string } }),
    ).toMatchObject({
      provider: "yedpay",
    });
  });

  test.each([
    [
      "an unknown provider",
      { ...row, provider: "paypall" },
      `provider must be one of ${Object.keys(providers).join(", ")}.`,
    ],
    ["a name from Object.prototype", { ...row, provider: "toString" }, "provider must be one of"],
    ["no provider", { environment: "test" }, "provider must be one of"],
    ["nothing", undefined, "provider must be one of"],
    ["an option of another provider", { ...row, apiKey: "k" }, "apiKey is unknown"],
  ])("rejects %s", (_, options, message) => {
    expect(() => clientFrom(options as never)).toThrow(message);
  });
});
