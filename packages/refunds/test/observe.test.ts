import { JournalError } from "@refunds/journal";
import { beforeEach, describe, expect, test } from "vitest";
import { createRefunds, type JournalStore, memoryJournal, type RefundEvent } from "../src/index.ts";
import { request as notifiedRequest, notifiedShop } from "./support/notified-account.ts";
import { accounts, request, sandbox } from "./support/shop.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
});

const observed = (journal?: JournalStore) => {
  const events: RefundEvent[] = [];
  const refunds = createRefunds({
    accounts: accounts(),
    ...(journal && { journal }),
    observe: (event) => void events.push(event),
  });
  const steps = () => events.splice(0).map(({ event }) => event);
  return { events, refunds, steps };
};

type Shop = ReturnType<typeof observed>["refunds"];

test("each step of a refund is reported, with its key, account and payment", async () => {
  const { events, refunds } = observed();
  const refundRequest = request("yedpay", "k");
  await refunds.refund(refundRequest);
  const base = {
    operation: "refund",
    call: events[0]?.call,
    key: "k",
    account: "yedpay",
    provider: "yedpay",
    payment: refundRequest.payment,
  };
  const outcome = { status: "succeeded", because: "provider_answered", retryable: false };
  expect(events).toEqual([
    { ...base, event: "begin" },
    {
      ...base,
      event: "sent",
      method: "POST",
      url: "https://api-staging.yedpay.com/v1/transactions/{id}/refund",
    },
    { ...base, event: "answered", httpStatus: 200 },
    { ...base, event: "judged", ...outcome },
    { ...base, event: "recorded", ...outcome, recorded: true },
    { ...base, event: "end", ...outcome },
  ]);
});

test("a refund that is not sent has no sent event", async () => {
  const { refunds, steps } = observed();
  await refunds.refund(request("yedpay", "k"));
  steps();
  await refunds.refund(request("yedpay", "k"));
  expect(steps()).toEqual(["begin", "end"]);
  await refunds.refund(request("yedpay", "l"), { signal: AbortSignal.abort() });
  expect(steps()).toEqual(["begin", "judged", "recorded", "end"]);
});

test("what rejects ends with its error in place of a status, and has a number of its own", async () => {
  const { events, refunds } = observed();
  await refunds.refund(request("openpayd", "k", 31_417));
  await expect(refunds.refund(request("openpayd", "k", 27_182))).rejects.toThrow("another refund");
  const last = events.at(-1);
  expect(last).toMatchObject({
    event: "end",
    key: "k",
    error: { name: "RefundError", code: "key_conflict", fields: ["key"] },
  });
  // What it says has the values that differ.
  expect(last).not.toHaveProperty("error.message");
  expect(JSON.stringify(events)).not.toMatch(/31417|27182/);
  expect(last).not.toHaveProperty("status");
  expect(new Set(events.map(({ call }) => call)).size).toBe(2);
});

