/** A complete list without the refund proves that it did not happen only if it is the list of its payment. */
import { type EvidenceTable, prove } from "@refunds/core/provider";
import { expect, test } from "vitest";

const table: EvidenceTable = {
  find: { in: "/data", where: { "/key": "key" }, complete: { after: 60 } },
  echo: [{ of: "payment.id", at: "/payment" }],
  rules: [],
};
const asked = { payment: { id: "pay_1" }, key: "k-1" };
const others = { happened: [], pending: [], uncertain: false };

test.each([
  ["is empty", [], "declined"],
  ["has other refunds of the payment", [{ key: "k-2", payment: "pay_1" }], "declined"],
  ["does not say of which payment they are", [{ key: "k-2" }], "declined"],
  ["has a refund of another payment", [{ key: "k-2", payment: "pay_2" }], undefined],
  ["has one of each", [{ payment: "pay_1" }, { payment: "pay_2" }], undefined],
])("a list that %s", (_, data, proves) => {
  const raw = { status: 200, body: JSON.stringify({ data }) };
  expect(prove(table, asked, others, raw, 60)?.proves).toBe(proves);
});
