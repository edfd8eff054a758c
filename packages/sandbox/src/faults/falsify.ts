/** Answers that are well-formed but false. The provider's table says which fields to falsify. */

import { putAt, valueAt } from "@refunds/core/provider";
import type { Facts } from "../simulator/answers.ts";
import type { OperationName } from "../simulator/verdict.ts";
import type { SamplePayment, SimulatedAnswer, SimulatorTable } from "../simulator-table.ts";
import type { FaultKind } from "./fault-kind.ts";

/** A status that no provider documents. */
const unseenStatus = "unseen_status";

/** The facts to fill a false answer with; undefined if the answer has no field to falsify. */
export function falsifyFacts(
  kind: FaultKind,
  { payments }: SimulatorTable,
  { fill }: SimulatedAnswer,
  facts: Facts,
): Facts | undefined {
  const { balance, requested } = facts;
  const has = (source: string) => fill.some(({ from }) => from === source);
  if (!balance) return undefined;
  if (kind === "twice_the_amount") {
    if (has("refund.amount") && requested !== undefined)
      return { ...facts, requested: 2 * requested };
    if (!has("payment.amount")) return undefined;
    const amount = { ...balance.amount, value: 2 * balance.amount.value };
    return { ...facts, balance: { ...balance, amount } };
  }
  const ids = Object.keys(balance.payment);
  const other = ids.some((id) => has(`payment.${id}`)) && unrelatedPayment(balance, payments);
  return other ? { ...facts, balance: { ...balance, payment: other.payment } } : undefined;
}

/** A payment of the same merchant that has no identifier in common with this one. */
const unrelatedPayment = (
  { payment }: Pick<SamplePayment, "payment">,
  payments: readonly SamplePayment[],
): SamplePayment | undefined =>
  payments.find((other) =>
    Object.entries(other.payment).every(([id, value]) => payment[id] !== value),
  );

/**
 * Puts an undocumented status into an answer's body. Returns false if the answer has no status. An outcome is read from
 * several places: the last one is the refund's own status, those before it belong to the envelope.
 */
export function putUnseenStatus(
  name: OperationName,
  { statusAt }: SimulatorTable,
  { fill }: SimulatedAnswer,
  body: Record<string, unknown> | unknown[],
): boolean {
  const places =
    name === "refund"
      ? statusAt.filter((at) => valueAt(body, at) !== undefined)
      : fill.filter(({ from }) => from === "payment.state").map(({ at }) => at);
  const textPlaces = places.filter((at) => typeof valueAt(body, at) === "string");
  const at = textPlaces.at(-1) ?? places.at(-1);
  if (at === undefined) return false;
  putAt(body as Record<string, unknown>, at, unseenStatus);
  return true;
}
