import type { JournalStore } from "../store.ts";
import {
  assertSame,
  type Checks,
  type ConformanceOptions,
  checksOf,
  forEach,
  look,
  put,
  recordOf,
} from "./check.ts";

/** A transaction reads and writes in one atomic step. */
export const atomicityChecks = (options: ConformanceOptions) =>
  checksOf(options, { ...forEach(options.shared === false ? [1] : [1, 2], fromStores), ...checks });

const fromStores = (stores: number): Checks => ({
  [`counts 100 concurrent transactions on one key, from ${stores} store(s)`]: async (another) => {
    const opened = await openSeveral(another, stores);
    const seen = await Promise.all(
      times(100, (at) => count(opened[at % stores] as JournalStore, "one", "payment-1")),
    );
    assertSame(
      seen.sort((a, b) => a - b),
      times(100, (at) => at + 1),
      "the returned counts",
    );
    const { record } = await look(opened[0] as JournalStore, "one");
    assertSame(record?.attempt, 100, "the final count");
  },

  [`100 concurrent transactions on one payment, from ${stores} store(s), never exceed it`]: async (
    another,
  ) => {
    const opened = await openSeveral(another, stores);
    const admitted = await Promise.all(
      times(100, (at) =>
        (opened[at % stores] as JournalStore).transact(
          { key: `key-${at}`, payment: "payment-1" },
          ({ ofPayment }) => {
            const sum = ofPayment.reduce((total, { amount }) => total + (amount?.value ?? 0), 0);
            if (sum + 60 > 1000) return { result: 0 };
            const amount = { value: 60, currency: "EUR" as const };
            return { write: recordOf({ key: `key-${at}`, amount }), result: 1 };
          },
        ),
      ),
    );
    const { keys } = await look(opened[0] as JournalStore, "none");
    assertSame(keys.length, 16, "the number of refunds of 60 within 1000");
    assertSame(
      admitted.filter(Boolean).length,
      16,
      "the number of transactions that were accepted",
    );
  },
});

const checks: Checks = {
  "transactions that cross keys and payments do not deadlock": async (another, { shared }) => {
    const [one, two = one] = await openSeveral(another, shared === false ? 1 : 2);
    const names = ["a", "b", "c"];
    const pairs = names.flatMap((key) => names.map((payment) => [key, payment] as const));
    await Promise.all(
      times(10, () => pairs)
        .flat()
        .map(([key, payment], at) => count((at % 2 ? one : two) as JournalStore, key, payment)),
    );
    for (const key of names) {
      const { record } = await look(one as JournalStore, key, "none");
      assertSame(record?.attempt, 30, `the count of key ${key}`);
    }
  },

  "counts all transactions on different keys and payments": async (another) => {
    const store = await another();
    await Promise.all(times(100, (at) => count(store, `key-${at % 10}`, `payment-${at % 10}`)));
    for (const at of times(10, (each) => each)) {
      const { record } = await look(store, `key-${at}`, `payment-${at}`);
      assertSame(record?.attempt, 10, `the count of key-${at}`);
    }
  },

  "a decision sees everything that earlier transactions have written": async (another) => {
    const store = await another();
    const seen: number[] = [];
    for (const at of times(20, (each) => each)) {
      await put(store, recordOf({ key: `key-${at}`, openedAt: at }));
      seen.push((await look(store, "none")).keys.length);
    }
    assertSame(
      seen,
      times(20, (at) => at + 1),
      "the number of records seen of the payment",
    );
  },
};

/** Increases the `attempt` of the key by one, and resolves with it. */
const count = (store: JournalStore, key: string, payment: string): Promise<number> =>
  store.transact({ key, payment }, ({ record }) => {
    const attempt = (record?.attempt ?? 0) + 1;
    return { write: recordOf({ key, payment, attempt }), result: attempt };
  });

async function openSeveral(another: () => Promise<JournalStore>, number: number) {
  const opened = [];
  for (let at = 0; at < number; at++) opened.push(await another());
  return opened;
}

const times = <T>(number: number, each: (at: number) => T): T[] =>
  Array.from({ length: number }, (_, at) => each(at));
