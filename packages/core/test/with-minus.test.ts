import { fromWire, type MoneyFormat, toWire } from "@refunds/core/provider";
import { expect, test } from "vitest";

// Bytes by hand from public documentation: a list of refunds writes 20 TWD that were refunded as -20.
const negative: MoneyFormat = { unit: "major", as: "number", negative: true };

test.each([
  ["TWD", 2000, "-20"],
  ["USD", 1050, "-10.5"],
  ["JPY", 1050, "-1050"],
])("%s %i is written %s, and read back", (currency, value, text) => {
  expect(toWire({ value, currency }, negative)).toBe(text);
  expect(fromWire(text, currency, negative)).toBe(value);
});

test.each(["20", "--20", "- 20", "-", "", "-+20", "-1e", "0"])(
  "%j is not such an amount",
  (text) => {
    expect(fromWire(text, "TWD", negative)).toBeUndefined();
  },
);

test("no refund has no minus", () => {
  expect(toWire({ value: 0, currency: "TWD" }, negative)).toBe("0");
});

test("an amount without the minus is still refused elsewhere", () => {
  expect(fromWire("-20", "TWD", { unit: "major", as: "number" })).toBeUndefined();
});
