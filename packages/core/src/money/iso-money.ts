/** Money of any ISO 4217 currency, as providers write it. */

import type { JsonNumber } from "../json/json.ts";
import type { MoneyFormat } from "../table.ts";
import { exponentOf } from "./currencies.ts";
import { type Amount, readAmount, writeAmount } from "./money.ts";

/** `writeAmount` for a currency by its code; undefined also for what is no currency. */
export function toWire(
  { value, currency }: Amount<string>,
  format: MoneyFormat,
): string | JsonNumber | undefined {
  const decimals = exponentOf(currency);
  return decimals === undefined ? undefined : writeAmount({ value, currency, decimals }, format);
}

/** `readAmount` for a currency by its code; undefined also for what is no currency. */
export function fromWire(text: string, currency: string, format: MoneyFormat): number | undefined {
  const decimals = exponentOf(currency);
  return decimals === undefined ? undefined : readAmount(text, decimals, format);
}
