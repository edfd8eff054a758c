import type { RawAnswer } from "@refunds/core";
import { type EvidenceTable, type OtherRefunds, textIn } from "@refunds/core/provider";
import type { JournalRecord, JournalStore } from "@refunds/journal";
import { paymentText } from "./read-refund.ts";

/** What the journal knows of the payment's refunds beside this one. */
export function othersOf(
  { key }: JournalRecord,
  ofPayment: readonly JournalRecord[],
): OtherRefunds {
  const others = ofPayment.filter((other) => other.key !== key);
  const amountsOf = (status: string) =>
    others.filter(({ outcome }) => outcome?.status === status).map(({ amount }) => amount);
  return {
    happened: amountsOf("succeeded"),
    pending: amountsOf("pending"),
    uncertain: others.some(
      ({ state, outcome }) =>
        state === "leaving" || /unknown|needs_review/.test(outcome?.status ?? ""),
    ),
  };
}

/** Whether refunds of the same payment are in the journal under an identifier that the answer tells and the refund did not give. */
export async function isKnownOtherwise(
  store: JournalStore,
  { echo }: EvidenceTable,
  { key, account }: JournalRecord,
  payment: Readonly<Record<string, unknown>>,
  raw: RawAnswer,
): Promise<boolean> {
  for (const { of, at } of echo) {
    const [, name = ""] = of.split("payment.");
    const id = textIn(raw.body, at);
    if (!name || payment[name] !== undefined || id === undefined) continue;
    const other = paymentText(account, { [name]: id });
    if (await store.transact(key, other, ({ ofPayment }) => ({ result: ofPayment.length > 0 })))
      return true;
  }
  return false;
}
