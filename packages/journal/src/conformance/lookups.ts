import { refundIdText } from "../records/record.ts";
import { rulesOf } from "../records/states.ts";
import {
  assertSame,
  type Checks,
  type ConformanceOptions,
  checksOf,
  look,
  put,
  recordOf,
} from "./check.ts";
import { outcomes, succeeded, texts } from "./samples.ts";

/** A store finds the records of a key, a payment or a refund id, and no others. */
export const lookupChecks = (options: ConformanceOptions) => checksOf(options, checks);

const checks: Checks = {
  "finds the record of a key that belongs to another payment": async (another) => {
    const store = await another();
    await put(store, recordOf());
    const { record, keys } = await look(store, recordOf().key, "payment-2");
    assertSame(record, recordOf(), "the key's record");
    assertSame(keys, [], "the records of a payment without records");
  },

  "tells similar keys and payments apart": async (another) => {
    const store = await another();
    for (const text of texts) {
      await put(store, recordNamed(text));
    }
    for (const text of texts) {
      const found = await look(store, text, text);
      const record = recordNamed(text);
      assertSame(found, { record, keys: [text] }, `the result for ${JSON.stringify(text)}`);
    }
  },

  "finds records by the refund id of their outcome, within the account": async (another) => {
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

  "get() finds a record by its key alone": async (another) => {
    const store = await another();
    await put(store, recordOf());
    assertSame(await store.get(recordOf().key), recordOf(), "the record");
    assertSame(await store.get("missing"), undefined, "the record of an unknown key");
  },

  "does not mix up keys and payments": async (another) => {
    const store = await another();
    await put(store, recordOf({ key: "a", payment: "b" }));
    await put(store, recordOf({ key: "b", payment: "a" }));
    assertSame((await look(store, "a", "a")).keys, ["b"], "the records of payment a");
    assertSame((await look(store, "b", "b")).keys, ["a"], "the records of payment b");
  },

  "open() lists open refunds, oldest first": async (another) => {
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
  },
};

const recordNamed = (text: string) =>
  recordOf({ key: text, payment: text, request: JSON.stringify({ text }), account: text });
