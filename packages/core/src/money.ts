import { type Currency, exponentOf } from "./currencies.ts";
import { JsonNumber } from "./json.ts";
import type { Problem } from "./schema-check.ts";
import type { MoneyFormat, RefundTable } from "./table.ts";

/** An amount of money: a whole number of minor units (cents, fils; whole yen) and its currency. */
export interface Amount<C extends string = Currency> {
  /** Minor units: 1050 is 10.50 EUR, 1050 JPY, 1.050 KWD. A safe integer above 0. */
  readonly value: number;
  readonly currency: C;
}

/** Why `amount` cannot be refunded, or undefined. */
export function checkAmount(
  amount: unknown,
  allowed: RefundTable["currencies"],
): Problem | undefined {
  if (typeof amount !== "object" || amount === null) {
    return { field: "amount", message: "must be { value, currency }, the value in minor units" };
  }
  const { value, currency } = amount as Partial<Record<keyof Amount, unknown>>;
  if (!Number.isSafeInteger(value) || (value as number) <= 0) {
    const given = typeof value === "number" ? `, not ${value}` : ", given as a number";
    return {
      field: "amount.value",
      message: `must be a whole number of minor units above 0${given}`,
    };
  }
  const exponent = typeof currency === "string" ? exponentOf(currency) : undefined;
  if (exponent === undefined) {
    return { field: "amount.currency", message: "must be an ISO 4217 code such as EUR" };
  }
  if (allowed && "codes" in allowed && !allowed.codes.includes(currency as string)) {
    return { field: "amount.currency", message: `must be one of ${allowed.codes.join(", ")}` };
  }
  if (allowed && "exponent" in allowed && allowed.exponent !== exponent) {
    return {
      field: "amount.currency",
      message: `must be a currency with ${allowed.exponent} decimals; this provider's documentation covers no other`,
    };
  }
  return undefined;
}

/**
 * The amount as the provider writes it, by exact string arithmetic.
 * Undefined where the provider's unit cannot express it (1.234 KWD in hundredths).
 */
export function toWire(amount: Amount, format: MoneyFormat): string | JsonNumber | undefined {
  const decimals = exponentOf(amount.currency) ?? 0;
  const digits = String(amount.value);
  if (format.unit === "major") {
    const text = withPoint(digits, decimals);
    if (format.as === "string") return text;
    // A JSON number has no use for trailing zeros: 10.50 is 10.5, and 10.00 is 10.
    const shortest = text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
    return format.as === "integer" && shortest.includes(".") ? undefined : new JsonNumber(shortest);
  }
  const text = timesPowerOfTen(digits, (format.exponent ?? decimals) - decimals);
  return text === undefined || format.as === "string" ? text : new JsonNumber(text);
}

/**
 * Minor units of `currency` from the provider's text, by exact string arithmetic.
 * Undefined for what is no plain decimal, is finer than a minor unit, or is beyond the safe integers.
 */
export function fromWire(text: string, currency: string, format: MoneyFormat): number | undefined {
  const [, whole, fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const decimals = exponentOf(currency) ?? 0;
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

/** "1050" with 2 decimals is "10.50". */
function withPoint(digits: string, decimals: number): string {
  if (decimals === 0) return digits;
  const padded = digits.padStart(decimals + 1, "0");
  return `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}
