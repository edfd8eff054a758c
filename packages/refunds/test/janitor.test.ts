import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  type JanitorEvent,
  type JanitorOptions,
  JournalError,
  type JournalStore,
  memoryJournal,
  type RefundOutcome,
} from "../src/index.ts";
import { janitorOn, minute, outcome, pass, start } from "./support/janitor.ts";
import { lose } from "./support/lost.ts";
import { refused } from "./support/refused.ts";
import { request, sandbox, shop } from "./support/shop.ts";
import { stores } from "./support/stores.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("when it tries", () => {
  test("each refund after 5 minutes, 15 minutes, 1 hour, 6 hours, 1 day, and then daily", async () => {
    const store = memoryJournal();
    await lose(store, "a");
    const { tries } = janitorOn(store);
    await pass(7);
    await lose(store, "b");
    await pass(4 * 1440);
    const [later, day] = [[5, 20, 80, 440], 1440];
    const times = [...later, 440 + day, 440 + 2 * day, 440 + 3 * day];
    const expected = [...times.map((at) => `a ${at}`), ...times.map((at) => `b ${at + 7}`)];
    expect(tries.toSorted()).toEqual(expected.toSorted());
  });

  test("by a schedule of one's own", async () => {
    const store = memoryJournal();
    await lose(store, "k");
    const { tries } = janitorOn(store, { schedule: [minute, 10 * minute] });
    await pass(35);
    expect(tries).toEqual(["k 1", "k 11", "k 21", "k 31"]);
  });

  test("a repetition under the key does not begin the schedule again, another attempt does", async () => {
    const store = memoryJournal();
    const sent = { what: "sent", attempt: 1 } as const;
    const again = { ...sent, at: start + 5 * minute, again: 1 };
    await lose(store, "a", { history: [{ ...sent, at: start }, again] });
    const second = { ...sent, at: start + 12 * minute, attempt: 2 };
    await lose(store, "b", { history: [{ ...sent, at: start }, second], attempt: 2 });
    const { tries } = janitorOn(store);
    await pass(25);
    expect(tries).toEqual(["a 5", "b 17", "a 20"]);
  });

  test("neither what is settled, nor in review, nor still being sent", async () => {
    const store = memoryJournal();
    await lose(store, "review", { outcome: { ...outcome, status: "needs_review" } as never });
    await lose(store, "done", { outcome: { ...outcome, status: "succeeded" } as never });
    await lose(store, "sending", { state: "leaving", sendingUntil: start + 6 * minute });
    const { tries } = janitorOn(store);
    await pass(70);
    expect(tries).toEqual(["sending 20"]);
  });

  test("what was due while no janitor ran, once", async () => {
    const store = memoryJournal();
    await lose(store, "k");
    await pass(600);
    const first = janitorOn(store);
    await pass(0.1);
    await first.stop();
    const second = janitorOn(store);
    await pass(60);
    expect([first.tries, second.tries]).toEqual([["k 600"], []]);
  });

  test("as many at the same time as allowed, and none twice", async () => {
    const store = memoryJournal();
    for (let at = 0; at < 300; at++) await lose(store, `${at}`);
    let [running, most] = [0, 0];
    const { tries } = janitorOn(store, { concurrency: 3 }, async () => {
      most = Math.max(most, ++running);
      await new Promise((wake) => setTimeout(wake, 3000));
      running--;
      return outcome;
    });
    await pass(15);
    expect(most).toBe(3);
    expect(tries).toHaveLength(300);
    expect(new Set(tries.map((one) => one.split(" ")[0])).size).toBe(300);
  });
});

