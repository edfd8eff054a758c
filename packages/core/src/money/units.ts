/** Amounts in minor units (cents) and major units (dollars), with exact string arithmetic. */
import type { MoneyFormat } from "../table.ts";
import { checkAmount, type MoneyUnit } from "./money.ts";

export const minorUnits: MoneyUnit = {
  check: checkAmount,
  write: ({ value, decimals }, { exponent = decimals }) =>
    timesPowerOfTen(String(value), exponent - decimals),
  read: (text, { decimals }, { exponent = decimals, as }) =>
    readDecimal(text, decimals - exponent, as),
};

export const majorUnits: MoneyUnit = {
  check: checkAmount,
  write({ value, decimals }, { as }: MoneyFormat) {
    const digits = String(value).padStart(decimals + 1, "0");
    const point = digits.length - decimals;
    const text = `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/\.$/, "");
    if (as === "string") return text;
    // As a JSON number without trailing zeros: 10.50 is 10.5, and 10.00 is 10.
    const shortest = text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
    return as === "integer" && shortest.includes(".") ? undefined : shortest;
  },
  read: (text, { decimals }, { as }) => readDecimal(text, decimals, as),
};

/**
 * A decimal times a power of ten; undefined if the result is not a safe integer. JSON numbers may have an exponent: some
 * writers make 1.0E7 of ten million.
 */
function readDecimal(text: string, power: number, as: MoneyFormat["as"]): number | undefined {
  const [, whole, fraction = "", exponent = "0"] =
    /^(\d+)(?:\.(\d+))?(?:e([+-]?\d\d?))?$/i.exec(text) ?? [];
  if (whole === undefined || (as === "string" && /e/i.test(text))) return undefined;
  const minor = Number(timesPowerOfTen(whole + fraction, power - fraction.length + +exponent));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** Digits times a power of ten; undefined if the result is not an integer. */
export function timesPowerOfTen(digits: string, power: number): string | undefined {
  if (power >= 0) return digits + "0".repeat(power);
  const padded = digits.padStart(1 - power, "0");
  return /^0+$/.test(padded.slice(power)) ? padded.slice(0, power) : undefined;
}
