import type { RawAnswer } from "@refunds/core";
import { type EvidenceTable, type OtherRefunds, textIn } from "@refunds/core/provider";
import {
  isElsewhere,
  type JournalRecord,
  type JournalStore,
  rulesOf,
  type StateRules,
} from "@refunds/journal";
import { paymentText } from "./check-refund.ts";

/** What the journal knows about other refunds of the payment. */
export function othersOf(record: JournalRecord, ofPayment: readonly JournalRecord[]): OtherRefunds {
  const others = ofPayment.filter((other) => other.key !== record.key);
  const amountsOf = (inTotal: StateRules["inTotal"]) =>
    others.filter((other) => rulesOf(other).inTotal === inTotal).map(({ amount }) => amount);
  return {
    happened: amountsOf("yes"),
    pending: amountsOf("maybe"),
    // An answer does not have those that are elsewhere, unless both are one environment after all.
    uncertain: others.some((other) => rulesOf(other).blocksPayment || isElsewhere(other, record)),
  };
}

/** Whether the journal has refunds of this payment under another identifier, which is in the answer but not in the request. */
export async function hasRefundsUnderOtherIdentifier(
  store: JournalStore,
  { asks, find, echo }: EvidenceTable,
  { key, account }: JournalRecord,
  payment: Readonly<Record<string, unknown>>,
  raw: RawAnswer,
): Promise<boolean> {
  // What is said about one refund does not depend on the payment's others.
  if (asks || find) return false;
  for (const { of, at } of echo) {
    const [, name = ""] = of.split("payment.");
    const id = textIn(raw.body, at);
    if (!name || payment[name] !== undefined || id === undefined) continue;
    const other = { key, payment: paymentText(account, { [name]: id }) };
    if (await store.transact(other, ({ ofPayment }) => ({ result: ofPayment.length > 0 })))
      return true;
  }
  return false;
}
