import type { JournalRecord } from "../records/record.ts";
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
import { outcomes, succeeded, texts } from "./samples.ts";

/** A store reads back exactly what was written. */
export const contentChecks = (options: ConformanceOptions) => checksOf(options, checks);

const checks: Checks = {
  "an empty journal has no records": async (another) => {
    const store = await another();
    assertSame(await look(store, "missing"), { record: undefined, keys: [] }, "the result");
    assertSame(await store.open(), [], "open()");
  },

  "resolves with the result of decide, unchanged": async (another) => {
    const store = await another();
    const result = { circular: undefined as unknown, call: () => 1 };
    result.circular = result;
    const got = await store.transact({ key: "k", payment: "p" }, () => ({ result }));
    if (got !== result)
      throw new Error("transact must resolve with the same object that decide returned");
  },

  ...forEach(outcomes, (outcome) => ({
    [`keeps every field of a ${outcome.status} record`]: async (another) => {
      const store = await another();
      const record = recordOf({
        state: "settled",
        outcome,
        refundable: { value: 9_007_199_254_740_991, currency: "EUR" },
        refundableAt: 3,
      });
      await put(store, record);
      assertSame(await look(store, record.key), { record, keys: [record.key] }, "the record");
    },
  })),

  "keeps absent fields absent, and keeps unknown fields": async (another) => {
    const store = await another();
    const { amount: _, ...full } = recordOf();
    const record = { ...full, fromTheFuture: { list: [1, null, "two"] } } as JournalRecord;
    await put(store, record);
    const found = await look(store, record.key);
    assertSame(found.record, record, "the record");
    if ("amount" in (found.record ?? {})) throw new Error("an absent amount must stay absent");
  },

  "replaces the record of a key": async (another) => {
    const store = await another();
    await put(store, recordOf());
    const settled = recordOf({ state: "settled", changedAt: 2, attempt: 2, outcome: succeeded });
    await put(store, settled);
    const { record, keys } = await look(store, settled.key);
    assertSame(record, settled, "the record");
    assertSame(keys, [settled.key], "the payment's records");
  },

  "keeps a raw body of 1 MiB with unusual characters": async (another) => {
    const store = await another();
    const odd = `${texts.join("")}\u2028`;
    const body = odd + '€😀\n"'.repeat(262_144);
    const record = recordOf({
      state: "settled",
      outcome: { ...succeeded, raw: { status: 200, body } },
    });
    await put(store, record);
    assertSame((await look(store, record.key)).record, record, "the record");
  },

  "callers cannot change a stored record": async (another) => {
    const store = await another();
    const amount = { value: 1050, currency: "EUR" as const };
    await put(store, recordOf({ amount }));
    amount.value = 1;
    const { record } = await look(store, recordOf().key);
    // A store may refuse it, or let it change a copy.
    Reflect.set(record?.amount ?? {}, "value", 2);
    assertSame((await look(store, recordOf().key)).record, recordOf(), "the record");
  },
};
