/** Which currencies a provider refunds. A package names one of these, so that no bundle has the messages of the others. */
import type { RefundTable } from "../table.ts";
import { codes2, exponentOf } from "./currencies.ts";

/** The decimals of a currency. For one that cannot be refunded, what it must be: completes "must be ...". */
export type DecimalsOf = (currency: string, allowed: Allowed) => number | string;

/** What the table says. */
type Allowed = RefundTable["currencies"];

const code = "an ISO 4217 code in upper case";

/** For tables that say nothing about currencies. */
export const anyCurrency: DecimalsOf = (currency) => exponentOf(currency) ?? code;

/** For tables that list the currencies. Needs no list of all of them. */
export const listedCurrencies: DecimalsOf = (currency, allowed) => {
  const { codes } = allowed as Extract<Allowed, { readonly codes: unknown }>;
  return Object.hasOwn(codes, currency)
    ? (codes[currency] as number)
    : Object.keys(codes).join(" or ");
};

/** For tables that name the currencies that are not refunded. */
export const currenciesExcept: DecimalsOf = (currency, allowed) => {
  const { except } = allowed as Extract<Allowed, { readonly except: unknown }>;
  const decimals = except.includes(currency) ? undefined : exponentOf(currency);
  return decimals ?? `${code}, except ${except.join(" or ")}`;
};

/** For tables that name the number of decimals. */
export const sameDecimals: DecimalsOf = (currency, allowed) => {
  const { exponent } = allowed as Extract<Allowed, { readonly exponent: unknown }>;
  return exponentOf(currency) === exponent ? exponent : withDecimals(exponent);
};

/** The same for two decimals, without a list of the other currencies. */
export const twoDecimals: DecimalsOf = (currency) => (codes2.has(currency) ? 2 : withDecimals(2));

const withDecimals = (exponent: number): string =>
  `${code}, of a currency with ${exponent} decimals`;
