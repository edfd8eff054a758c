import {
  assertSame,
  type Checks,
  type ConformanceOptions,
  checksOf,
  look,
  put,
  recordOf,
} from "./check.ts";
import { succeeded, texts } from "./samples.ts";

/** Records are there when the journal is opened again. */
export const durabilityChecks = (options: ConformanceOptions) =>
  options.shared === false ? [] : checksOf(options, checks);

const checks: Checks = {
  "keeps everything when it is closed and opened again": async (another) => {
    const records = texts.map((key, at) => recordOf({ key, openedAt: at }));
    const store = await another();
    for (const record of records) await put(store, record);
    await store.close();
    const next = await another();
    assertSame(await next.open(), records, "open()");
    assertSame((await look(next, "none")).keys, texts, "the payment's records");
  },

  "a second store immediately sees what the first has written": async (another) => {
    const [one, two] = [await another(), await another()];
    await put(one, recordOf());
    assertSame((await look(two, recordOf().key)).record, recordOf(), "the record");
    const settled = recordOf({ state: "settled", outcome: succeeded });
    await put(two, settled);
    assertSame((await look(one, settled.key)).record, settled, "the record, settled");
  },

  "ten stores can open a new journal at the same time": async (another) => {
    const stores = await Promise.all(Array.from({ length: 10 }, another));
    await Promise.all(stores.map((store, at) => put(store, recordOf({ key: `key-${at}` }))));
    const found = await Promise.all(stores.map((store) => look(store, "none")));
    assertSame(
      found.map(({ keys }) => keys.length),
      stores.map(() => 10),
      "the number of records seen",
    );
  },
};
