import { fromWire, type OperationTable } from "@refunds/core/provider";
import type { Values } from "./values.ts";

/**
 * The amount that a request asks for, in minor units of the payment's currency. undefined means all that remains.
 * A string says what is wrong with the request.
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
    return `the currency must be ${paymentCurrency}, as in the payment, but is ${currency}`;
  }
  if (amount === undefined) {
    return currency !== undefined && sendsCurrency?.optional
      ? "the request has a currency, but no amount"
      : undefined;
  }
  if (sendsCurrency && currency === undefined) return "the request has an amount, but no currency";
  const format = operation.send.find(({ from }) => from === "amount")?.money;
  const value = format ? fromWire(amount, paymentCurrency, format) : Number(amount);
  if (value === undefined || !Number.isSafeInteger(value)) {
    return `"${amount}" is not a valid amount in ${paymentCurrency}`;
  }
  return value > 0 ? value : "the amount must be above 0";
}
