import { expect, test } from "vitest";
import { acorn, acornRequest, acornTable, withMoney } from "./support/acorn.ts";
import { fakeFetch } from "./support/fake-fetch.ts";
import { refusal } from "./support/refusal.ts";

const wrong: [string, unknown, string][] = [
  ["zero", 0, "amount.value"],
  ["minus zero", -0, "amount.value"],
  ["negative", -1, "amount.value"],
  ["NaN", Number.NaN, "amount.value"],
  ["infinite", Number.POSITIVE_INFINITY, "amount.value"],
  ["fractional", 10.5, "amount.value"],
  ["2^53", 2 ** 53, "amount.value"],
  ["text", "10", "amount.value"],
  ["bigint", 10n, "amount.value"],
  ["boxed", Object(10), "amount.value"],
  ["null", null, "amount.value"],
  ["missing", undefined, "amount.value"],
];
test.each(wrong)(
  "a value that is %s is refused before anything is sent",
  async (_, value, field) => {
    const { fetch, calls } = fakeFetch();
    const error = await refusal(() =>
      acorn({ fetch }).refund({ ...acornRequest, amount: { value, currency: "EUR" } }),
    );
    expect(error.problems.map((problem) => problem.field)).toEqual([field]);
    expect(calls).toEqual([]);
  },
);

const allows = (currencies: typeof acornTable.refund.currencies) => ({
  ...acornTable,
  refund: { ...acornTable.refund, ...(currencies && { currencies }) },
});
const wrongCurrencies: [string, unknown, typeof acornTable][] = [
  ["lower case", "eur", acornTable],
  ["XXX", "XXX", acornTable],
  ["missing", undefined, acornTable],
  ["null", null, acornTable],
  ["a number", 978, acornTable],
  ["a name of Object", "constructor", acornTable],
  ["one the provider does not take", "EUR", allows({ codes: { HKD: 2, USD: 2 } })],
  ["one of other decimals", "JPY", allows({ exponent: 2 })],
];
test.each(wrongCurrencies)(
  "a currency that is %s is refused before anything is sent",
  async (_, currency, table) => {
    const { fetch, calls } = fakeFetch();
    const error = await refusal(() =>
      acorn({ fetch }, table).refund({ ...acornRequest, amount: { value: 10, currency } }),
    );
    expect(error.problems.map(({ field }) => field)).toEqual(["amount.currency"]);
    expect(calls).toEqual([]);
  },
);

test.each([null, undefined, 1050, "10.50", [], () => {}])(
  "an amount that is %j is refused before anything is sent",
  async (amount) => {
    const { fetch, calls } = fakeFetch();
    const error = await refusal(() => acorn({ fetch }).refund({ payment: { id: "1" }, amount }));
    expect(error.problems[0]?.field).toMatch(/^amount/);
    expect(calls).toEqual([]);
  },
);

test.each([
  {
    name: "1.234 KWD in hundredths",
    format: { unit: "minor", as: "string", exponent: 2 },
    currency: "KWD",
  },
  { name: "12.34 EUR in whole euros", format: { unit: "major", as: "integer" }, currency: "EUR" },
] as const)("$name is refused before anything is sent", async ({ format, currency }) => {
  const { fetch, calls } = fakeFetch();
  const error = await refusal(() =>
    acorn({ fetch }, withMoney(format)).refund({
      ...acornRequest,
      amount: { value: 1234, currency },
    }),
  );
  expect(error.problems).toMatchObject([{ field: "amount.value" }]);
  expect(calls).toEqual([]);
});
