import { readFields } from "../request/read-fields.ts";
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

/** How amounts are written and read in one of the units. Exact string arithmetic. */
export interface MoneyUnit {
  /** Undefined where the provider's unit cannot express the amount (1.234 KWD in hundredths). */
  write(amount: CheckedAmount, format: MoneyFormat): string | undefined;
  /**
   * Minor units of a currency with these decimals from the provider's text. Undefined for what is no plain decimal, is
   * finer than a minor unit, or is beyond the safe integers.
   */
  read(text: string, decimals: number, format: MoneyFormat): number | undefined;
}

/** The units that a provider's package needs; what it does not name is not loaded. */
export type MoneyUnits = Readonly<Partial<Record<MoneyFormat["unit"], MoneyUnit>>>;

/** The amount with its decimals, read once and copied; or why it cannot be refunded in a format. */
export function checkAmount(
  amount: unknown,
  allowed: RefundTable["currencies"],
  decimalsOf: DecimalsOf | undefined,
  units: MoneyUnits,
  format: MoneyFormat,
): CheckedAmount | readonly Problem[] {
  const must = (field: string, be: string) => [
    { field: `amount${field}`, message: `must be ${be}` },
  ];
  if (!isObject(amount)) return must("", "{ value, currency }");
  const read = readFields(amount, ["value", "currency"], "amount");
  if (read.problems.length > 0) return read.problems;
  const { value, currency } = read.values as { value: number; currency: unknown };
  if (!Number.isSafeInteger(value) || value < 1) {
    return must(".value", "an integer above 0, in minor units (1050 is 10.50 EUR)");
  }
  const { codes, exponent }: { codes?: Readonly<Record<string, number>>; exponent?: number } =
    allowed ?? {};
  const known = typeof currency === "string" ? currency : "";
  if (codes && !Object.hasOwn(codes, known)) {
    return must(".currency", Object.keys(codes).join(" or "));
  }
  const decimals = codes?.[known] ?? decimalsOf?.(known);
  if (decimals === undefined || decimals !== (exponent ?? decimals)) {
    return must(
      ".currency",
      `an ISO 4217 code in upper case${exponent === undefined ? "" : `, of a currency with ${exponent} decimals`}`,
    );
  }
  const checked = { value, currency: known, decimals };
  if (units[format.unit]?.write(checked, format) !== undefined) return checked;
  const message = `has more decimals than this provider supports (${known} ${value} minor units)`;
  return [{ field: "amount.value", message }];
}
