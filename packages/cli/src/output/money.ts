/** Amounts as text: `10.50 EUR`. Exact: no amount passes through a fraction in floating point. */
import { exponentOf, fromWire, toWire } from "@refunds/core/provider";
import type { Amount } from "refunds";

const major = { unit: "major", as: "string" } as const;

/** An amount in major units, such as `10.50 EUR`. */
export const moneyText = ({ value, currency }: Amount<string>): string =>
  `${toWire({ value, currency }, major) ?? `${value} minor units of`} ${currency}`;

/** An amount in both units, so that no one takes one for the other. */
export const moneyInBothUnits = (amount: Amount<string>): string =>
  `${moneyText(amount)} (${amount.value} in minor units)`;

/**
 * Reads a decimal with exactly the decimals of its currency. `10.50` is 10.50 EUR; `1050`, `10.5` and `1.050` are
 * refused, because each could mean something else.
 * @returns the amount, or a message that completes a sentence which begins with the field
 */
export function readMoney(text: string, currency: string): Amount<string> | string {
  const decimals = exponentOf(currency);
  if (decimals === undefined) {
    return `must have a currency of ISO 4217 in upper case, such as EUR; not ${JSON.stringify(currency)}`;
  }
  const example = decimals === 0 ? "1050" : `10.${"50000".slice(0, decimals)}`;
  const pattern = new RegExp(decimals === 0 ? "^\\d+$" : `^\\d+\\.\\d{${decimals}}$`);
  if (!pattern.test(text)) {
    return `must be a decimal with exactly ${decimals} digits after the point, as ${currency} has, such as ${example}; not ${JSON.stringify(text)}`;
  }
  const value = fromWire(text, currency, major);
  if (value === undefined) return `is too large: ${text}`;
  return value === 0 ? "must be above 0" : { value, currency };
}
