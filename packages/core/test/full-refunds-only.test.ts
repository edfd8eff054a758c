/** A provider that refunds whole payments only. An amount that is lost on the way would refund everything. */
import { expect, test } from "vitest";
import { acorn, acornTable } from "./support/acorn.ts";
import { fakeFetch } from "./support/fake-fetch.ts";
import { refusal } from "./support/refusal.ts";
import { shapes } from "./support/shapes.ts";

const table = {
  ...acornTable,
  refund: {
    ...acornTable.refund,
    send: acornTable.refund.send.filter(({ from }) => from !== "amount" && from !== "currency"),
    echo: [],
  },
};
const payment = { id: "pay-1" };
const amount = { value: 100, currency: "EUR" };

class WithMethod {
  readonly payment = payment;
  amount() {
    return amount;
  }
}

const given: [string, object][] = [
  ...Object.entries(shapes).map(([name, shape]): [string, object] => [
    name,
    shape({ payment, amount }),
  ]),
  ["an object that inherits a hidden amount", inheritedAndHidden()],
  ["a class with a method of that name", new WithMethod()],
  ["a variable that is undefined", { payment, amount: undefined }],
];

test.each(given)("an amount of %s is refused", async (_, request) => {
  const { fetch, calls } = fakeFetch();
  const client = acorn({ fetch }, table);
  const error = await refusal(() => client.refund(request));
  expect(error.problems).toMatchObject([
    { field: "amount", message: "is unknown; use key, payment, reason" },
  ]);
  expect(() => client.check(request)).toThrow(error.message);
  expect(calls).toEqual([]);
});

test("a request without an amount refunds the payment, and a query looks at none", async () => {
  const { fetch, calls } = fakeFetch();
  const client = acorn({ fetch }, table);
  for (const shape of Object.values(shapes)) await client.refund(shape({ payment }));
  await client.query({ payment, amount: undefined });
  expect(calls).toHaveLength(Object.keys(shapes).length + 1);
});

function inheritedAndHidden() {
  const row = Object.defineProperty({}, "amount", { value: amount });
  return Object.assign(Object.create(row), { payment });
}
