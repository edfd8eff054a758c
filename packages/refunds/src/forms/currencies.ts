/** The currencies that a provider refunds, with their decimals. */
import { currencyCodes, exponentOf, type RefundTable } from "@refunds/core/provider";

export function currenciesOf({ currencies }: RefundTable): Record<string, number> {
  if (currencies && "codes" in currencies) return { ...currencies.codes };
  const known = currencyCodes().map((code) => [code, exponentOf(code) ?? 0] as const);
  const refunded = known.filter(([code, decimals]) => {
    if (!currencies) return true;
    return "except" in currencies
      ? !currencies.except.includes(code)
      : decimals === currencies.exponent;
  });
  return Object.fromEntries(refunded);
}
