import type { ListQuery } from "../list-query.ts";
import type { JournalRecord } from "../records/record.ts";
import type { JournalStore } from "../store.ts";
import { assertSame, type ConformanceOptions, checksOf, put, recordOf } from "./check.ts";
import { succeeded } from "./samples.ts";

/** The time limit, given the time of what is known to be fast. One extra millisecond covers noise. */
const limitOf = (fast: number) => fast * 3 + 1;

export const volumeChecks = (options: ConformanceOptions) => {
  const number = options.records ?? 10_000;
  return checksOf(options, {
    [`${number} records do not slow transactions down`]: async (another) => {
      const many = await another();
      await put(many, recordOf({ key: "open", payment: "open", account: "rare", openedAt: 1 }));
      await fill(many, 0, number);
      const [before, after] = await againstFew(options, () => write(many, 1));
      if (after > limitOf(before)) {
        throw new Error(
          `a transaction took ${before} ms among 100 records, and ${after} ms among ${number}`,
        );
      }
      const [transaction, listing] = await medians(
        () => write(many, 1),
        async () => assertSame((await many.open()).length, 1, "the number of open refunds"),
      );
      if (listing > limitOf(transaction)) {
        throw new Error(
          `open() took ${listing} ms to find 1 of ${number}; a transaction takes ${transaction} ms`,
        );
      }
      await assertFastPages(many, number);
    },
  });
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
async function assertFastPages(store: JournalStore, number: number) {
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
    const [transaction, page] = await medians(
      () => write(store, 1),
      async () => void (await store.list({ ...query, limit: 1 })),
    );
    if (page <= limitOf(transaction)) continue;
    throw new Error(
      `a page ${what} took ${page} ms among ${number} records; a transaction takes ${transaction} ms`,
    );
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

/** The median times of a transaction in another journal with 100 records, and of `work`. */
async function againstFew({ open }: ConformanceOptions, work: () => Promise<void>) {
  const few = await open(`conformance_few_${crypto.randomUUID().replaceAll("-", "")}`);
  try {
    await fill(few, 0, 100);
    return await medians(() => write(few, 1), work);
  } finally {
    await few.close();
  }
}

/** The median times of two pieces of work, by turns: what else the machine does slows both down. */
async function medians(
  one: () => Promise<void>,
  other: () => Promise<void>,
): Promise<readonly [number, number]> {
  const times: Record<"one" | "other", number[]> = { one: [], other: [] };
  for (let turn = 0; turn < 21; turn++) {
    times.one.push(await timeOf(one));
    times.other.push(await timeOf(other));
  }
  return [middleOf(times.one), middleOf(times.other)];
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

const middleOf = (times: number[]): number =>
  times.sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
