import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { memoryJournal } from "../src/index.ts";
import { answered, notifiedShop, request } from "./support/notified-account.ts";
import { failingAt, stores } from "./support/stores.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(stores)("over %s", (_, open) => {
  test("a signed notification settles the refund that it names by key", async () => {
    const { refunds, deliver, queries } = notifiedShop(await open());
    await refunds.refund(request("lost"));
    const taken = await deliver({ key: "lost", refundId: "re_1" }, { delivery: "ev_1" });
    expect(taken).toMatchObject({
      verified: true,
      delivery: "ev_1",
      refunds: [
        {
          is: "recorded",
          key: "lost",
          outcome: {
            status: "succeeded",
            because: "notification_proved",
            refundId: "re_1",
            settledBy: { by: "notification ev_1 of own: /type refund.done" },
          },
        },
      ],
    });
    expect(taken.response.status).toBe(200);
    expect(queries).toEqual([]);
    expect((await refunds.get("lost"))?.history.at(-1)).toMatchObject({
      what: "evidence",
      because: "notification_proved",
    });
  });

  test("a second delivery changes nothing", async () => {
    const { refunds, deliver } = notifiedShop(await open());
    await refunds.refund(request("lost"));
    await deliver({ key: "lost" }, { delivery: "ev_1" });
    const before = await refunds.get("lost");
    vi.setSystemTime(Date.now() + 1000);
    const again = await deliver({ key: "lost" }, { delivery: "ev_1" });
    expect(again.refunds).toMatchObject([{ is: "unchanged", outcome: { status: "succeeded" } }]);
    expect(await refunds.get("lost")).toEqual(before);
  });

  test("by the refund id, the one refund of several of the payment is found", async () => {
    const { refunds, state, deliver, statusOf } = notifiedShop(await open());
    state.answers = [answered("pending", "re_1"), answered("pending", "re_2")];
    await refunds.refund(request("first"));
    await refunds.refund(request("second"));
    const { refunds: taken } = await deliver({ refundId: "re_1" });
    expect(taken).toMatchObject([{ is: "recorded", key: "first" }]);
    expect([await statusOf("first"), await statusOf("second")]).toEqual(["succeeded", "pending"]);
  });

  test("by the payment alone it proves nothing: each open refund is asked about", async () => {
    const { refunds, state, deliver, statusOf, queries } = notifiedShop(await open());
    state.answers = [answered("pending"), answered("succeeded"), answered("pending")];
    await refunds.refund(request("first"));
    await refunds.refund(request("done"));
    await refunds.refund(request("elsewhere", 2));
    expect((await deliver({})).refunds).toMatchObject([
      { is: "asked", key: "first", outcome: { status: "pending" } },
    ]);
    expect(queries).toEqual([{ key: "first" }]);
    state.queried = "done";
    expect((await deliver({})).refunds).toMatchObject([
      { is: "asked", key: "first", outcome: { status: "succeeded", because: "query_proved" } },
    ]);
    expect(await statusOf("elsewhere")).toBe("pending");
  });
});

test("what must be confirmed is asked about, and only the answer is recorded", async () => {
  const { refunds, state, deliver, statusOf, queries } = notifiedShop(memoryJournal());
  await refunds.refund(request("lost"));
  expect((await deliver({ key: "lost", confirm: true })).refunds).toMatchObject([
    { is: "asked", outcome: { status: "unknown" } },
  ]);
  state.queried = "failed";
  await deliver({ key: "lost", confirm: true }, { delivery: "ev_2" });
  expect(await statusOf("lost")).toBe("declined");
  expect(queries).toHaveLength(2);
  const { history = [] } = (await refunds.get("lost")) ?? {};
  expect(history.at(-1)).toMatchObject({
    because: "query_proved",
    after: "notification ev_2 of own: /type refund.done",
  });
  await deliver({ key: "lost", confirm: true });
  expect(queries).toHaveLength(2);
});

