import {
  anyCurrency,
  currenciesExcept,
  exponentOf,
  listedCurrencies,
  type RefundTable,
  sameDecimals,
} from "@refunds/core/provider";

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Every three-letter code that core knows, found by asking for all of them. */
export const ours = letters.flatMap((a) =>
  letters.flatMap((b) =>
    letters.map((c) => a + b + c).filter((code) => exponentOf(code) !== undefined),
  ),
);

/** What a provider's package would name. */
export function currencyFeature({ currencies }: RefundTable) {
  if (!currencies) return anyCurrency;
  if ("codes" in currencies) return listedCurrencies;
  return "except" in currencies ? currenciesExcept : sameDecimals;
}
