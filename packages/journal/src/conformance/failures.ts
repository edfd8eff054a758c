import { isJournalError } from "../journal-error.ts";
import type { JournalRecord } from "../records/record.ts";
import { scopeOf } from "../store.ts";
import {
  assertSame,
  type Checks,
  type ConformanceOptions,
  checksOf,
  forEach,
  look,
  put,
  recordOf,
  rejection,
} from "./check.ts";

const outcome = { provider: "acme", status: "pending", raw: { status: 200, body: "" } };
const settled = (answer: unknown) => ({ state: "settled", outcome: { ...outcome, answer } });

/** JSON throws on the first, and silently changes most of the others. */
const unstorable: Readonly<Record<string, object>> = {
  "a bigint": settled({ amount: 10n }),
  NaN: settled([Number.NaN]),
  "a date": settled({ at: new Date(0) }),
  "a map": settled(new Map([[1, 2]])),
  "a function": settled({ call: () => 1 }),
  "a fraction of a millisecond": { changedAt: 1.5 },
  "settled without an outcome": { state: "settled" },
  "an unknown status": { outcome: { ...outcome, status: "perhaps" } },
};

import { succeeded } from "./samples.ts";
/** A failed call leaves nothing behind: no record, no lock, no connection. */
export const failureChecks = (options: ConformanceOptions) => checksOf(options, checks);

const checks: Checks = {
  "rethrows the error of decide unchanged, and writes nothing": async (another) => {
    const store = await another();
    await put(store, recordOf());
    for (const thrown of [new Error("no"), undefined, "text", Object.freeze({ code: "40001" })]) {
      const decide = () => {
        throw thrown;
      };
      const caught = await rejection(store.transact(scopeOf(recordOf()), decide), "transact");
      if (caught !== thrown)
        throw new Error(`expected transact to reject with ${thrown}, got ${caught}`);
    }
    assertSame((await look(store, recordOf().key)).record, recordOf(), "the record");
  },

  "refuses a record of another key or payment": async (another) => {
    const store = await another();
    for (const wrong of [{ key: "other" }, { payment: "other" }]) {
      const write = recordOf(wrong);
      const decide = () => ({ write, result: 1 });
      await rejection(store.transact(scopeOf(recordOf()), decide), "transact");
    }
    assertSame((await look(store, "other", "other")).record, undefined, "the other key's record");
    assertSame(await store.open(), [], "open()");
  },

  "refuses to write a record that the transaction does not lock": async (another) => {
    const store = await another();
    const write = recordOf({ state: "settled", outcome: succeeded });
    for (const scope of [
      { ...scopeOf(write), key: "other" },
      { ...scopeOf(write), payment: "other" },
      { key: write.key, payment: write.payment },
    ]) {
      await rejection(
        store.transact(scope, () => ({ write, result: 1 })),
        "transact",
      );
    }
    assertSame(await store.get(write.key), undefined, "the record");
  },

  ...forEach(Object.entries(unstorable), ([what, wrong]) => ({
    [`refuses a record that could not be read back: ${what}`]: async (another) => {
      const store = await another();
      await put(store, recordOf());
      const write = { ...recordOf({ attempt: 2 }), ...wrong } as JournalRecord;
      const caught = await rejection(put(store, write), "transact");
      assertSame(isJournalError(caught) && caught.code, "unreadable_record", "the error's code");
      assertSame((await look(store, write.key)).record, recordOf(), "the record");
    },
  })),

  "works after 200 failures": async (another) => {
    const store = await another();
    const fails = () => {
      throw new Error("no");
    };
    for (let at = 0; at < 100; at++) {
      await rejection(store.transact({ key: "key", payment: "payment-1" }, fails), "transact");
    }
    const many = Array.from({ length: 100 }, (_, at) =>
      rejection(store.transact({ key: `key-${at}`, payment: "payment-1" }, fails), "transact"),
    );
    await Promise.all(many);
    await put(store, recordOf());
    assertSame((await look(store, "none")).keys, [recordOf().key], "the payment's records");
  },

  "a failing transaction does not affect concurrent ones": async (another) => {
    const store = await another();
    const ended = await Promise.allSettled(
      Array.from({ length: 60 }, (_, at) =>
        store.transact({ key: "key", payment: "payment-1" }, ({ record }) => {
          if (at % 3 === 0) throw new Error("no");
          const attempt = (record?.attempt ?? 0) + 1;
          return { write: recordOf({ key: "key", attempt }), result: attempt };
        }),
      ),
    );
    assertSame(
      ended.filter(({ status }) => status === "rejected").length,
      20,
      "the number of failures",
    );
    assertSame((await look(store, "key")).record?.attempt, 40, "the final count");
  },

  "rejects every call after close(), and can be closed twice": async (another) => {
    const store = await another();
    await put(store, recordOf());
    const list = () => store.list({ limit: 1 });
    const lease = () => store.lease({ name: "a", holder: "b", now: 1, until: 2 });
    await store.close();
    await store.close();
    for (const call of [
      put(store, recordOf()),
      look(store, "key"),
      store.open(),
      list(),
      lease(),
    ]) {
      const caught = await rejection(call, "a call after close()");
      assertSame(isJournalError(caught) && caught.code, "unavailable", "the error's code");
    }
  },
};