test("another notification after which the answer is the same adds nothing to the history", async () => {
  const { refunds, state, deliver } = notifiedShop(memoryJournal(), {
    rules: [{ when: { "/state": "open" }, proves: "pending" }],
  });
  state.answers = [answered("pending", "re_1")];
  await refunds.refund(request("mine"));
  for (const delivery of ["ev_1", "ev_1", "ev_2"]) {
    await deliver({ key: "mine", confirm: true }, { delivery });
  }
  const { history = [] } = (await refunds.get("mine")) ?? {};
  expect(history.map(({ what, after }) => [what, after])).toEqual([
    ["sent", undefined],
    ["answer", undefined],
    ["evidence", "notification ev_1 of own: /type refund.done"],
  ]);
});

test("what is not signed is a reason to ask, whatever it says of itself", async () => {
  const { refunds, state, deliver, statusOf, queries } = notifiedShop(memoryJournal());
  await refunds.refund(request("lost"));
  expect(
    (await deliver({ key: "lost", refundId: "re_1" }, { verified: false })).refunds,
  ).toMatchObject([{ is: "asked", outcome: { status: "unknown" } }]);
  // The id of a stranger is not asked about, either.
  expect(queries).toEqual([{ key: "lost" }]);
  expect(await statusOf("lost")).toBe("unknown");
  state.queried = "done";
  await deliver({ key: "lost" }, { verified: false, delivery: "a stranger's" });
  const { history = [] } = (await refunds.get("lost")) ?? {};
  expect(history.at(-1)).toMatchObject({ because: "query_proved", status: "succeeded" });
  expect(JSON.stringify(history)).not.toContain("stranger");
});

test("of an unverified one, the journal is not even read", async () => {
  const journal = memoryJournal();
  const { refunds } = notifiedShop({
    ...journal,
    get: () => Promise.reject(new Error("read")),
    transact: () => Promise.reject(new Error("read")),
  });
  const response = new Response(null, { status: 401 });
  const forged = { verified: false, problem: "It does not fit.", events: [], response };
  const taken = await refunds.notification("own", forged as never);
  expect(taken).toEqual({ verified: false, problem: "It does not fit.", refunds: [], response });
});

test("a refund of someone else is not ours, and nothing is written", async () => {
  const journal = memoryJournal();
  const { refunds, state, deliver } = notifiedShop(journal);
  state.answers = [answered("pending", "re_1")];
  await refunds.refund(request("mine"));
  const before = await refunds.get("mine");
  const others: Parameters<typeof deliver>[] = [
    [{ key: "unknown", payments: [] }],
    [{ refundId: "re_9" }],
    [{ payments: [{ id: "9" }] }],
    // Our key, but another program's payment.
    [{ key: "mine", payments: [{ id: "9" }] }],
    // The same, at another account.
    [{ key: "mine", refundId: "re_1" }, {}, "other"],
    [{ payments: [{ id: "1" }] }, {}, "other"],
  ];
  for (const other of others) {
    const { refunds: taken, response } = await deliver(...other);
    expect(taken, JSON.stringify(other)).toEqual([{ is: "not_ours" }]);
    expect(response.status).toBe(200);
  }
  expect(await refunds.get("mine")).toEqual(before);
});

test.each([
  ["amount", { amount: { value: 50, currency: "EUR" } }, "1050 EUR", "50 EUR"],
  ["amount", { amount: { value: 1050, currency: "USD" } }, "1050 EUR", "1050 USD"],
  ["payment", { payments: [{ id: "9" }] }, '{"id":"1"}', '{"id":"9"}'],
])("another %s under our refund id is for a person", async (field, given, asked, answer) => {
  const { refunds, state, deliver } = notifiedShop(memoryJournal());
  state.answers = [answered("pending", "re_1")];
  await refunds.refund(request("mine"));
  const { refunds: taken } = await deliver({ refundId: "re_1", ...given });
  expect(taken).toMatchObject([
    {
      is: "recorded",
      outcome: { status: "needs_review", contradictions: [{ field, asked, answered: answer }] },
    },
  ]);
});

