/**
 * A process that uses a journal. Arguments: the command, the kind of store, and its place.
 * `count`: after the first input, adds 1 to each of 3 keys, 100 times. `write`: writes records and prints each key once it
 * is durable. `hang`: blocks forever within a decision.
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
  await put(store, {
    key: `key-${at}`,
    openedAt: at,
    request: JSON.stringify({ text: "x".repeat(5000) }),
  });
  say(`key-${at}`);
}
await put(store, { key: "before" });
await store.transact({ key: "hung", payment: "payment-1" }, () => {
  say("inside");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return { write: recordOf({ key: "hung" }), result: undefined };
});