describe("a journal that cannot be reached", () => {
  const gone = () => {
    const problem = { where: "db", happened: "it could not be reached", advice: "Check it" };
    return Promise.reject(new JournalError("unavailable", problem));
  };
  const error = {
    name: "JournalError",
    code: "unavailable",
    message: expect.stringContaining("could not be reached"),
  };

  test("refund() ends with the error, as data that a log can write", async () => {
    const { events, refunds } = observed({ ...memoryJournal(), transact: gone });
    await expect(refunds.refund(request("yedpay", "k"))).rejects.toThrow("could not be reached");
    expect(events.map(({ event }) => event)).toEqual(["begin", "end"]);
    const written = JSON.parse(JSON.stringify(events.at(-1)));
    expect(written).toMatchObject({ operation: "refund", key: "k", account: "yedpay", error });
  });

  test.each([
    ["resume", {}, (refunds: Shop) => refunds.resume()],
    ["reconcile", { key: "k" }, (refunds: Shop) => refunds.reconcile("k")],
    [
      "record",
      { key: "k" },
      (refunds: Shop) => refunds.record("k", { status: "succeeded", by: "Ana" }),
    ],
  ] as const)("%s() has one event, which has the error", async (operation, known, call) => {
    const { events, refunds } = observed({ ...memoryJournal(), open: gone, get: gone });
    await expect(call(refunds)).rejects.toThrow("could not be reached");
    const { call: number } = events[0] ?? {};
    expect(events).toEqual([{ event: "end", operation, ...known, call: number, error }]);
  });

  test("resume() does not report what a reconcile() of it reported", async () => {
    const journal = memoryJournal();
    sandbox.inject([{ nth: 1, fault: "reset_after", operation: "refund" }]);
    await observed(journal).refunds.refund(request("openpayd", "k", 100));
    const { events, refunds } = observed({ ...journal, get: gone });
    await expect(refunds.resume()).rejects.toThrow("could not be reached");
    expect(events.map(({ operation, event }) => `${operation} ${event}`)).toEqual([
      "reconcile end",
    ]);
  });

  test("a reconcile() that began has one end, although the call around it fails, too", async () => {
    const journal = memoryJournal();
    sandbox.inject([{ nth: 1, fault: "reset_after", operation: "refund" }]);
    await observed(journal).refunds.refund(request("bbmsl", "k", 100));
    sandbox.inject();
    let transactions = 0;
    // The first one finds the refund, and the second one records what the provider answered.
    const transact: JournalStore["transact"] = (...args) =>
      ++transactions > 1 ? gone() : journal.transact(...args);
    const { refunds, steps } = observed({ ...journal, transact });
    await expect(refunds.resume()).rejects.toThrow("could not be reached");
    expect(steps()).toEqual(["begin", "sent", "answered", "end"]);
  });

  test("each call ends once, also if the journal rejects many with one error, and for each facade on it", async () => {
    const problem = { where: "db", happened: "records are missing", advice: "Check it" };
    const lost = new JournalError("rolled_back", problem);
    const fail = () => Promise.reject(lost);
    const journal = { ...memoryJournal(), open: fail, get: fail, transact: fail };
    for (const { events, refunds } of [observed(journal), observed(journal)]) {
      const calls = [
        refunds.refund(request("yedpay", "k")),
        refunds.reconcile("k"),
        refunds.record("k", { status: "succeeded", by: "Ana" }),
        refunds.resume(),
        refunds.reconcile("k"),
      ];
      for (const call of calls) await expect(call).rejects.toBe(lost);
      const ends = events.filter(({ event }) => event === "end");
      expect(ends.map(({ operation }) => operation).sort()).toEqual([
        "reconcile",
        "reconcile",
        "record",
        "refund",
        "resume",
      ]);
      expect(new Set(ends.map(({ call }) => call)).size).toBe(5);
      for (const end of ends) expect(end).toMatchObject({ error: { code: "rolled_back" } });
    }
  });

  test("refunds that resume() reconciles at once end once each, with the one error of all", async () => {
    const journal = memoryJournal();
    for (const [nth, key] of ["k", "l"].entries()) {
      sandbox.inject([{ nth: 1, fault: "reset_after", operation: "refund" }]);
      await observed(journal).refunds.refund(request("openpayd", key, 100, nth));
    }
    const lost = await gone().catch((error: unknown) => error);
    const { events, refunds } = observed({ ...journal, get: () => Promise.reject(lost) });
    await expect(refunds.resume()).rejects.toBe(lost);
    const ends = events.map((event) => [event.operation, event.event, event.key]);
    expect(ends).toEqual([
      ["reconcile", "end", "k"],
      ["reconcile", "end", "l"],
    ]);
  });

  test("each delivery of a notification ends once, wherever the journal fails", async () => {
    const journal = memoryJournal();
    const lost = await gone().catch((error: unknown) => error);
    let failsAt = Number.POSITIVE_INFINITY;
    const fails = () => --failsAt < 0;
    const events: RefundEvent[] = [];
    const { refunds, deliver } = notifiedShop(
      {
        ...journal,
        get: (key) => (fails() ? Promise.reject(lost) : journal.get(key)),
        transact: (...args) => (fails() ? Promise.reject(lost) : journal.transact(...args)),
      },
      {},
      (event) => void events.push(event),
    );
    await refunds.refund(notifiedRequest("mine"));
    events.splice(0);
    // To find it by its key; to settle it, or to find it again before the provider is asked.
    for (const [confirm, at] of [
      [false, 0],
      [false, 1],
      [true, 0],
      [true, 1],
      [true, 2],
    ] as const) {
      failsAt = at;
      await expect(deliver({ key: "mine", confirm })).rejects.toBe(lost);
      expect(events.splice(0)).toMatchObject([
        { event: "end", operation: "notification", account: "own", error },
      ]);
    }
    failsAt = 3;
    await expect(deliver({ key: "mine", confirm: true })).rejects.toBe(lost);
    expect(events.map(({ event }) => event)).toEqual(["begin", "end"]);
  });

  test("what an error of another journal says is left out, because it could be a secret", async () => {
    const broken = () =>
      Promise.reject(Object.assign(new Error("password: s3same"), { code: "ECONNREFUSED" }));
    const { events, refunds } = observed({ ...memoryJournal(), transact: broken });
    await expect(refunds.refund(request("yedpay", "k"))).rejects.toThrow();
    expect(events.at(-1)).toMatchObject({ error: { name: "Error", code: "ECONNREFUSED" } });
    expect(JSON.stringify(events)).not.toContain("s3same");
  });
});

test("reconcile() and record() are reported", async () => {
  const { events, refunds } = observed();
  sandbox.inject([{ nth: 1, fault: "reset_after", operation: "refund" }]);
  await refunds.refund(request("bbmsl", "k", 100));
  sandbox.inject();
  events.splice(0);
  await refunds.reconcile("k");
  await refunds.record("k", { status: "reversed", by: "the bank" });
  expect(events.map(({ operation, event }) => `${operation} ${event}`)).toEqual([
    "reconcile begin",
    "reconcile sent",
    "reconcile answered",
    "reconcile recorded",
    "reconcile end",
    "record recorded",
  ]);
});

test("no event contains a secret", async () => {
  const { events, refunds } = observed();
  for (const name of ["ottpay", "openpayd", "bbmsl", "yedpay"] as const) {
    await refunds.refund(request(name, name));
  }
  const text = JSON.stringify(events);
  for (const name of ["ottpay", "openpayd", "bbmsl", "yedpay"]) {
    for (const secret of Object.values(sandbox.provider(name).credentials.at(-1) ?? {})) {
      if (String(secret).length > 8) expect(text).not.toContain(String(secret));
    }
  }
});

test.each([
  [
    "throws",
    () => {
      throw new Error("full");
    },
  ],
  ["rejects", () => Promise.reject(new Error("full"))],
])("an observer that %s changes nothing", async (_, observe) => {
  const refunds = createRefunds({ accounts: accounts(), observe: observe as () => void });
  expect(await refunds.refund(request("yedpay", "k"))).toMatchObject({ status: "succeeded" });
});
