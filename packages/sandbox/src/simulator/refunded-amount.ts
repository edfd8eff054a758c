import { fromWire, type OperationTable } from "@refunds/core/provider";
import type { Values } from "./values.ts";

/**
 * How much a request asks to be refunded, in minor units of the payment's currency; undefined for everything that
 * remains; a sentence where the request is wrong.
 */
export function refundedMinorUnits(
  operation: OperationTable,
  values: Values,
  paymentCurrency: string,
): number | undefined | string {
  const amount = values.get("amount");
  const currency = values.get("currency");
  const sendsCurrency = operation.send.find(({ from }) => from === "currency");
  if (currency !== undefined && currency !== paymentCurrency) {
    return `the payment was made in ${paymentCurrency}, not in ${currency}`;
  }
  if (amount === undefined) {
    return currency !== undefined && sendsCurrency?.optional
      ? "a currency without an amount says nothing"
      : undefined;
  }
  if (sendsCurrency && currency === undefined) return "an amount needs its currency";
  const format = operation.send.find(({ from }) => from === "amount")?.money;
  const value = format ? fromWire(amount, paymentCurrency, format) : Number(amount);
  if (value === undefined || !Number.isSafeInteger(value)) {
    return `"${amount}" is no amount of ${paymentCurrency}`;
  }
  return value > 0 ? value : "the amount must be above 0";
}
