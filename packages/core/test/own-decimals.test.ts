import { fromWire, type MoneyFormat, toWire } from "@refunds/core/provider";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acorn, acornRequest, acornTable } from "./support/acorn.ts";
import { fakeFetch } from "./support/fake-fetch.ts";
import { refusal } from "./support/refusal.ts";

// Bytes by hand from public documentation: cards in minor units write two decimals for ISK and CLP, and three-decimal
// currencies end in 0; wallets in major units write HUF, JPY and TWD without decimals.
const minor: MoneyFormat = {
  unit: "minor",
  as: "integer",
  exponents: { ISK: 2, CLP: 2 },
  steps: { KWD: 10 },
};
const major: MoneyFormat = { unit: "major", as: "string", exponents: { HUF: 0, TWD: 0 } };

test.each([
  [minor, "EUR", 1050, "1050"],
  [minor, "JPY", 1050, "1050"],
  [minor, "ISK", 1050, "105000"],
  [minor, "CLP", 1, "100"],
  [minor, "KWD", 1230, "1230"],
  [major, "EUR", 1050, "10.50"],
  [major, "JPY", 1050, "1050"],
  [major, "HUF", 1000, "10"],
  [major, "TWD", 100, "1"],
])("%j writes %s %i as %s, and reads it back", (format, currency, value, text) => {
  expect(toWire({ value, currency }, format)).toBe(text);
  expect(fromWire(text, currency, format)).toBe(value);
});

test.each([
  [minor, "KWD", 1234],
  [major, "HUF", 1050],
  [major, "TWD", 1],
  [minor, "ISK", Number.MAX_SAFE_INTEGER],
])("%j cannot write %s %i", (format, currency, value) => {
  expect(toWire({ value, currency }, format)).toBeUndefined();
});

test.each([
  [minor, "ISK", "1050"],
  [minor, "CLP", "1"],
  [major, "HUF", "10.50"],
  [major, "HUF", "90071992547409930"],
])("%j cannot read %s %s", (format, currency, text) => {
  expect(fromWire(text, currency, format)).toBeUndefined();
});

test("what is written is read back, for every currency that has its own decimals", () => {
  const currencies = ["ISK", "CLP", "KWD", "HUF", "TWD", "EUR", "JPY"];
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.constantFrom(...currencies),
      fc.constantFrom(minor, major),
      (value, currency, format) => {
        const text = toWire({ value, currency }, format);
        if (text !== undefined) expect(fromWire(text, currency, format)).toBe(value);
      },
    ),
  );
});

describe("a client", () => {
  const table = (money: MoneyFormat, schema = {}) => ({
    ...acornTable,
    refund: {
      ...acornTable.refund,
      currencies: { except: ["TWD"] },
      send: acornTable.refund.send.map((placement) =>
        placement.from === "amount" ? { ...placement, money, schema } : placement,
      ),
    },
  });
  const amountProblem = async (money: MoneyFormat, schema: object, amount: object) => {
    const { fetch, calls } = fakeFetch();
    const client = acorn({ fetch }, table(money, schema));
    const { problems } = await refusal(() => client.refund({ ...acornRequest, amount }));
    expect(calls).toEqual([]);
    return problems;
  };

  test("refuses an amount that is not a multiple of the step", async () => {
    expect(await amountProblem(minor, {}, { value: 1234, currency: "KWD" })).toEqual([
      {
        field: "amount.value",
        message: "has more decimals than this provider supports (KWD 1234 minor units)",
      },
    ]);
  });

  test("refuses a currency that is excepted", async () => {
    expect(await amountProblem(minor, {}, { value: 1, currency: "TWD" })).toEqual([
      {
        field: "amount.currency",
        message: "must be an ISO 4217 code in upper case, except TWD",
      },
    ]);
  });

  test.each([
    [minor, { type: "integer", minimum: 100 }, 50, "must be at least 100 (EUR 50)"],
    [minor, { type: "integer", maximum: 1000 }, 1001, "must be at most 1000 (EUR 1001)"],
    [{ ...major, as: "number" } as const, { minimum: 1 }, 99, "must be at least 1 (EUR 0.99)"],
    [major, { maxLength: 5 }, 100_000, "must have at most 5 characters (EUR 1000.00)"],
  ])("holds %j to %j as it is written", async (money, schema, value, message) => {
    expect(await amountProblem(money, schema, { value, currency: "EUR" })).toEqual([
      { field: "amount.value", message },
    ]);
  });
});
