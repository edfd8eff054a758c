/** Signed successes about refunds that the journal has as not happened. A `resend` would send a second refund. */
import { describe, expect, test } from "vitest";
import { memoryJournal, type Outcome } from "../src/index.ts";
import { answered, notifiedShop, request } from "./support/notified-account.ts";
import { stores } from "./support/stores.ts";

const succeeds = { status: "succeeded", confirm: true } as const;
const declined = { status: "declined", by: "Ana" } as const;
const review = [{ is: "recorded", key: "mine", outcome: { status: "needs_review" } }];

const notSent: Outcome = {
  status: "not_sent",
  because: "not_connected",
  retryable: true,
  provider: "own",
  message: "No connection.",
  cause: { name: "Error", message: "refused" },
};

/** The reply was lost, and Ana found no refund. */
async function wronglyDeclined(journal = memoryJournal()) {
  const shop = notifiedShop(journal);
  await shop.refunds.refund(request("mine"));
  await shop.refunds.record("mine", declined);
  return shop;
}

describe.each(stores)("over %s", (_, open) => {
  test("a signed success of a declined refund is for a person, and a resend sends nothing", async () => {
    const { refunds, state, deliver } = await wronglyDeclined(await open());
    const { refunds: taken } = await deliver({ ...succeeds, key: "mine", refundId: "re_1" });
    expect(taken).toMatchObject([
      {
        is: "recorded",
        key: "mine",
        outcome: {
          status: "needs_review",
          contradictions: [{ field: "status", asked: "declined", answered: "succeeded" }],
        },
      },
    ]);
    const again = await refunds.refund(request("mine"), { resend: true });
    expect(again.status).toBe("needs_review");
    expect(state.sent).toBe(1);
  });

  test("by the id that it had before, among the refunds of its payment", async () => {
    const { refunds, state, deliver, statusOf, queries } = notifiedShop(await open());
    state.answers = [answered("pending", "re_1"), answered("pending")];
    await refunds.refund(request("mine"));
    await refunds.record("mine", declined);
    await refunds.refund(request("other"));
    expect((await deliver({ ...succeeds, refundId: "re_1" })).refunds).toMatchObject(review);
    await refunds.refund(request("mine"), { resend: true });
    expect(state.sent).toBe(2);
    // It is of one refund, so nothing is asked about the other one.
    expect([await statusOf("other"), queries]).toEqual(["pending", []]);
  });
});

test("a second delivery does not undo what a person decided", async () => {
  const { refunds, deliver, statusOf } = await wronglyDeclined();
  const event = { ...succeeds, key: "mine" };
  await deliver(event, { delivery: "ev_1" });
  await refunds.record("mine", { ...declined, by: "Ana, again" });
  expect((await deliver(event, { delivery: "ev_1" })).refunds).toMatchObject([{ is: "unchanged" }]);
  expect(await statusOf("mine")).toBe("declined");
});

test("what is not signed, is about the payment alone, or says less, does not make it needs_review", async () => {
  const { deliver, statusOf } = await wronglyDeclined();
  expect((await deliver({ ...succeeds, key: "mine" }, { verified: false })).refunds).toMatchObject([
    { is: "unchanged" },
  ]);
  expect((await deliver(succeeds)).refunds).toMatchObject([{ is: "unchanged" }]);
  for (const status of ["pending", "declined", "reversed"] as const) {
    expect((await deliver({ confirm: true, key: "mine", status })).refunds).toMatchObject([
      { is: "unchanged", outcome: { status: "declined" } },
    ]);
  }
  expect(await statusOf("mine")).toBe("declined");
});

test.each(["succeeded", "pending"] as const)(
  "a refund that was not sent is not known to the provider: %s is for a person",
  async (status) => {
    const { refunds, state, deliver } = notifiedShop(memoryJournal());
    state.answers = [notSent];
    await refunds.refund(request("mine"));
    expect((await deliver({ key: "mine", confirm: true, status })).refunds).toMatchObject(review);
  },
);

test.each([true, false])(
  "after a resend, a success of the first attempt is for a person (named by key: %s)",
  async (byKey) => {
    const { refunds, state, deliver, queries } = notifiedShop(memoryJournal());
    state.answers = [answered("pending", "re_1"), answered("succeeded", "re_2")];
    await refunds.refund(request("mine"));
    await refunds.record("mine", declined);
    await refunds.refund(request("mine"), { resend: true });
    const named = { refundId: "re_1", ...(byKey && { key: "mine" }) };
    const less = await deliver({ ...named, confirm: true, status: "pending" });
    expect(less.refunds).toMatchObject([{ is: "unchanged", outcome: { status: "succeeded" } }]);
    expect((await deliver({ ...succeeds, ...named })).refunds).toMatchObject(review);
    expect(queries).toEqual([]);
  },
);

test("a success of the present attempt, and less of an earlier one, is asked about as before", async () => {
  const { refunds, state, deliver, queries } = notifiedShop(memoryJournal());
  state.answers = [answered("pending", "re_1"), answered("pending", "re_2")];
  await refunds.refund(request("mine"));
  await refunds.record("mine", declined);
  await refunds.refund(request("mine"), { resend: true });
  const asked = [{ is: "asked", key: "mine", outcome: { status: "pending" } }];
  expect((await deliver({ ...succeeds, refundId: "re_2" })).refunds).toMatchObject(asked);
  const less = { confirm: true, status: "declined", refundId: "re_1" } as const;
  expect((await deliver(less)).refunds).toMatchObject(asked);
  expect(queries).toHaveLength(2);
});

test("a success of neither attempt in particular contradicts the journal if both did not happen", async () => {
  const { refunds, state, deliver } = await wronglyDeclined();
  state.answers = [notSent];
  await refunds.refund(request("mine"), { resend: true });
  expect((await deliver({ ...succeeds, key: "mine" })).refunds).toMatchObject(review);
});
