import type { ListQuery } from "../list-query.ts";
import type { JournalRecord } from "../records/record.ts";
import { stateNames } from "../records/states.ts";
import type { JournalStore } from "../store.ts";
import {
  assertSame,
  type Checks,
  type ConformanceOptions,
  checksOf,
  forEach,
  put,
  recordOf,
} from "./check.ts";
import { crowd, matches, queries, various } from "./listing-samples.ts";
import { succeeded, texts } from "./samples.ts";

/** `list()` finds what matches, in order, page by page. */
export const listingChecks = (options: ConformanceOptions) => checksOf(options, checks);

const checks: Checks = {
  "list() finds the records that match every filter, newest first": async (another) => {
    const store = await another();
    for (const record of various) await put(store, record);
    for (const query of queries) await assertListed(store, query);
  },

  "list() finds nothing in an empty journal": async (another) => {
    const store = await another();
    for (const query of queries) assertSame(await store.list(query), [], shown(query));
  },

  "list() tells similar accounts and payments apart": async (another) => {
    const store = await another();
    const records = texts.map((text) => recordOf({ key: text, account: text, payment: text }));
    for (const record of records) await put(store, record);
    for (const record of records) {
      const { account, payment } = record;
      for (const query of [{ account }, { payment }, { account, payment }])
        assertSame(await store.list({ ...query, limit: 9 }), [record], shown(query));
    }
  },

  ...forEach([1, 3, 150], (limit) => ({
    [`list() in pages of ${limit} has each record once, in order`]: async (another) => {
      const store = await another();
      await Promise.all(crowd.map((record) => put(store, record)));
      const newest = await pagesOf(store, { limit });
      assertSame(sorted(newest), sorted(crowd), "all pages");
      const times = newest.map(({ openedAt }) => openedAt);
      assertSame(
        times,
        times.toSorted((a, b) => b - a),
        "the times in all pages",
      );
      assertSame(await store.list({ limit: 1000 }), newest, "one page of all");
      const oldest = await pagesOf(store, { limit, order: "oldest" });
      assertSame(oldest, newest.toReversed(), "all pages, oldest first");
      for (const query of [{ account: "other" }, { states: ["leaving"] }] as const) {
        const pages = await pagesOf(store, { ...query, limit });
        assertSame(
          pages,
          newest.filter((record) => matches(record, query)),
          shown(query),
        );
      }
    },
  })),

  "a page follows the one before, also if new records came in between": async (another) => {
    const store = await another();
    for (const record of crowd.slice(0, 20)) await put(store, record);
    const all = await store.list({ limit: 1000 });
    const first = all.slice(0, 7);
    const after = first.at(-1) as JournalRecord;
    const newer = Math.max(...all.map(({ openedAt }) => openedAt)) + 1;
    for (const key of ["new-1", "new-2"]) await put(store, recordOf({ key, openedAt: newer }));
    assertSame(await store.list({ limit: 1000, after }), all.slice(7), "the rest");
  },

  "a page can follow a record that is not in the journal": async (another) => {
    const store = await another();
    for (const record of various) await put(store, record);
    const times = various.map(({ openedAt }) => openedAt).sort((a, b) => b - a);
    // A time at which none was opened: the order within one millisecond is the store's own.
    const openedAt = times.map((at) => at - 1).find((at) => !times.includes(at)) as number;
    const found = await store.list({ limit: 1000, after: { openedAt, key: "missing" } });
    assertSame(
      found.map((record) => record.openedAt),
      times.filter((at) => at < openedAt),
      "the times of the records after it",
    );
  },

  "list() finds a record by its present state": async (another) => {
    const store = await another();
    const record = recordOf();
    const stateAt = async () => {
      const found = [];
      for (const state of stateNames)
        if ((await store.list({ states: [state], limit: 9 })).length > 0) found.push(state);
      return found;
    };
    await put(store, record);
    assertSame(await stateAt(), ["leaving"], "the states under which it is found");
    await put(store, { ...record, state: "settled", outcome: succeeded });
    assertSame(await stateAt(), ["succeeded"], "the states under which it is found");
  },
};

async function assertListed(store: JournalStore, query: ListQuery) {
  const newest = various
    .filter((record) => matches(record, query))
    .sort((a, b) => b.openedAt - a.openedAt);
  assertSame(await store.list(query), newest.slice(0, query.limit), shown(query));
}

async function pagesOf(store: JournalStore, query: ListQuery): Promise<JournalRecord[]> {
  const found: JournalRecord[] = [];
  for (;;) {
    const after = found.at(-1);
    const page = await store.list({ ...query, ...(after && { after }) });
    if (page.length > query.limit) throw new Error(`${shown(query)} has ${page.length} records`);
    found.push(...page);
    if (page.length < query.limit) return found;
  }
}

const sorted = (records: readonly JournalRecord[]) =>
  records.map(({ key }) => key).sort((a, b) => (a < b ? -1 : 1));

const shown = (query: object): string => `list(${JSON.stringify(query).slice(0, 200)})`;
