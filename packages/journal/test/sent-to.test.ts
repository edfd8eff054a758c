/** A record says where its refund was sent, and another system of the provider is not that. */
import { expect, test } from "vitest";
import {
  isElsewhere,
  type JournalRecord,
  memoryJournal,
  type NewRefund,
  openRefund,
} from "../src/index.ts";
import { recordOf } from "./support/records.ts";
import { allStates, found, recordIn } from "./support/states.ts";

test.each([
  ["live", "test", true],
  ["live", "http://localhost:4010", true],
  ["test", "sandbox", true],
  ["live", "https://proxy.example", true],
  ["https://one.example", "https://two.example", true],
  ["http://localhost:4010", "http://sandbox:4011", false],
  ["http://localhost:4010", "sandbox", false],
  ["live", "live", false],
  [undefined, "live", false],
  ["test", undefined, false],
])("from %s to %s is elsewhere: %s", (was, now, expected) => {
  const one = was === undefined ? {} : { sentTo: was };
  const other = now === undefined ? {} : { sentTo: now };
  expect(isElsewhere(one, other)).toBe(expected);
  expect(isElsewhere(other, one)).toBe(expected);
});

function opening(records: readonly JournalRecord[], given: Partial<NewRefund> = {}) {
  const { key, account, provider, payment, request } = recordOf();
  const refund = { key, account, provider, payment, request, now: 5000, sendingUntil: 9000 };
  const record = records.find((each) => each.key === key);
  const all = found(record, { ofPayment: records });
  return openRefund({ ...refund, sentTo: "live", ...given })(all);
}

test.each(allStates)(
  "a refund that is %s at the test system is sent live only if it never left",
  (state) => {
    const record = recordIn(state, { sentTo: "test" });
    const { write, result } = opening([record], { resend: true });
    if (state === "not_sent") expect(write).toMatchObject({ state: "leaving", sentTo: "live" });
    else expect({ write, result }).toEqual({ result: { is: "other_environment", record } });
  },
);

test("another request under the key is named first", () => {
  const { result } = opening([recordIn("succeeded", { sentTo: "test" })], { request: '{"a":1}' });
  expect(result.is).toBe("key_conflict");
});

test("it is stored with the record", async () => {
  const store = memoryJournal();
  const { key, account, provider, payment, request } = recordOf();
  const refund = { key, account, provider, payment, request, now: 5000, sendingUntil: 9000 };
  await store.transact(refund, openRefund({ ...refund, sentTo: "test" }));
  expect(await store.get(key)).toMatchObject({ sentTo: "test" });
});
