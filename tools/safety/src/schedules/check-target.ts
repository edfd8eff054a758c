/** Checks that a refund went to the payment, and with the amount, that its request names. */
import type { Sandbox } from "@refunds/sandbox";
import { type Violation, violation } from "../processes/truth.ts";
import type { RefundRequest } from "./scene.ts";

export function checkTarget(
  refund: Sandbox["refunds"][number] | undefined,
  { key, payment, amount }: RefundRequest,
): Violation[] {
  // Only the first field identifies the payment. A reference that changes with each call does not.
  const identifier = Object.keys(payment)[0] as string;
  if (refund?.payment[identifier] !== payment[identifier]) {
    return [violation("rule broken", `${key} refunded another payment`)];
  }
  if (amount === undefined || refund?.amount.value === amount.value) return [];
  return [violation("rule broken", `${key} refunded ${refund?.amount.value}, not ${amount.value}`)];
}
