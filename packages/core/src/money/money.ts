import { JsonNumber } from "../json/json.ts";
import { isObject, type Problem } from "../request/value-check.ts";
import type { MoneyFormat, RefundTable } from "../table.ts";
import type { Currency } from "./currencies.ts";

/** An amount of money: a whole number of minor units (cents, fils; whole yen) and its currency. */
export interface Amount<C extends string = Currency> {
  /** Minor units: 1050 is 10.50 EUR, 1050 JPY, 1.050 KWD. A safe integer above 0. */
  readonly value: number;
  readonly currency: C;
}

/** An amount whose currency's decimals are known, because they were looked up when it was checked. */
export interface CheckedAmount extends Amount<string> {
  readonly decimals: number;
}

/** How many decimals a currency has; undefined for what is no currency, or none that can be refunded. */
export type DecimalsOf = (currency: string) => number | undefined;

/** The amount with its decimals, copied; or why it cannot be refunded in a format. */
export function checkAmount(
  amount: unknown,
  allowed: RefundTable["currencies"],
  decimalsOf: DecimalsOf | undefined,
  format: MoneyFormat,
): CheckedAmount | Problem {
  const must = (field: string, be: string) => ({
    field: `amount${field}`,
    message: `must be ${be}`,
  });
  if (!isObject(amount)) return must("", "{ value, currency }");
  const { value, currency } = amount as unknown as Amount<string>;
  if (!Number.isSafeInteger(value) || value < 1) {
    return must(".value", "whole minor units above 0");
  }
  const codes = allowed && "codes" in allowed ? allowed.codes : undefined;
  const known = typeof currency === "string" ? currency : "";
  if (codes && !Object.hasOwn(codes, known)) {
    return must(".currency", Object.keys(codes).join(" or "));
  }
  const decimals = codes?.[known] ?? decimalsOf?.(known);
  if (decimals === undefined) return must(".currency", "an ISO 4217 code");
  if (allowed && "exponent" in allowed && allowed.exponent !== decimals) {
    return must(".currency", `one with ${allowed.exponent} decimals`);
  }
  const checked = { value, currency, decimals };
  return writeAmount(checked, format) === undefined
    ? must(".value", "less fine for this provider")
    : checked;
}

/**
 * The amount as the provider writes it, by exact string arithmetic.
 * Undefined where the provider's unit cannot express it (1.234 KWD in hundredths).
 */
export function writeAmount(
  { value, decimals }: CheckedAmount,
  format: MoneyFormat,
): string | JsonNumber | undefined {
  const digits = String(value).padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  const major = format.unit === "major";
  const text = major
    ? `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/\.$/, "")
    : timesPowerOfTen(String(value), (format.exponent ?? decimals) - decimals);
  if (text === undefined || format.as === "string") return text;
  // A JSON number has no use for trailing zeros: 10.50 is 10.5, and 10.00 is 10.
  const shortest = major ? text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "") : text;
  return format.as === "integer" && shortest.includes(".") ? undefined : new JsonNumber(shortest);
}

/**
 * Minor units of a currency with these decimals from the provider's text, by exact string arithmetic.
 * Undefined for what is no plain decimal, is finer than a minor unit, or is beyond the safe integers.
 */
export function readAmount(
  text: string,
  decimals: number,
  format: MoneyFormat,
): number | undefined {
  const [, whole, fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const unit = format.unit === "major" ? 0 : (format.exponent ?? decimals);
  const minor = Number(timesPowerOfTen(whole + fraction, decimals - unit - fraction.length));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** Digits times ten to the power; undefined where the result is not whole. */
function timesPowerOfTen(digits: string, power: number): string | undefined {
  if (power >= 0) return digits + "0".repeat(power);
  const padded = digits.padStart(1 - power, "0");
  return /^0+$/.test(padded.slice(power)) ? padded.slice(0, power) : undefined;
}
