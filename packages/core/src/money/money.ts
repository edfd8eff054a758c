import { readFields } from "../request/read-fields.ts";
import { check, isObject, type Problem, type Schema } from "../request/value-check.ts";
import type { MoneyFormat, RefundTable } from "../table.ts";
import type { Currency } from "./currencies.ts";
import type { DecimalsOf } from "./refundable-currencies.ts";

/** An amount of money: a whole number of minor units (cents, fils; whole yen) and its currency. */
export interface Amount<C extends string = Currency> {
  /** Minor units: 1050 is 10.50 EUR, 1050 JPY, 1.050 KWD. A safe integer above 0. */
  readonly value: number;
  /** The ISO 4217 code in upper case, such as `"EUR"`. */
  readonly currency: C;
}

/** A currency with its decimals: EUR 2, JPY 0, KWD 3. */
interface KnownCurrency {
  readonly currency: string;
  readonly decimals: number;
}

/** A checked amount, with the decimals of its currency. */
export interface CheckedAmount extends KnownCurrency {
  readonly value: number;
}

/** How amounts are written and read in one of the units. Exact string arithmetic. */
export interface MoneyUnit {
  /** Checks the caller's amounts. Here, because a provider without amounts does without it. */
  readonly check: typeof checkAmount;
  /** Undefined where the provider's unit cannot express the amount (1.234 KWD in hundredths). */
  write(amount: CheckedAmount, format: MoneyFormat): string | undefined;
  /**
   * Reads minor units of a currency with these decimals. Undefined if the text is not a decimal (only a JSON number may
   * have an exponent), has more decimals than the currency, or is not a safe integer in minor units.
   */
  read(text: string, currency: KnownCurrency, format: MoneyFormat): number | undefined;
}

/** The units that a provider's package needs. */
export type MoneyUnits = Readonly<Partial<Record<MoneyFormat["unit"], MoneyUnit>>>;

/** What amounts are checked and read with. */
export interface MoneyFeatures {
  readonly money?: MoneyUnits;
  readonly currencies?: DecimalsOf;
}

/**
 * Reads an amount once, and checks that the provider's format can express it. Undefined after reporting a problem.
 * @param schema what the amount must satisfy as the provider writes it
 */
export function checkAmount(
  amount: unknown,
  allowed: RefundTable["currencies"],
  { money, currencies }: MoneyFeatures,
  format: MoneyFormat,
  schema: Schema,
  problems: Problem[],
): CheckedAmount | undefined {
  const wrong = (field: string, message: string) => {
    problems.push({ field: `amount${field}`, message });
    return undefined;
  };
  if (!isObject(amount)) return wrong("", "must be { value, currency }");
  const already = problems.length;
  const read = readFields(amount, ["value", "currency"], "amount", "amount", problems).values;
  if (problems.length > already) return undefined;
  const { value, currency } = read as { value: number; currency: unknown };
  if (!Number.isSafeInteger(value) || value < 1) {
    return wrong(".value", "must be an integer above 0, in minor units (1050 is 10.50 EUR)");
  }
  if (currency === undefined) return wrong(".currency", "is missing");
  const known = typeof currency === "string" ? currency : "";
  const decimals = currencies?.(known, allowed);
  if (typeof decimals !== "number") return wrong(".currency", `must be ${decimals}`);
  const checked = { value, currency: known, decimals };
  const written = money?.[format.unit]?.write(checked, format);
  const message =
    written === undefined
      ? "has more decimals than this provider supports"
      : check(schema, format.as === "string" ? written : Number(written));
  return message === undefined
    ? checked
    : wrong(".value", `${message} (${known} ${written ?? `${value} minor units`})`);
}
