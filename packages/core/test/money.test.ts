import type { Amount } from "@refunds/core";
import {
  defineProvider,
  exponentOf,
  fromWire,
  listedCurrencies,
  type MoneyFormat,
  majorUnits,
  toWire,
} from "@refunds/core/provider";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AcornClient, acorn, acornRequest, acornToken, withMoney } from "./support/acorn.ts";
import { ours } from "./support/currencies.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";
import { refusal } from "./support/refusal.ts";

const formats: MoneyFormat[] = [
  { unit: "minor", as: "string" },
  { unit: "minor", as: "integer" },
  { unit: "minor", as: "number" },
  { unit: "major", as: "string" },
  { unit: "major", as: "integer" },
  { unit: "major", as: "number" },
  ...[0, 2, 3, 5].map((exponent) => ({ unit: "minor", as: "string", exponent }) as const),
  { unit: "minor", as: "integer", exponent: 2 },
];
const values = fc.oneof(
  fc.integer({ min: 1, max: 99_999 }),
  fc.maxSafeInteger().map((value) => Math.abs(value) || 1),
  fc.integer({ min: 0, max: 1000 }).map((less) => Number.MAX_SAFE_INTEGER - less),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 12 }))
    .map(([n, zeros]) => n * 10 ** zeros),
);
const amounts = fc.record({
  value: values,
  currency: fc.constantFrom(...ours),
}) as fc.Arbitrary<Amount>;

/** The provider's text as a fraction of BigInts, read with nothing of core's. */
function parse(text: string): { numerator: bigint; decimals: number } {
  expect(text).toMatch(/^(0|[1-9]\d*)(\.\d+)?$/);
  const [whole = "", fraction = ""] = text.split(".");
  return { numerator: BigInt(whole + fraction), decimals: fraction.length };
}

const name = (format: MoneyFormat) => `${format.unit} ${format.as} ${format.exponent ?? "own"}`;

