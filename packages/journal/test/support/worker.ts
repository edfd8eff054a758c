/**
 * A process that works on a journal. Arguments: what it does, the kind of store, where it is.
 * `count`: at "go" adds 1 to each of 3 keys, 100 times. `write`: writes one record after the other, printing each key
 * once it is durable. `hang`: stands still within a decision.
 */

import { once } from "node:events";
import { writeSync } from "node:fs";
import { openStore } from "./open-store.ts";
import { put, recordOf } from "./records.ts";

const [, , what, kind = "", place = ""] = process.argv;
const store = openStore(kind, place);
const say = (text: string) => writeSync(1, `${text}\n`);

if (what === "count") {
  say("ready");
  await once(process.stdin, "data");
  const keys = ["a", "b", "c"];
  for (let turn = 0; turn < 100; turn++) {
    await Promise.all(
      keys.map((key) =>
        store.transact({ key, payment: `payment of ${key}` }, ({ record }) => {
          const attempt = (record?.attempt ?? 0) + 1;
          return {
            write: recordOf({ key, payment: `payment of ${key}`, attempt }),
            result: attempt,
          };
        }),
      ),
    );
  }
  say("done");
  process.exit();
}
for (let at = 0; what === "write"; at++) {
  await put(store, { key: `key-${at}`, openedAt: at, request: "x".repeat(5000) });
  say(`key-${at}`);
}
await put(store, { key: "before" });
await store.transact({ key: "hung", payment: "payment-1" }, () => {
  say("inside");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return { write: recordOf({ key: "hung" }), result: undefined };
});
