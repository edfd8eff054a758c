import type { ListQuery } from "../list-query.ts";
import type { JournalRecord } from "../records/record.ts";
import type { JournalStore } from "../store.ts";
import {
  assertSame,
  type ConformanceCheck,
  type ConformanceOptions,
  check,
  put,
  recordOf,
} from "./check.ts";
import { succeeded } from "./samples.ts";

/** The time limit among many records, given the time among few. One extra millisecond covers noise. */
const limitOf = (before: number) => before * 3 + 1;

export const volumeChecks = (options: ConformanceOptions): ConformanceCheck[] => {
  const number = options.records ?? 10_000;
  return [
    check(options, `${number} records do not slow transactions down`, async (another) => {
      const store = await another();
      await put(store, recordOf({ key: "open", payment: "open", account: "rare", openedAt: 1 }));
      await fill(store, 0, 100);
      const before = await median(() => write(store, 1));
      await fill(store, 100, number);
      const after = await median(() => write(store, 1));
      if (after > limitOf(before)) {
        throw new Error(
          `a transaction took ${before} ms among 100 records, and ${after} ms among ${number}`,
        );
      }
      const listing = await median(async () => {
        assertSame((await store.open()).length, 1, "the number of open refunds");
      });
      if (listing > limitOf(before)) {
        throw new Error(
          `open() took ${listing} ms to find 1 of ${number}; a transaction takes ${before} ms`,
        );
      }
      await assertFastPages(store, number, limitOf(before));
    }),
  ];
};

const write = (store: JournalStore, at: number) =>
  put(
    store,
    recordOf({
      key: `key-${at}`,
      payment: `payment-${at}`,
      openedAt: at,
      state: "settled",
      outcome: { ...succeeded, refundId: `refund-${at}` },
    }),
  );

/** The first page of a rare kind, a page in the middle, and every record in long pages. */
async function assertFastPages(store: JournalStore, number: number, limitMs: number) {
  const middle = { openedAt: number >> 1, key: `key-${number >> 1}` };
  const queries: Readonly<Record<string, Omit<ListQuery, "limit">>> = {
    "of an account without records": { account: "missing" },
    "of a rare state": { states: ["leaving"] },
    "of a payment": { payment: "payment-7" },
    "of a rare account": { account: "rare" },
    "of a rare account in the middle": { account: "rare", after: middle },
    "in the middle": { after: middle },
    "of an account in the middle": { account: "shop", after: middle },
    "of a state in the middle": { states: ["succeeded", "unknown"], after: middle },
  };
  for (const [what, query] of Object.entries(queries)) {
    const took = await median(async () => void (await store.list({ ...query, limit: 1 })));
    if (took <= limitMs) continue;
    throw new Error(`a page ${what} took ${took} ms among ${number} records, of ${limitMs}`);
  }
  const all: JournalRecord[] = [];
  for (let after: JournalRecord | undefined; ; ) {
    const page = await store.list({ limit: 1000, ...(after && { after }) });
    all.push(...page);
    after = page.at(-1);
    if (page.length < 1000) break;
  }
  const times = all.map(({ openedAt }) => openedAt);
  const expected = Array.from({ length: number - 1 }, (_, at) => number - 1 - at);
  assertSame(times, [...expected, 1, 0], "the times of all records in long pages");
}

async function fill(store: JournalStore, from: number, to: number) {
  for (let start = from; start < to; start += 100) {
    const end = Math.min(start + 100, to);
    await Promise.all(Array.from({ length: end - start }, (_, at) => write(store, start + at)));
  }
}

async function median(work: () => Promise<void>): Promise<number> {
  const times = [];
  for (let turn = 0; turn < 21; turn++) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[10] ?? Number.NaN;
}
