import { exponentOf, sameDecimals, twoDecimals } from "@refunds/core/provider";
import { data } from "currency-codes";
import { expect, test } from "vitest";
import { ours } from "./support/currencies.ts";

// The oracle is the ISO 4217 list of 2024-06-25. What differs, and why:
const withdrawnSince = [
  "ANG", // Netherlands Antilles guilder: XCG took its place in 2025.
  "BGN", // Bulgaria has the euro since 2026.
  "CUC", // Cuba ended its convertible peso in 2021; the list kept it.
];
const addedSince = ["XCG"]; // Caribbean guilder, 2025.
// Metals, units of account, the code for tests: no decimals are defined ("N.A."), and payments do not use them.
const noMoney = /^X(AG|AU|BA|BB|BC|BD|DR|PD|PT|SU|TS|UA|XX)$/;

test("every ISO 4217 currency is known with its decimals, and no other", () => {
  const expected = data.filter(({ code }) => !withdrawnSince.includes(code) && !noMoney.test(code));
  expect(expected.length).toBeGreaterThan(150);
  expect(Object.fromEntries(ours.map((code) => [code, exponentOf(code)]))).toEqual({
    ...Object.fromEntries(expected.map(({ code, digits }) => [code, digits])),
    ...Object.fromEntries(addedSince.map((code) => [code, 2])),
  });
});

test.each(["eur", "EURO", "", "XXX", "BGN", "constructor", "__proto__", "EUR "])(
  "%j is not a currency",
  (code) => {
    expect(exponentOf(code)).toBeUndefined();
  },
);

test("two decimals without a list of all currencies are the same two decimals", () => {
  for (const code of [...ours, "XXX", "eur", ""]) {
    expect(twoDecimals(code, undefined)).toBe(sameDecimals(code, { exponent: 2 }));
  }
});
