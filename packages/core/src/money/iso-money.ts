/** Writes and reads amounts of any ISO 4217 currency as providers write them. */

import type { MoneyFormat } from "../table.ts";
import { exponentOf } from "./currencies.ts";
import type { Amount, MoneyUnit } from "./money.ts";
import { ownDecimals } from "./own-decimals.ts";
import { majorUnits, minorUnits } from "./units.ts";
import { withMinus } from "./with-minus.ts";

export const unitOf = ({ unit }: MoneyFormat): MoneyUnit =>
  withMinus(ownDecimals(unit === "major" ? majorUnits : minorUnits));

/** The amount as the provider writes it; undefined if its unit cannot express the amount or the currency is unknown. */
export function toWire(
  { value, currency }: Amount<string>,
  format: MoneyFormat,
): string | undefined {
  const decimals = exponentOf(currency);
  return decimals === undefined
    ? undefined
    : unitOf(format).write({ value, currency, decimals }, format);
}

/** Minor units from the provider's text; undefined if it is not such an amount or the currency is unknown. */
export function fromWire(text: string, currency: string, format: MoneyFormat): number | undefined {
  const decimals = exponentOf(currency);
  return decimals === undefined
    ? undefined
    : unitOf(format).read(text, { currency, decimals }, format);
}