test("while the refund is being sent, it is delivered again later", async () => {
  const { refunds, state, deliver, statusOf } = notifiedShop(memoryJournal());
  let answer = (_: ReturnType<typeof answered>) => {};
  state.answers = [
    new Promise((resolve) => {
      answer = resolve;
    }),
  ];
  const running = refunds.refund(request("slow"));
  await vi.waitFor(async () => expect(await statusOf("slow")).toBe("sending"));
  for (const given of [{ key: "slow" }, { key: "slow", confirm: true }, {}]) {
    const { refunds: taken, response } = await deliver(given);
    expect(taken).toEqual([{ is: "in_progress", key: "slow" }]);
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("60");
  }
  answer(answered("pending", "re_1"));
  await running;
  expect((await deliver({ key: "slow" })).refunds).toMatchObject([{ is: "recorded" }]);
});

test("a reversal after a success is recorded, and a late success changes nothing", async () => {
  const { refunds, state, deliver, statusOf } = notifiedShop(memoryJournal());
  state.answers = [answered("succeeded", "re_1")];
  await refunds.refund(request("done"));
  await deliver({ refundId: "re_1", status: "reversed" }, { delivery: "ev_2" });
  expect(await statusOf("done")).toBe("reversed");
  await deliver({ refundId: "re_1", status: "succeeded" }, { delivery: "ev_1" });
  expect(await statusOf("done")).toBe("reversed");
});

test("it never sends a refund again, and a proven decline can be sent again by the caller", async () => {
  const { refunds, state, deliver, statusOf } = notifiedShop(memoryJournal());
  await refunds.refund(request("again"));
  await deliver({ key: "again", status: "declined" });
  expect(await statusOf("again")).toBe("declined");
  state.answers = [answered("pending", "re_2")];
  await refunds.refund(request("again"), { resend: true });
  expect(await statusOf("again")).toBe("pending");
  // Nothing says of which attempt this is, so the provider is asked.
  expect(
    (await deliver({ key: "again", status: "declined" }, { delivery: "ev_9" })).refunds,
  ).toMatchObject([{ is: "asked", outcome: { status: "pending" } }]);
  expect((await deliver({ key: "again", refundId: "re_2" })).refunds).toMatchObject([
    { is: "recorded" },
  ]);
});

test("if the journal fails, the call rejects, and the next delivery is taken", async () => {
  const journal = memoryJournal();
  const moment = { write: "settled", when: "before" } as const;
  let isBroken = false;
  const { refunds, deliver, statusOf } = notifiedShop(
    failingAt(journal, moment, async () => {
      if (isBroken) throw new Error("disk");
      return undefined as never;
    }),
  );
  const { refunds: sound } = notifiedShop(journal);
  await sound.refund(request("lost"));
  isBroken = true;
  await expect(deliver({ key: "lost" })).rejects.toThrow("disk");
  expect(await statusOf("lost")).toBe("unknown");
  const { deliver: deliverAgain } = notifiedShop(journal);
  expect((await deliverAgain({ key: "lost" })).refunds).toMatchObject([{ is: "recorded" }]);
  await refunds.close();
});

test("it asks by the refund id only if the provider signed it under our key", async () => {
  const journal = memoryJournal();
  const { refunds, deliver, queries } = notifiedShop(journal, { asks: ["refund.id"] });
  await refunds.refund(request("lost"));
  await deliver({ key: "lost", refundId: "re_9", confirm: true }, { verified: false });
  await deliver({ refundId: "re_9", confirm: true });
  expect(queries).toEqual([]);
  await deliver({ key: "lost", refundId: "re_1", confirm: true });
  expect(queries).toEqual([{ refund: { id: "re_1" } }]);
});

test("a stranger does not decide when a refund is sent again under its key", async () => {
  const sameKey = { for: 86_400, answers: "first" } as const;
  const { refunds, state, deliver } = notifiedShop(memoryJournal(), { sameKey });
  await refunds.refund(request("lost"));
  vi.setSystemTime(Date.now() + 60_000);
  await deliver({ key: "lost", confirm: true }, { verified: false });
  await deliver({ key: "lost", confirm: true });
  expect(state.sent).toBe(1);
  await refunds.reconcile("lost");
  expect(state.sent).toBe(2);
});

test("an account without notifications is a mistake of the program", async () => {
  const { refunds } = notifiedShop(memoryJournal());
  await expect(refunds.notification("nowhere" as "own", {} as never)).rejects.toMatchObject({
    code: "unknown_account",
  });
});
