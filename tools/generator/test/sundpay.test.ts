import type { EvidenceTable } from "@refunds/core/provider";
import { createSandbox } from "@refunds/sandbox";
import { type Account, createRefunds, memoryJournal, type RefundOutcome } from "refunds";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type MadeUp, madeUp } from "./made-up.ts";

/** A made-up provider whose keys prove something. It is generated, type-checked, and refunds against its own simulator. */
let sundpay: MadeUp;
let sundpayEvidence: EvidenceTable;

beforeAll(async () => {
  sundpay = await madeUp("sundpay");
  ({ evidence: sundpayEvidence } = (await sundpay.load("packages/sundpay/src/table.ts")) as {
    evidence: EvidenceTable;
  });
});

afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => sundpay.remove());

test("what is generated type-checks", () => {
  expect(() => sundpay.compile()).not.toThrow();
});

test("what its answers prove is data", () => {
  expect(sundpayEvidence).toEqual({
    asks: ["payment.id", "key"],
    find: {
      in: "/data",
      where: { "/reference": "key" },
      complete: { after: 60, unless: "/has_more" },
    },
    echo: [
      { of: "payment.id", at: "/charge" },
      { of: "currency", at: "/currency" },
      { of: "key", at: "/reference" },
      { of: "refund.id", at: "/id" },
    ],
    refunded: { at: "/amount", currency: "/currency", money: { unit: "minor", as: "integer" } },
    rules: [
      { when: { http: "200", "/status": "succeeded", refunded: "this" }, proves: "succeeded" },
      { when: { "/status": "pending" }, proves: "pending" },
      { when: { "/status": "failed" }, proves: "declined", reason: "not_refundable" },
    ],
    sameKey: {
      for: 86_400,
      answers: "first",
      body: "same",
      busy: [{ http: "409", "/error/code": "key_in_use" }],
      mismatch: [{ http: "400", "/error/code": "key_reused" }],
      forgets: [{ http: "5XX" }, { http: ["401", "429"] }],
      again: "new-key",
    },
  });
});

test("an answer about another request with the key is unknown, the first time, too", () => {
  const { table } = sundpay;
  expect(table.refund.outcomes.slice(0, 2)).toEqual([
    { when: { http: "409", "/error/code": "key_in_use" }, means: "unknown" },
    { when: { http: "400", "/error/code": "key_reused" }, means: "unknown" },
  ]);
});

test("people read what proves what", async () => {
  const page = (await sundpay.read("docs/providers/sundpay.md")).replaceAll(/\s+/g, " ");
  for (const said of [
    "The refund is the only element of `/data` whose `/reference` is its `key`; two of them prove nothing.",
    "the list has no such element, and `/has_more` does not say that it goes on; from 60 seconds after",
    "Sundpay remembers a key for 1 day and gives its first answer to the same request.",
  ])
    expect(page).toContain(said);
});

describe("against its simulator", () => {
  const minute = 60_000;

  async function open({ evidence = sundpayEvidence }: { evidence?: EvidenceTable } = {}) {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 1), toFake: ["Date"] });
    const { simulators } = sundpay;
    const sandbox = await createSandbox({ simulators, now: () => Date.now() });
    const provider = sandbox.provider("sundpay");
    const client = sundpay.client({
      environment: provider.environment,
      ...provider.credentials[0],
      fetch: sandbox.fetch,
    });
    const refunds = createRefunds({
      accounts: { eu: { ...client, evidence } as unknown as Account },
      journal: memoryJournal(),
    });
    const [payment] = provider.payments;
    if (!payment) throw new Error("no sample payment");
    const request = { account: "eu", key: "order-1", ...provider.requestFor(payment, 1050) };
    const refund = (options = {}) =>
      refunds.refund(request as never, options) as Promise<RefundOutcome>;
    const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);
    const moved = () => sandbox.refunds.length;
    const keys = () =>
      sandbox.requests
        .filter(({ operation }) => operation === "refund")
        .map(({ headers }) => headers["idempotency-key"]);
    return { sandbox, refunds, refund, pass, moved, keys };
  }

  test("a lost answer is settled by the list, which has the refund under its key", async () => {
    const { sandbox, refunds, refund, moved, keys } = await open();
    sandbox.inject([{ nth: 1, fault: "reset_after" }]);
    expect((await refund()).status).toBe("unknown");
    sandbox.inject([]);
    expect(await refunds.reconcile("order-1")).toMatchObject({
      status: "succeeded",
      because: "query_proved",
    });
    expect([moved(), keys().length]).toEqual([1, 1]);
  });

  test("a list without it proves that a lost request did not happen, after the documented time", async () => {
    const { sandbox, refunds, refund, pass, moved, keys } = await open({
      evidence: { ...sundpayEvidence, sameKey: { again: "new-key" } },
    });
    sandbox.inject([{ nth: 1, fault: "reset_before" }]);
    expect((await refund()).status).toBe("unknown");
    sandbox.inject([]);
    pass(minute);
    expect((await refunds.reconcile("order-1")).status).toBe("unknown");
    pass(2 * minute);
    expect(await refunds.reconcile("order-1")).toMatchObject({ status: "declined" });
    expect((await refund({ resend: true })).status).toBe("succeeded");
    expect(moved()).toBe(1);
    const [first, second] = keys();
    expect(first).toBe("order-1");
    expect(second).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  const onlyKeys = (): { evidence: EvidenceTable } => {
    const { sameKey } = sundpayEvidence;
    return { evidence: { echo: [], rules: [], ...(sameKey && { sameKey }) } };
  };

  test.each(["reset_after", "reset_before"] as const)(
    "the same request again settles it within the window: %s",
    async (fault) => {
      const { sandbox, refunds, refund, pass, moved, keys } = await open(onlyKeys());
      sandbox.inject([{ nth: 1, fault }]);
      expect((await refund()).status).toBe("unknown");
      sandbox.inject([]);
      pass(21 * 60 * minute);
      expect(await refunds.reconcile("order-1")).toMatchObject({
        status: "succeeded",
        refundId: "re_1",
      });
      expect([moved(), new Set(keys()).size]).toEqual([1, 1]);
    },
  );

  test("after the window nothing is sent, because the provider has forgotten the key", async () => {
    const { sandbox, refunds, refund, pass, moved, keys } = await open(onlyKeys());
    sandbox.inject([{ nth: 1, fault: "reset_after" }]);
    await refund();
    sandbox.inject([]);
    pass(21.6 * 60 * minute);
    const outcome = await refunds.reconcile("order-1");
    expect(outcome).toMatchObject({ status: "unknown" });
    expect("message" in outcome && outcome.message).toContain("may have forgotten its key");
    expect([moved(), keys().length]).toEqual([1, 1]);
  });
});
