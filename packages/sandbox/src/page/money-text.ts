import type { Amount } from "@refunds/core";
import { toWire } from "@refunds/core/provider";

/** Formats minor units for people: `100.00 HKD`. */
export const moneyText = (value: number, currency: Amount["currency"]): string =>
  `${toWire({ value, currency }, { unit: "major", as: "string" })} ${currency}`;
