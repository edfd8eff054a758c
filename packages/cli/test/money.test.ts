import { exponentOf } from "@refunds/core/provider";
import { describe, expect, test } from "vitest";
import { moneyInBothUnits, moneyText, readMoney } from "../src/output/money.ts";

describe("an amount", () => {
  test.each([
    ["10.50", "EUR", 1050],
    ["0.01", "EUR", 1],
    ["1050", "JPY", 1050],
    ["1.050", "KWD", 1050],
    ["90071992547409.91", "EUR", Number.MAX_SAFE_INTEGER],
  ])("%s %s is %i minor units", (text, currency, value) => {
    expect(readMoney(text, currency)).toEqual({ value, currency });
    expect(moneyText({ value, currency })).toBe(`${text} ${currency}`);
    expect(moneyInBothUnits({ value, currency })).toContain(`(${value} in minor units)`);
  });

  test.each([
    ["1050", "EUR", "exactly 2 digits"],
    ["10.5", "EUR", "exactly 2 digits"],
    ["1.050", "EUR", "exactly 2 digits"],
    ["10,50", "EUR", "exactly 2 digits"],
    ["1.050,00", "EUR", "exactly 2 digits"],
    ["1,050.00", "EUR", "exactly 2 digits"],
    ["-10.50", "EUR", "exactly 2 digits"],
    ["+10.50", "EUR", "exactly 2 digits"],
    [" 10.50", "EUR", "exactly 2 digits"],
    [".50", "EUR", "exactly 2 digits"],
    ["1e2", "EUR", "exactly 2 digits"],
    ["", "EUR", "exactly 2 digits"],
    ["10.00", "JPY", "exactly 0 digits"],
    ["0.00", "EUR", "must be above 0"],
    ["90071992547409.92", "EUR", "too large"],
    ["10.50", "eur", "ISO 4217"],
    ["10.50", "", "ISO 4217"],
    ["10.50", "XXQ", "ISO 4217"],
  ])("that could mean something else is refused: %s %s", (text, currency, why) => {
    expect(readMoney(text, currency)).toContain(why);
  });

  test("has no digit that a fraction in floating point would change", () => {
    for (let value = 1; value < 20_000; value += 7) {
      for (const currency of ["EUR", "JPY", "KWD", "CLF"]) {
        const [text = ""] = moneyText({ value, currency }).split(" ");
        expect(text.split(".")[1]?.length ?? 0).toBe(exponentOf(currency));
        expect(readMoney(text, currency)).toEqual({ value, currency });
      }
    }
  });
});
