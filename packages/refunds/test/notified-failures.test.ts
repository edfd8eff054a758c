/** Notifications that a refund failed, after the journal recorded it as succeeded. */
import { createSandbox } from "@refunds/sandbox";
import { describe, expect, test } from "vitest";
import { type Account, createRefunds, memoryJournal, providers } from "../src/index.ts";
import { answered, notifiedShop, request } from "./support/notified-account.ts";
import { stores } from "./support/stores.ts";

const failed = { status: "declined", confirm: true } as const;
const unsigned = { verified: false };

async function succeeded(journal = memoryJournal(), evidence = {}) {
  const shop = notifiedShop(journal, evidence);
  shop.state.answers = [answered("succeeded", "re_1")];
  await shop.refunds.refund(request("mine"));
  return shop;
}

describe.each(stores)("over %s", (_, open) => {
  test("a signed failure of a refund that succeeded is for a person, once", async () => {
    const { refunds, deliver, queries, statusOf } = await succeeded(await open());
    const taken = await deliver({ ...failed, refundId: "re_1" }, { delivery: "ev_1" });
    expect(taken.refunds).toMatchObject([
      {
        is: "recorded",
        key: "mine",
        outcome: {
          status: "needs_review",
          contradictions: [{ field: "status", asked: "succeeded", answered: "declined" }],
        },
      },
    ]);
    expect((await refunds.get("mine"))?.history.at(-1)).toMatchObject({
      because: "notification_proved",
      status: "declined",
    });
    expect(queries).toEqual([]);
    await refunds.record("mine", { status: "succeeded", by: "Ana" });
    const again = await deliver({ ...failed, refundId: "re_1" }, { delivery: "ev_1" });
    expect(again.refunds).toMatchObject([{ is: "unchanged" }]);
    expect(await statusOf("mine")).toBe("succeeded");
  });
});

test("a signed reversal that no query shows is recorded, also if the spec asks for a query", async () => {
  const { deliver } = await succeeded();
  expect((await deliver({ ...failed, key: "mine", status: "reversed" })).refunds).toMatchObject([
    { is: "recorded", outcome: { status: "reversed" } },
  ]);
});

test("a failure of an earlier attempt changes nothing, and one of either attempt is a reason to ask", async () => {
  const { refunds, state, deliver, statusOf, queries } = notifiedShop(memoryJournal());
  state.answers = [answered("pending", "re_1"), answered("succeeded", "re_2")];
  await refunds.refund(request("mine"));
  await refunds.record("mine", { status: "declined", by: "Ana" });
  await refunds.refund(request("mine"), { resend: true });
  expect((await deliver({ ...failed, refundId: "re_1" })).refunds).toMatchObject([
    { is: "unchanged", outcome: { status: "succeeded" } },
  ]);
  expect((await deliver({ ...failed, key: "mine" })).refunds).toMatchObject([
    { is: "asked", outcome: { status: "succeeded" } },
  ]);
  expect(queries).toEqual([{ key: "mine" }]);
  state.queried = "failed";
  await deliver({ ...failed, key: "mine" });
  expect(await statusOf("mine")).toBe("needs_review");
});

describe("if it is not signed", () => {
  test("the provider is asked, and only its answer counts", async () => {
    const { refunds, state, deliver, queries } = await succeeded();
    const about = { ...failed, refundId: "re_1" };
    for (const answer of ["open", "done", "done"]) {
      state.queried = answer;
      expect((await deliver(about, unsigned)).refunds, answer).toMatchObject([
        { is: "asked", key: "mine", outcome: { status: "succeeded" } },
      ]);
    }
    // A stranger makes no history: the same answer is stored once.
    const evidence = (await refunds.get("mine"))?.history.filter(({ what }) => what === "evidence");
    expect(evidence).toHaveLength(1);
    state.queried = "failed";
    expect((await deliver(about, unsigned)).refunds).toMatchObject([
      { is: "asked", outcome: { status: "needs_review", because: "evidence_conflicts" } },
    ]);
    expect(queries).toHaveLength(4);
  });

  test("a success, or a failure of the payment alone, is not a reason to ask about what succeeded", async () => {
    const { deliver, queries } = await succeeded();
    const unchanged = [{ is: "unchanged", outcome: { status: "succeeded" } }];
    expect((await deliver({ refundId: "re_1" }, unsigned)).refunds).toMatchObject(unchanged);
    expect((await deliver(failed, unsigned)).refunds).toMatchObject(unchanged);
    expect(queries).toEqual([]);
  });
});

test("a signed failure that names the payment alone is a reason to ask about each that succeeded", async () => {
  const { refunds, state, deliver, queries } = await succeeded();
  state.answers = [answered("succeeded", "re_2")];
  await refunds.refund(request("other"));
  state.queried = "failed";
  const { refunds: taken } = await deliver(failed);
  expect(taken.map(({ is, outcome }) => [is, outcome?.status])).toEqual([
    ["asked", "needs_review"],
    ["asked", "needs_review"],
  ]);
  expect(queries).toEqual([{ key: "mine" }, { key: "other" }]);
});

test("what is signed about a refund in review is kept for the person who reviews it", async () => {
  const { refunds, deliver } = await succeeded();
  await deliver({ ...failed, refundId: "re_1" }, { delivery: "ev_1" });
  const { refunds: taken } = await deliver(
    { ...failed, refundId: "re_1", status: "succeeded" },
    { delivery: "ev_2" },
  );
  expect(taken).toMatchObject([{ is: "unchanged", outcome: { status: "needs_review" } }]);
  expect((await refunds.get("mine"))?.history.at(-1)).toMatchObject({
    by: expect.stringContaining("ev_2"),
    status: "succeeded",
  });
});

const { providers: simulated } = await createSandbox();
const failing = simulated.filter(({ notifications }) => notifications.includes("declined"));

test.each(failing)("$provider: a failure after a success is not dropped", async ({ provider }) => {
  const sandbox = await createSandbox({ providers: [provider] });
  const simulator = sandbox.provider(provider);
  const open = providers[provider as keyof typeof providers] as unknown as (
    options: object,
  ) => Account;
  const { environment, credentials, payments } = simulator;
  const own = open({ ...credentials[0], environment, fetch: sandbox.fetch });
  const refunds = createRefunds({ accounts: { own }, journal: memoryJournal() });
  const key = "order-1042-7";
  const [payment] = payments;
  if (!payment) throw new Error("It has no payments.");
  await refunds.refund({
    account: "own",
    ...simulator.requestFor(payment, undefined, key),
    key,
  } as never);
  await refunds.record(key, { status: "succeeded", by: "Ana" });
  const failure = await simulator.notification(1, "declined");
  const read = await own.notification?.(failure.clone() as never);
  const [event] = read?.events ?? [];
  const { refunds: taken } = await refunds.notification("own", failure as never);
  const [one] = taken;
  const isNamed = event?.key !== undefined || event?.refundId !== undefined;
  if (!read?.verified && !isNamed) {
    // A stranger must not cause a question about each refund of a payment.
    expect([one?.is, (await refunds.get(key))?.status]).toEqual(["unchanged", "succeeded"]);
  } else if (one?.is !== "asked") {
    expect([read?.verified, one?.outcome?.status]).toEqual([true, "needs_review"]);
  }
});
