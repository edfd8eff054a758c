/** Money of any ISO 4217 currency, as providers write it. */

import type { MoneyFormat } from "../table.ts";
import { exponentOf } from "./currencies.ts";
import type { Amount } from "./money.ts";
import { majorUnits, minorUnits } from "./units.ts";

export const unitOf = ({ unit }: MoneyFormat) => (unit === "major" ? majorUnits : minorUnits);

/** As the provider writes it; undefined where its unit cannot express the amount, and for what is no currency. */
export function toWire(
  { value, currency }: Amount<string>,
  format: MoneyFormat,
): string | undefined {
  const decimals = exponentOf(currency);
  return decimals === undefined
    ? undefined
    : unitOf(format).write({ value, currency, decimals }, format);
}

/** Minor units from the provider's text; undefined for what is no such amount, and for what is no currency. */
export function fromWire(text: string, currency: string, format: MoneyFormat): number | undefined {
  const decimals = exponentOf(currency);
  return decimals === undefined ? undefined : unitOf(format).read(text, decimals, format);
}