describe("what it runs into", () => {
  test("an error of one refund does not stop the others, and is reported", async () => {
    const store = memoryJournal();
    for (const key of ["a", "b"]) await lose(store, key);
    const failing = async (key?: string) => {
      if (key === "a") throw new Error("odd");
      return outcome;
    };
    const { tries, events } = janitorOn(store, {}, failing as never);
    await pass(6);
    expect(tries).toEqual(["a 5", "b 5"]);
    expect(events).toMatchObject([
      { event: "failed", refund: { key: "a" }, error: { message: "odd" } },
      { event: "tried", refund: { key: "b", status: "unknown" }, outcome },
    ]);
  });

  test("a journal that fails is reported, and what was due is tried when it works again", async () => {
    const store = memoryJournal();
    await lose(store, "a");
    let isDown = true;
    const error = new JournalError("unavailable", { where: "x", happened: "y", advice: "z" });
    const { tries, events, stop } = janitorOn(store, {}, async () => {
      if (isDown) throw error;
      return outcome;
    });
    await pass(7);
    expect(events.every(({ event }) => event === "interrupted")).toBe(true);
    const before = tries.length;
    expect(before).toBeGreaterThan(0);
    isDown = false;
    await pass(2);
    expect(tries).toHaveLength(before + 1);
    await stop();
  });

  test("a stopped janitor starts no other try, and ends after the one that is running", async () => {
    const store = memoryJournal();
    for (const key of ["a", "b"]) await lose(store, key);
    let finish = () => {};
    const { tries, stop, events } = janitorOn(store, { concurrency: 1 }, () => {
      return new Promise<RefundOutcome>((resolve) => {
        finish = () => resolve(outcome);
      });
    });
    await pass(6);
    let isOver = false;
    void stop().then(() => {
      isOver = true;
    });
    await pass(1);
    expect(isOver).toBe(false);
    finish();
    await pass(0.1);
    expect([isOver, tries, events.length]).toEqual([true, ["a 5"], 1]);
  });

  test("after its lease ran out, it starts no other try", async () => {
    const store = memoryJournal();
    for (const key of ["a", "b"]) await lose(store, key);
    let hangs = true;
    const asleep: JournalStore = {
      ...store,
      lease: (given) =>
        hangs && Date.now() > start + 5 * minute ? new Promise(() => {}) : store.lease(given),
    };
    const { tries } = janitorOn(asleep, { concurrency: 1 }, async () => {
      await new Promise((wake) => setTimeout(wake, 3 * minute));
      return outcome;
    });
    const other = janitorOn(store);
    await pass(20);
    hangs = false;
    expect(tries).toEqual(["a 5"]);
    expect(other.tries).toEqual(expect.arrayContaining(["b 7"]));
  });

  test("what was left out while its lease was lost is tried in the next round, and not at its next time", async () => {
    const store = memoryJournal();
    for (const key of ["a", "b", "c"]) await lose(store, key);
    let hasSlept = false;
    // The machine sleeps for longer than the lease, which is held again when the other try ends.
    const reconcile = async (key: string) => {
      const sleeps = key === "a" && !hasSlept;
      hasSlept ||= sleeps;
      await new Promise((wake) => setTimeout(wake, sleeps ? 1 : minute));
      if (sleeps) vi.setSystemTime(Date.now() + 3 * minute);
      return outcome;
    };
    const { tries } = janitorOn(store, { concurrency: 2 }, reconcile);
    await pass(12);
    expect(tries.find((one) => one.startsWith("c"))).toMatch(/^c 1[0-2]$/);
  });

  test.each<[string, unknown]>([
    ["signal", { signal: 1 }],
    ["schedule", { schedule: [] }],
    ["schedule", { schedule: [999] }],
    ["schedule", { schedule: 5000 }],
    ["concurrency", { concurrency: 0 }],
    ["concurrency", { concurrency: 1e9 }],
    ["report", { report: "log" }],
    ["sceduel", { sceduel: [] }],
  ])("refuses a wrong %s: %j", async (field, options) => {
    const janitor = shop().janitor(options as JanitorOptions);
    expect(await refused(janitor)).toMatchObject([{ field }]);
  });
});

describe.each(stores)("over %s", (_, open) => {
  beforeEach(() => {
    vi.useRealTimers();
    vi.useFakeTimers({ toFake: ["Date"], now: start });
  });

  test("of two janitors, one tries; another takes over", async () => {
    const store = await open();
    await lose(store, "k");
    vi.setSystemTime(start + 10 * minute);
    const one = janitorOn(store);
    await vi.waitFor(() => expect(one.events).toHaveLength(1), 20_000);
    const two = janitorOn(store);
    await new Promise((wake) => setTimeout(wake, 200));
    expect([one.tries, two.tries]).toEqual([["k 10"], []]);
    await Promise.all([one.stop(), two.stop()]);
    vi.setSystemTime(start + 21 * minute);
    const three = janitorOn(store);
    await vi.waitFor(() => expect(three.events).toHaveLength(1), 20_000);
    await three.stop();
    expect(three.tries).toEqual(["k 21"]);
  });

  test("it settles what a lost reply left, and close() stops it", async () => {
    const journal = await open();
    const refunds = shop({ journal });
    sandbox.inject([{ nth: 1, fault: "reset_after", operation: "refund" }]);
    expect(await refunds.refund(request("bbmsl", "k", 100))).toMatchObject({ status: "unknown" });
    sandbox.inject();
    vi.setSystemTime(start + 6 * minute);
    const events: JanitorEvent[] = [];
    const ended = refunds.janitor({ report: (event) => void events.push(event) });
    await vi.waitFor(() => expect(events).toHaveLength(1), 20_000);
    expect(events).toMatchObject([
      { event: "tried", refund: { key: "k", status: "unknown" }, outcome: { status: "succeeded" } },
    ]);
    await refunds.close();
    await ended;
  });
});
