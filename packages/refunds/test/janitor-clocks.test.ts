/** Janitors on machines whose clocks differ share one lease. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type JournalStore, memoryJournal } from "../src/index.ts";
import { janitorOn, minute, pass, start } from "./support/janitor.ts";
import { lose } from "./support/lost.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("after a clock was ahead", () => {
  const day = 1440 * minute;

  /** A janitor held the lease until tomorrow. */
  async function ahead(store: JournalStore, isStopped: boolean) {
    vi.setSystemTime(start + day);
    const { stop } = janitorOn(isStopped ? store : { ...store, lease: atStart(store) });
    await pass(2);
    if (isStopped) await stop();
    else await stop().catch(() => {});
    vi.setSystemTime(start);
  }

  /** Its process ends without releasing it. */
  const atStart =
    (store: JournalStore): JournalStore["lease"] =>
    (asked) =>
      asked.until > asked.now ? store.lease(asked) : Promise.reject(new Error("it has ended"));

  test.each([
    ["released it", true],
    ["died", false],
  ])("another one tries within three minutes, if the process %s", async (_, isStopped) => {
    const store = memoryJournal();
    await ahead(store, isStopped);
    await lose(store, "a", { history: [{ what: "sent", at: start - day, attempt: 1 }] });
    const { tries, stop } = janitorOn(store);
    await pass(3);
    expect(tries).toEqual(["a 0"]);
    await stop();
  });

  test.each([
    ["ahead", 10],
    ["behind", -10],
  ])(
    "two janitors whose clocks are apart try at the refund's times: one is %s",
    async (_, apart) => {
      const store = memoryJournal();
      await lose(store, "a");
      const first = janitorOn(store);
      const second = janitorOn({ ...store, lease: shifted(store, apart * minute) });
      await pass(60);
      expect(first.tries.length + second.tries.length).toBeGreaterThan(1);
      for (const { tries } of [first, second]) expect(tries.length).toBeLessThan(5);
      await Promise.all([first.stop(), second.stop()]);
    },
  );

  /** The lease as a process has it whose clock is this much ahead. */
  const shifted =
    (store: JournalStore, ms: number): JournalStore["lease"] =>
    async ({ note, ...asked }) => {
      const {
        until,
        note: kept,
        ...lease
      } = await store.lease({
        ...asked,
        now: asked.now + ms,
        until: asked.until && asked.until + ms,
        ...(note !== undefined && { note: String(Number(note) + ms) }),
      });
      return {
        ...lease,
        until: until - ms,
        ...(kept !== undefined && { note: String(Number(kept) - ms) }),
      };
    };

  test("a journal that refuses the lease until then is reported", async () => {
    const store = memoryJournal();
    const until = start + day;
    const lease = async () => ({ holder: "another", until });
    const { events } = janitorOn({ ...store, lease });
    await pass(0.5);
    expect(events).toMatchObject([{ event: "interrupted" }]);
    const [event] = events;
    expect(String(event?.event === "interrupted" && event.error)).toContain("2026-11-28");
    await pass(3);
    expect(events.length).toBeLessThan(6);
  });
});
