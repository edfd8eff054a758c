import type { Amount } from "@refunds/core";
import { toWire } from "@refunds/core/provider";
import type { SimulatorTable } from "../simulator-table.ts";
import type { Balance } from "./ledger.ts";

/** The argument of a client's `refund()`. */
export interface ClientRequest {
  readonly payment: Readonly<Record<string, string | number>>;
  /** Absent for a full refund, if the provider needs no amount for it. */
  readonly amount?: Amount;
  /** Present if the provider requires it. */
  readonly reason?: string;
  /** The fields that the provider requires. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Present if the provider takes a key and one was given. */
  readonly key?: string;
}

/** The argument of a client's `query()`. */
export interface ClientQuery {
  /** Present if the provider is asked about the payment. */
  readonly payment?: ClientRequest["payment"];
  /** Present if the provider is asked by its own id of the refund. */
  readonly refund?: { readonly id: string };
  /** Present if the provider is asked by your own id of the refund. */
  readonly key?: string;
}

/** Refunds in this currency are multiples of so many minor units: the provider writes them with fewer decimals, or in steps. */
export function amountStep({ operations }: SimulatorTable, currency: string): number {
  const { money } = operations.refund.send.find(({ from }) => from === "amount") ?? {};
  const steps = [1, 10, 100, 1000];
  return (money && steps.find((value) => toWire({ value, currency }, money) !== undefined)) ?? 1;
}

/** The query about a refund that was requested; undefined if the provider has none. */
export function clientQuery(
  { operations }: SimulatorTable,
  { payment, key }: Pick<ClientRequest, "payment" | "key">,
  refundId: string,
): ClientQuery | undefined {
  const sources = operations.query?.send.map(({ from }) => from);
  if (!sources) return undefined;
  const named = Object.entries(payment).filter(([name]) => sources.includes(`payment.${name}`));
  return {
    ...(named.length > 0 && { payment: Object.fromEntries(named) }),
    ...(sources.includes("refund.id") && { refund: { id: refundId } }),
    ...(key !== undefined && sources.includes("key") && { key }),
  };
}

/** The request to refund `value` minor units of a payment. By default all that remains. */
export function clientRequest(
  { operations, sample = {} }: SimulatorTable,
  { payment, amount, remaining }: Balance,
  value?: number,
  key?: string,
): ClientRequest {
  const { send, exactlyOne = [] } = operations.refund;
  const others = exactlyOne.flatMap((group) => group.slice(1));
  const identifies = (id: string) =>
    send.some(({ from }) => from === `payment.${id}`) && !others.includes(`payment.${id}`);
  const identifiers = Object.fromEntries(Object.entries(payment).filter(([id]) => identifies(id)));
  const extras = Object.entries(sample).filter(([from]) => from.startsWith("extra."));
  const extra = Object.fromEntries(
    extras.map(([from, sent]) => [from.slice("extra.".length), sent]),
  );
  const placement = send.find(({ from }) => from === "amount");
  const isWhole = !placement || (placement.optional && value === undefined);
  return {
    payment: identifiers,
    ...(!isWhole && { amount: { value: value ?? remaining, currency: amount.currency } }),
    ...(sample.reason !== undefined && { reason: String(sample.reason) }),
    ...(extras.length > 0 && { extra }),
    ...(key !== undefined && send.some(({ from }) => from === "key") && { key }),
  };
}
