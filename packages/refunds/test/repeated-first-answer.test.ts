/** Providers that answer a key they know with their first answer, also after the refund of that answer failed. */
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type JournalStore, memoryJournal } from "../src/index.ts";
import { answered, notifiedShop, request } from "./support/notified-account.ts";
import { stores } from "./support/stores.ts";

const review = {
  status: "needs_review",
  because: "evidence_conflicts",
  contradictions: [{ field: "refundId", at: "the answer to attempt 2", answered: "re_1" }],
};

/** A shop whose queries answer with the provider's id of the refund, too. */
const identified = (journal: JournalStore) =>
  notifiedShop(journal, { echo: [{ of: "refund.id", at: "/id" }] });

describe.each(stores)("over %s", (_, open) => {
  test("a resend after a notified failure is not pending because the first answer was", async () => {
    const { refunds, state, deliver } = notifiedShop(await open());
    state.answers = [answered("pending", "re_1"), answered("pending", "re_1")];
    await refunds.refund(request("mine"));
    await deliver({ refundId: "re_1", status: "declined", confirm: false });
    const again = await refunds.refund(request("mine"), { resend: true });
    expect(again).toMatchObject(review);
    expect(await refunds.refund(request("mine"), { resend: true })).toMatchObject(review);
    expect(state.sent).toBe(2);
  });

  test("nor is it succeeded, if a query proved the failure of a refund whose answer was lost", async () => {
    const { refunds, state } = identified(await open());
    state.queried = "failed";
    state.queriedId = "re_1";
    await refunds.refund(request("mine"));
    expect(await refunds.reconcile("mine")).toMatchObject({ status: "declined" });
    expect((await refunds.get("mine"))?.history.at(-1)).toMatchObject({
      because: "query_proved",
      refundId: "re_1",
    });
    state.answers = [answered("succeeded", "re_1")];
    expect(await refunds.refund(request("mine"), { resend: true })).toMatchObject(review);
  });
});

test("the refund id that a query found is in the outcome, and notifications find the refund by it", async () => {
  const { refunds, state, deliver } = identified(memoryJournal());
  await refunds.refund(request("mine"));
  state.queried = "done";
  state.queriedId = "re_1";
  expect(await refunds.reconcile("mine")).toMatchObject({ status: "succeeded", refundId: "re_1" });
  const { refunds: taken } = await deliver({ refundId: "re_1", status: "reversed", payments: [] });
  expect(taken).toMatchObject([{ is: "recorded", key: "mine", outcome: { status: "reversed" } }]);
});

test("a refund id that a query found, and that another key has, is for a person", async () => {
  const { refunds, state } = identified(memoryJournal());
  state.answers = [answered("succeeded", "re_1")];
  await refunds.refund(request("first"));
  await refunds.refund(request("second"));
  state.queried = "done";
  state.queriedId = "re_1";
  expect(await refunds.reconcile("second")).toMatchObject({
    status: "needs_review",
    because: "refund_id_reused",
  });
});

test("the failure of an earlier attempt's refund, found by a query, does not decline the resend", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { refunds, state } = identified(memoryJournal());
  state.queried = "failed";
  state.queriedId = "re_1";
  await refunds.refund(request("mine"));
  await refunds.reconcile("mine");
  await refunds.refund(request("mine"), { resend: true });
  vi.setSystemTime(Date.now() + 60_000);
  const outcome = await refunds.reconcile("mine");
  expect(outcome).toMatchObject({ status: "unknown" });
  expect("message" in outcome && outcome.message).toContain("an earlier attempt");
  // It did happen, and so may the resend have.
  state.queried = "done";
  expect(await refunds.reconcile("mine")).toMatchObject({ status: "needs_review" });
  vi.useRealTimers();
});

describe("a failure that a query finds, when no one has named the refund of an earlier attempt whose answer was lost", () => {
  async function resent(evidence?: Parameters<typeof notifiedShop>[1], refundId?: string) {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const shop = notifiedShop(memoryJournal(), {
      echo: [{ of: "refund.id", at: "/id" }],
      ...evidence,
    });
    const { refunds, state } = shop;
    await refunds.refund(request("mine"));
    vi.setSystemTime(Date.now() + 60_000);
    const named = refundId === undefined ? {} : { refundId };
    await refunds.record("mine", { status: "declined", by: "Ana", ...named });
    await refunds.refund(request("mine"), { resend: true });
    state.queried = "failed";
    vi.setSystemTime(Date.now() + 60_000);
    return shop;
  }

  test.each([
    ["with an id", "re_1"],
    ["without an id", undefined],
  ])("does not decline the resend: %s", async (_, queriedId) => {
    const { refunds, state } = await resent();
    state.queriedId = queriedId;
    const outcome = await refunds.reconcile("mine");
    expect(outcome).toMatchObject({ status: "unknown" });
    expect("message" in outcome && outcome.message).toContain("an earlier attempt");
  });

  test("declines it if the provider had time to show what the resend did", async () => {
    const rules = [{ when: { "/state": "failed" }, proves: "declined", after: 30 }] as const;
    const { refunds } = await resent({ rules });
    expect(await refunds.reconcile("mine")).toMatchObject({ status: "declined" });
  });

  test("declines it if another id of the earlier one is known", async () => {
    const { refunds, state } = await resent({}, "re_1");
    state.queriedId = "re_2";
    expect(await refunds.reconcile("mine")).toMatchObject({ status: "declined" });
  });

  test("declines it if a decline changes the key", async () => {
    const { refunds, state } = await resent({ sameKey: { again: "new-key" } });
    state.queriedId = "re_2";
    expect(await refunds.reconcile("mine")).toMatchObject({ status: "declined" });
  });
});
