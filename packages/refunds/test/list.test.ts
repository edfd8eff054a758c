import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  type JournalStore,
  type ListRequest,
  memoryJournal,
  type RefundPage,
} from "../src/index.ts";
import { refused } from "./support/refused.ts";
import { request, sandbox, shop } from "./support/shop.ts";
import { never, stores } from "./support/stores.ts";

const start = Date.parse("2026-11-27T10:00:00Z");

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
  vi.useFakeTimers({ toFake: ["Date"], now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

const keysOf = ({ refunds }: RefundPage) => refunds.map(({ key }) => key);

/** One refund a minute: `done`, `lost` and `waiting` have outcomes, `crashed` was left behind, `late` is being sent. */
async function fill(journal: JournalStore) {
  const refunds = shop({ journal });
  const minute = (at: number) => vi.setSystemTime(start + at * 60_000);
  await refunds.refund(request("ottpay", "done", 100));
  minute(1);
  sandbox.inject([{ nth: 1, fault: "reset_after" }]);
  await refunds.refund(request("yedpay", "lost"));
  sandbox.inject();
  minute(2);
  await refunds.refund(request("ottpay", "waiting", 100, 3));
  minute(3);
  await abandon(journal, "crashed", 0);
  minute(6);
  await abandon(journal, "late", 1);
  return refunds;
}

async function abandon(journal: JournalStore, key: string, nth: number) {
  await new Promise<void>((fetched) => {
    const fetch = () => {
      fetched();
      return never();
    };
    void shop({ journal, fetch }).refund(request("openpayd", key, 100, nth));
  });
}

describe.each(stores)("over %s", (_, open) => {
  test("list() finds refunds by each filter, newest first", async () => {
    const refunds = await fill(await open());
    const found = async (given?: ListRequest) => keysOf(await refunds.list(given));
    const all = ["late", "crashed", "waiting", "lost", "done"];
    expect(await found()).toEqual(all);
    expect(await found({ account: "ottpay" })).toEqual(["waiting", "done"]);
    expect(await found({ account: "nothing" })).toEqual([]);
    const { refunds: [waiting] = [] } = await refunds.list({ account: "ottpay", limit: 1 });
    const { payment = {} } = waiting ?? {};
    expect(await found({ account: "ottpay", payment })).toEqual(["waiting"]);
    expect(await found({ account: "yedpay", payment })).toEqual([]);
    expect(await found({ status: "open" })).toEqual(all.slice(0, 4));
    expect(await found({ status: "sending" })).toEqual(["late"]);
    expect(await found({ status: "unfinished" })).toEqual(["crashed"]);
    expect(await found({ status: ["unfinished", "sending"] })).toEqual(["late", "crashed"]);
    expect(await found({ status: ["succeeded", "unknown"] })).toEqual(["lost", "done"]);
    expect(await found({ status: ["open", "pending"], account: "ottpay" })).toEqual(["waiting"]);
    expect(await found({ since: "2026-11-27T10:02:00Z" })).toEqual(all.slice(0, 3));
    expect(await found({ until: new Date(start + 120_000) })).toEqual(["lost", "done"]);
    expect(await found({ since: "2026-11-28" })).toEqual([]);
    expect(await found({ since: "2026-11-27T11:01+01:00", until: "2026-11-27T10:03Z" })).toEqual([
      "waiting",
      "lost",
    ]);
    expect((await refunds.list({ limit: 1 })).refunds).toEqual([await refunds.get("late")]);
  });

  test("the cursor leads through every page, also while refunds are made", async () => {
    const refunds = await fill(await open());
    const one = await refunds.list({ limit: 2 });
    await refunds.refund(request("bbmsl", "new", 100));
    const two = await refunds.list({ limit: 2, cursor: one.cursor ?? "" });
    const three = await refunds.list({ limit: 7, cursor: two.cursor ?? "" });
    const keys = [one, two, three].map(keysOf);
    expect(keys).toEqual([["late", "crashed"], ["waiting", "lost"], ["done"]]);
    expect(three).not.toHaveProperty("cursor");
    // Exactly as many as fit: there is no empty page after it.
    expect(await refunds.list({ limit: 6 })).not.toHaveProperty("cursor");
    const sending = await refunds.list({ status: ["unfinished", "unknown"], limit: 1 });
    const { cursor = "" } = sending;
    const rest = await refunds.list({ status: ["unknown", "unfinished"], limit: 1, cursor });
    expect([sending, rest].map(keysOf)).toEqual([["crashed"], ["lost"]]);
  });
});

describe("what list() refuses", () => {
  test.each<[string, unknown, string]>([
    ["account", { account: "" }, "name of an account"],
    ["account", { payment: { id: "x" } }, "given with payment"],
    ["payment", { account: "a", payment: "x" }, "identifiers"],
    ["payment", { account: "a", payment: { id: 0.5 } }, "identifiers"],
    ["payment", { account: "a", payment: {} }, "identifiers"],
    ["status", { status: "done" }, "succeeded"],
    ["status", { status: [] }, "open"],
    ["status", { status: ["open", 1] }, "open"],
    ["since", { since: "yesterday" }, "ISO 8601"],
    ["since", { since: "2026-02-30" }, "ISO 8601"],
    ["since", { since: "2026-11-27T10:00:00" }, "zone"],
    ["until", { until: new Date(Number.NaN) }, "valid Date"],
    ["until", { until: 1_764_000_000_000 }, "valid Date"],
    ["limit", { limit: 0 }, "from 1 to 1000"],
    ["limit", { limit: 1001 }, "from 1 to 1000"],
    ["limit", { limit: "10" }, "from 1 to 1000"],
    ["cursor", { cursor: "" }, "damaged"],
    ["cursor", { cursor: 7 }, "damaged"],
    ["stauts", { stauts: "open" }, ""],
  ])("%s in %j", async (field, given, message) => {
    const list = shop().list(given as ListRequest);
    expect(await refused(list)).toMatchObject([
      { field, message: expect.stringContaining(message) },
    ]);
  });

  test("a cursor that is damaged or belongs to another list", async () => {
    const refunds = shop();
    for (const name of ["yedpay", "ottpay", "bbmsl"] as const)
      await refunds.refund(request(name, name, name === "yedpay" ? undefined : 100));
    const { cursor = "" } = await refunds.list({ limit: 1, status: "succeeded" });
    for (let at = 0; at < cursor.length; at++) {
      const other = cursor[at] === "a" ? "b" : "a";
      for (const wrong of [
        cursor.slice(0, at),
        cursor.slice(0, at) + other + cursor.slice(at + 1),
      ]) {
        expect(await refused(refunds.list({ status: "succeeded", cursor: wrong }))).toMatchObject([
          { field: "cursor" },
        ]);
      }
    }
    for (const other of [
      {},
      { status: "open" },
      { status: "succeeded", account: "bbmsl" },
    ] as const)
      expect(await refused(refunds.list({ ...other, cursor }))).toMatchObject([
        { field: "cursor" },
      ]);
    expect(keysOf(await refunds.list({ status: ["succeeded"], cursor, limit: 9 }))).toHaveLength(2);
  });

  test("a store of one's own without list()", async () => {
    const { list: _, ...journal } = memoryJournal();
    expect(() => shop({ journal: journal as JournalStore })).toThrow("this one has no list()");
  });
});

test("listAll() gives every refund of all pages, newest first", async () => {
  const journal = memoryJournal();
  const refunds = shop({ journal });
  for (let at = 0; at < 250; at++) {
    const given = { key: `${at}`, payment: `["bbmsl",{"orderId":"${at}"}]`, openedAt: start + at };
    await journal.transact(given, () => ({ write: { ...sample, ...given }, result: undefined }));
  }
  const found = [];
  for await (const { key } of refunds.listAll({ account: "bbmsl" })) found.push(key);
  expect(found).toEqual(Array.from({ length: 250 }, (_, at) => `${249 - at}`));
  const wrong = refunds.listAll({ account: "" });
  expect(await refused(wrong.next())).toMatchObject([{ field: "account" }]);
});

const sample = {
  account: "bbmsl",
  provider: "bbmsl",
  request: "{}",
  state: "leaving",
  attempt: 1,
  sendingUntil: start,
  history: [],
  changedAt: start,
} as const;