describe.each(formats.map((format) => ({ name: name(format), format })))("$name", ({ format }) => {
  const decimalsOf = (currency: string) => BigInt(exponentOf(currency) ?? 0);
  const unitOf = (currency: string) =>
    format.unit === "major" ? 0n : BigInt(format.exponent ?? exponentOf(currency) ?? 0);

  test("what is written is worth exactly the amount, or is refused because it cannot be", () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const written = toWire(amount, format);
        // value / 10^decimals === written / 10^unit, cross-multiplied.
        const worth = BigInt(amount.value) * 10n ** unitOf(amount.currency);
        const scale = 10n ** decimalsOf(amount.currency);
        if (written === undefined) {
          expect(worth % scale).not.toBe(0n);
          expect(format.unit === "minor" || format.as === "integer").toBe(true);
          return;
        }
        const { numerator, decimals } = parse(String(written));
        expect(numerator * scale).toBe(worth * 10n ** BigInt(decimals));
        if (format.unit === "minor" || format.as === "integer") expect(decimals).toBe(0);
        else if (format.as === "string")
          expect(BigInt(decimals)).toBe(scale === 1n ? 0n : decimalsOf(amount.currency));
      }),
      { numRuns: 500 },
    );
  });

  test("what was written is read back as the same amount", () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const written = toWire(amount, format);
        fc.pre(written !== undefined);
        expect(fromWire(String(written), amount.currency, format)).toBe(amount.value);
      }),
      { numRuns: 500 },
    );
  });

  test("any decimal is read exactly, or not at all", () => {
    const decimal = fc.tuple(
      fc.bigInt({ min: 0n, max: 10n ** 20n }),
      fc.stringMatching(/^(\.\d{1,6})?$/),
    );
    fc.assert(
      fc.property(decimal, fc.constantFrom(...ours), ([whole, fraction], currency) => {
        const text = `${whole}${fraction}`;
        const { numerator, decimals } = parse(text);
        // minor = text * 10^(currency's decimals) / 10^unit
        const top = numerator * 10n ** decimalsOf(currency);
        const bottom = 10n ** (BigInt(decimals) + unitOf(currency));
        const fits = top % bottom === 0n && top / bottom <= BigInt(Number.MAX_SAFE_INTEGER);
        expect(fromWire(text, currency, format)).toBe(fits ? Number(top / bottom) : undefined);
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  "",
  "-10",
  "+10",
  "1e3",
  "10.",
  ".5",
  "1,000",
  " 10",
  "10 ",
  "NaN",
  "Infinity",
  "0x10",
  "١٠",
  "10.00.00",
])("%j is not read as an amount", (text) => {
  expect(fromWire(text, "EUR", { unit: "major", as: "string" })).toBeUndefined();
});

test.each([
  ["1.0E7", "COP", { unit: "major", as: "number" }, 1_000_000_000],
  ["1e+07", "JPY", { unit: "major", as: "integer" }, 10_000_000],
  ["1.05E1", "EUR", { unit: "major", as: "number" }, 1050],
  ["1050e-2", "EUR", { unit: "major", as: "number" }, 1050],
  ["1.234567E7", "EUR", { unit: "minor", as: "integer" }, 12_345_670],
  ["0e99", "EUR", { unit: "minor", as: "integer" }, 0],
  ["1e-1", "EUR", { unit: "minor", as: "integer" }, undefined],
  ["1e99", "EUR", { unit: "minor", as: "integer" }, undefined],
  ["1e400", "EUR", { unit: "minor", as: "number" }, undefined],
  ["1e", "EUR", { unit: "minor", as: "number" }, undefined],
] as const)("the JSON number %s %s of %j is %s", (text, currency, format, value) => {
  expect(fromWire(text, currency, format)).toBe(value);
});

const literal: { format: MoneyFormat; amount: Amount; bytes: string }[] = [
  {
    format: { unit: "minor", as: "integer" },
    amount: { value: 9007199254740991, currency: "EUR" },
    bytes: "9007199254740991",
  },
  {
    format: { unit: "major", as: "number" },
    amount: { value: 9007199254740991, currency: "EUR" },
    bytes: "90071992547409.91",
  },
  {
    format: { unit: "major", as: "number" },
    amount: { value: 9007199254740990, currency: "EUR" },
    bytes: "90071992547409.9",
  },
  {
    format: { unit: "major", as: "number" },
    amount: { value: 9007199254740991, currency: "KWD" },
    bytes: "9007199254740.991",
  },
  {
    format: { unit: "minor", as: "integer", exponent: 5 },
    amount: { value: 9007199254740991, currency: "EUR" },
    bytes: "9007199254740991000",
  },
  {
    format: { unit: "major", as: "number" },
    amount: { value: 1, currency: "CLF" },
    bytes: "0.0001",
  },
  {
    format: { unit: "major", as: "number" },
    amount: { value: 100000, currency: "EUR" },
    bytes: "1000",
  },
  {
    format: { unit: "major", as: "string" },
    amount: { value: 5, currency: "EUR" },
    bytes: '"0.05"',
  },
  {
    format: { unit: "major", as: "string" },
    amount: { value: 1050, currency: "JPY" },
    bytes: '"1050"',
  },
  {
    format: { unit: "major", as: "integer" },
    amount: { value: 1050, currency: "JPY" },
    bytes: "1050",
  },
  {
    format: { unit: "minor", as: "string", exponent: 2 },
    amount: { value: 1050, currency: "JPY" },
    bytes: '"105000"',
  },
];
test.each(literal)(
  "$amount.value $amount.currency leaves as $bytes and comes back succeeded",
  async ({ format, amount, bytes }) => {
    const { fetch, calls } = fakeFetch(() =>
      json(`{"state":"done","id":"A-1","currency":"${amount.currency}","amount":${bytes}}`),
    );
    const table = withMoney(format);
    // The echo may be any JSON number here.
    const client = acorn({ fetch }, { ...table, refund: { ...table.refund, answer: [{}] } });
    const outcome = await client.refund({ ...acornRequest, amount });
    expect(calls[0]?.body).toBe(`{"amount":${bytes},"currency":"${amount.currency}"}`);
    expect(outcome.status).toBe("succeeded");
  },
);

test("a table that lists its currencies knows their decimals; no other list is needed", async () => {
  const { fetch, calls } = fakeFetch();
  const money = { unit: "major", as: "string" } as const;
  const base = withMoney(money);
  const table = { ...base, refund: { ...base.refund, currencies: { codes: { TWD: 0, EUR: 2 } } } };
  const features = { money: { major: majorUnits }, currencies: listedCurrencies };
  const client = defineProvider<unknown, AcornClient>(
    table,
    features,
  )({
    environment: "test",
    accessToken: acornToken,
    fetch,
  });
  await client.refund({ ...acornRequest, amount: { value: 1050, currency: "TWD" } });
  await acorn({ fetch }, table).refund({
    ...acornRequest,
    amount: { value: 1050, currency: "TWD" },
  });
  await client.refund({ ...acornRequest, amount: { value: 1050, currency: "EUR" } });
  expect(calls.map(({ body }) => body)).toEqual([
    '{"amount":"1050","currency":"TWD"}',
    '{"amount":"1050","currency":"TWD"}',
    '{"amount":"10.50","currency":"EUR"}',
  ]);
  for (const currency of ["USD", "constructor", "__proto__"]) {
    const error = await refusal(() =>
      client.refund({ ...acornRequest, amount: { value: 1050, currency } }),
    );
    expect(error.problems).toEqual([{ field: "amount.currency", message: "must be TWD or EUR" }]);
  }
});

test("what is checked is what is sent, whatever happens to the caller's object meanwhile", async () => {
  const { fetch, calls } = fakeFetch();
  const amount = { value: 1050, currency: "EUR" };
  const going = acorn({ fetch }).refund({ ...acornRequest, amount });
  amount.value = 99_999_999;
  expect((await going).status).toBe("succeeded");
  expect(calls[0]?.body).toContain('"1050"');
});
