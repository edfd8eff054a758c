/** Amounts of providers that write what they give back with a minus. */
import type { MoneyUnit } from "./money.ts";

/** A unit that follows a format's `negative`. */
export const withMinus = (unit: MoneyUnit): MoneyUnit => ({
  ...unit,
  write(amount, format) {
    const text = unit.write(amount, format);
    return format.negative && text !== undefined && amount.value > 0 ? `-${text}` : text;
  },
  // Without its minus, the amount is another one than the documented.
  read: (text, known, format) =>
    unit.read(format.negative ? (/^-(.*)$/.exec(text)?.[1] ?? "") : text, known, format),
});
