import { type JournalRecord, refundIdText } from "../records/record.ts";
import { rulesOf } from "../records/states.ts";
import { scopeOf } from "../store.ts";
import {
  assertSame,
  type ConformanceCheck,
  type ConformanceOptions,
  check,
  look,
  put,
  recordOf,
  rejection,
} from "./check.ts";
import { outcomes, succeeded, texts } from "./samples.ts";

const recordNamed = (text: string) =>
  recordOf({ key: text, payment: text, request: JSON.stringify({ text }), account: text });

/** A store reads back exactly what was written. */
export const contentChecks = (options: ConformanceOptions): ConformanceCheck[] => [
  check(options, "an empty journal has no records", async (another) => {
    const store = await another();
    assertSame(await look(store, "missing"), { record: undefined, keys: [] }, "the result");
    assertSame(await store.open(), [], "open()");
  }),

  check(options, "resolves with the result of decide, unchanged", async (another) => {
    const store = await another();
    const result = { circular: undefined as unknown, call: () => 1 };
    result.circular = result;
    const got = await store.transact({ key: "k", payment: "p" }, () => ({ result }));
    if (got !== result)
      throw new Error("transact must resolve with the same object that decide returned");
  }),

  ...outcomes.map((outcome) =>
    check(options, `keeps every field of a ${outcome.status} record`, async (another) => {
      const store = await another();
      const record = recordOf({
        state: "settled",
        outcome,
        refundable: { value: 9_007_199_254_740_991, currency: "EUR" },
        refundableAt: 3,
      });
      await put(store, record);
      assertSame(await look(store, record.key), { record, keys: [record.key] }, "the record");
    }),
  ),

  check(options, "keeps absent fields absent, and keeps unknown fields", async (another) => {
    const store = await another();
    const { amount: _, ...full } = recordOf();
    const record = { ...full, fromTheFuture: { list: [1, null, "two"] } } as JournalRecord;
    await put(store, record);
    const found = await look(store, record.key);
    assertSame(found.record, record, "the record");
    if ("amount" in (found.record ?? {})) throw new Error("an absent amount must stay absent");
  }),

  check(options, "replaces the record of a key", async (another) => {
    const store = await another();
    await put(store, recordOf());
    const settled = recordOf({ state: "settled", changedAt: 2, attempt: 2, outcome: succeeded });
    await put(store, settled);
    const { record, keys } = await look(store, settled.key);
    assertSame(record, settled, "the record");
    assertSame(keys, [settled.key], "the payment's records");
  }),

  check(options, "finds the record of a key that belongs to another payment", async (another) => {
    const store = await another();
    await put(store, recordOf());
    const { record, keys } = await look(store, recordOf().key, "payment-2");
    assertSame(record, recordOf(), "the key's record");
    assertSame(keys, [], "the records of a payment without records");
  }),

  check(options, "tells similar keys and payments apart", async (another) => {
    const store = await another();
    for (const text of texts) {
      await put(store, recordNamed(text));
    }
    for (const text of texts) {
      const found = await look(store, text, text);
      const record = recordNamed(text);
      assertSame(found, { record, keys: [text] }, `the result for ${JSON.stringify(text)}`);
    }
  }),

  check(
    options,
    "finds records by the refund id of their outcome, within the account",
    async (another) => {
      const store = await another();
      const keysWith = (account: string, refundId: string) =>
        store.transact(
          { key: "new", payment: "new", refundId: refundIdText(account, refundId) },
          ({ withRefundId }) => ({ result: withRefundId.map(({ key }) => key) }),
        );
      const one = recordOf({ key: "1", state: "settled", outcome: succeeded });
      await put(store, one);
      await put(store, { ...one, key: "2", payment: "payment-2", openedAt: one.openedAt + 1 });
      await put(store, { ...one, key: "3", account: "other" });
      assertSame(await keysWith("shop", "r-1"), ["1", "2"], "the keys with the refund id");
      assertSame(await keysWith("shop", "r-2"), [], "the keys with another refund id");
      await put(store, { ...one, outcome: { ...succeeded, refundId: "r-2" } });
      assertSame(await keysWith("shop", "r-1"), ["2"], "the keys after one has changed");
      assertSame(await keysWith("shop", "r-2"), ["1"], "the keys with its new refund id");
    },
  ),

  check(options, "get() finds a record by its key alone", async (another) => {
    const store = await another();
    await put(store, recordOf());
    assertSame(await store.get(recordOf().key), recordOf(), "the record");
    assertSame(await store.get("missing"), undefined, "the record of an unknown key");
  }),

  check(
    options,
    "refuses to write a record that the transaction does not lock",
    async (another) => {
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
  ),

  check(options, "does not mix up keys and payments", async (another) => {
    const store = await another();
    await put(store, recordOf({ key: "a", payment: "b" }));
    await put(store, recordOf({ key: "b", payment: "a" }));
    assertSame((await look(store, "a", "a")).keys, ["b"], "the records of payment a");
    assertSame((await look(store, "b", "b")).keys, ["a"], "the records of payment b");
  }),

  check(options, "keeps a raw body of 1 MiB with unusual characters", async (another) => {
    const store = await another();
    const odd = `${texts.join("")}\u2028`;
    const body = odd + '€😀\n"'.repeat(262_144);
    const record = recordOf({
      state: "settled",
      outcome: { ...succeeded, raw: { status: 200, body } },
    });
    await put(store, record);
    assertSame((await look(store, record.key)).record, record, "the record");
  }),

  check(options, "callers cannot change a stored record", async (another) => {
    const store = await another();
    const amount = { value: 1050, currency: "EUR" as const };
    await put(store, recordOf({ amount }));
    amount.value = 1;
    const { record } = await look(store, recordOf().key);
    // A store may refuse it, or let it change a copy.
    Reflect.set(record?.amount ?? {}, "value", 2);
    assertSame((await look(store, recordOf().key)).record, recordOf(), "the record");
  }),

  check(options, "open() lists open refunds, oldest first", async (another) => {
    const store = await another();
    const settled = outcomes.map((outcome, at) =>
      recordOf({ key: outcome.status, state: "settled", outcome, openedAt: 100 - at }),
    );
    const leaving = recordOf({ key: "leaving", openedAt: 50, payment: "payment-2" });
    // A resend, after evidence that the first attempt did nothing. The old outcome is not the outcome of this attempt.
    const again = recordOf({ key: "again", openedAt: 200, attempt: 2, outcome: succeeded });
    for (const record of [again, ...settled, leaving]) await put(store, record);
    const open = settled.filter((record) => rulesOf(record).open);
    const expected = [leaving, ...open, again].sort((a, b) => a.openedAt - b.openedAt);
    assertSame(await store.open(), expected, "open()");
    await put(store, { ...leaving, state: "settled", outcome: succeeded });
    const rest = expected.filter(({ key }) => key !== "leaving");
    assertSame(await store.open(), rest, "open() after one refund was settled");
  }),
];
