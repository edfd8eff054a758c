import { expect, test } from "vitest";
import { generate } from "../src/index.ts";
import { change, lineOf, northpay, problemsOf } from "./fixtures.ts";

const amount =
  "amount: { type: string, description: Units of the currency with all decimals., x-money: { unit: major }";
const withMoney = (words: string) =>
  change(northpay, amount, amount.replace("{ unit: major }", `{ unit: major, ${words} }`));
const currencies = (words: string) =>
  change(northpay, "        partial: true", `        currencies: ${words}\n        partial: true`);

const generated = async (text: string, file: string) =>
  (await generate({ specs: new Map([["specs/northpay.yaml", text]]), existing: new Map() })).get(
    `packages/northpay/src/${file}`,
  );

test("decimals of the provider's own and steps reach the table, with the feature for them", async () => {
  const text = withMoney("exponents: { HUF: 0 }, steps: { KWD: 10 }");
  expect(await problemsOf(text)).toEqual([]);
  expect(await generated(text, "table.ts")).toContain("exponents: { HUF: 0 }, steps: { KWD: 10 }");
  expect(await generated(text, "features.ts")).toContain(
    "money: { major: ownDecimals(majorUnits) }",
  );
  expect(await generated(northpay, "features.ts")).not.toContain("ownDecimals");
});

test("amounts with a minus reach the table, with the feature for them", async () => {
  const text = withMoney("negative: true, exponents: { HUF: 0 }");
  expect(await problemsOf(text)).toEqual([]);
  expect(await generated(text, "table.ts")).toContain("exponents: { HUF: 0 }, negative: true");
  expect(await generated(text, "features.ts")).toContain(
    "money: { major: withMinus(ownDecimals(majorUnits)) }",
  );
  expect(await generated(northpay, "features.ts")).not.toContain("withMinus");
});

test("currencies that are excepted are refused by the types and by the client", async () => {
  const text = currencies("{ except: [HUF, TWD] }");
  expect(await problemsOf(text)).toEqual([]);
  expect(await generated(text, "table.ts")).toContain('currencies: { except: ["HUF", "TWD"] }');
  expect(await generated(text, "features.ts")).toContain("currencies: currenciesExcept");
  const entryPoint = await generated(text, "index.ts");
  expect(entryPoint).toContain('Amount<Exclude<Currency, "HUF" | "TWD">>');
  expect(entryPoint?.replace(/\s+\*\s+/g, " ")).toContain("All currencies except HUF and TWD.");
});

test.each([
  ["{ codes: [HUF, TWD] }", "listedCurrencies"],
  ["{ except: [HUF, TWD] }", "currenciesExcept"],
  ["{ exponent: 2 }", "twoDecimals"],
  ["{ exponent: 0 }", "sameDecimals"],
])("a package with the currencies %s names %s", async (words, name) => {
  expect(await generated(currencies(words), "features.ts")).toContain(`currencies: ${name}`);
  expect(await generated(northpay, "features.ts")).toContain("currencies: anyCurrency");
});

test.each([
  [withMoney("exponents: { HUX: 0 }"), "HUX: 0", '"HUX" is not a currency of ISO 4217'],
  [withMoney("steps: { KWX: 10 }"), "KWX: 10", '"KWX" is not a currency of ISO 4217'],
  [
    withMoney("exponents: { EUR: 2 }"),
    "EUR: 2",
    "2 is the number of decimals that ISO 4217 gives EUR; remove it",
  ],
  [currencies("{ except: [HUX] }"), "except: [HUX]", '"HUX" is not a currency of ISO 4217'],
])("%# is refused with its line", async (text, line, message) => {
  const problems = await problemsOf(text);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`${lineOf(text, line)} ${message}`);
});
