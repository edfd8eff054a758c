/** Amounts of providers whose decimals of some currencies are not those of ISO 4217. */
import type { CheckedAmount, MoneyUnit } from "./money.ts";
import { timesPowerOfTen } from "./units.ts";

/** A unit that follows a format's `exponents` and `steps`. */
export const ownDecimals = (unit: MoneyUnit): MoneyUnit => ({
  ...unit,
  write(amount, format) {
    const { value, currency, decimals } = amount;
    if (value % (format.steps?.[currency] ?? 1) !== 0) return undefined;
    const own = format.exponents?.[currency];
    if (own === undefined) return unit.write(amount, format);
    const rescaled = Number(timesPowerOfTen(String(value), own - decimals));
    const inOwn: CheckedAmount = { value: rescaled, currency, decimals: own };
    return Number.isSafeInteger(rescaled)
      ? unit.write(inOwn, { ...format, exponent: own })
      : undefined;
  },
  read(text, known, format) {
    const own = format.exponents?.[known.currency];
    if (own === undefined) return unit.read(text, known, format);
    const value = unit.read(text, { ...known, decimals: own }, { ...format, exponent: own });
    if (value === undefined) return undefined;
    const minor = Number(timesPowerOfTen(String(value), known.decimals - own));
    return Number.isSafeInteger(minor) ? minor : undefined;
  },
});
