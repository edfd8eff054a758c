import type { Amount } from "@refunds/core";
import type { SimulatorTable } from "../simulator-table.ts";
import type { Balance } from "./ledger.ts";

/** The argument of a client's `refund()`. */
export interface ClientRequest {
  readonly payment: Readonly<Record<string, string | number>>;
  /** Absent for a full refund, if the provider needs no amount for it. */
  readonly amount?: Amount;
}

/** The request to refund `value` minor units of a payment. By default all that remains. */
export function clientRequest(
  { operations }: SimulatorTable,
  { payment, amount, remaining }: Balance,
  value?: number,
): ClientRequest {
  const { send, exactlyOne = [] } = operations.refund;
  const others = exactlyOne.flatMap((group) => group.slice(1));
  const identifies = (id: string) =>
    send.some(({ from }) => from === `payment.${id}`) && !others.includes(`payment.${id}`);
  const identifiers = Object.fromEntries(Object.entries(payment).filter(([id]) => identifies(id)));
  const placement = send.find(({ from }) => from === "amount");
  if (!placement || (placement.optional && value === undefined)) return { payment: identifiers };
  return {
    payment: identifiers,
    amount: { value: value ?? remaining, currency: amount.currency },
  };
}
