/** Holds a provider's report against the journal, refund by refund. Changes nothing. */
import { rulesOfStatus } from "@refunds/journal";
import type { Amount, RefundRecord } from "refunds";
import { checkSigns } from "./check-signs.ts";
import { type KnownRefund, type KnownRefunds, knownRefunds } from "./known-refunds.ts";
import type { SettledRefund } from "./read-settlement.ts";

/** What a refund is after the comparison. */
export type ComparedAs =
  /** Both have it, and the journal says `succeeded`; or it came back, and the journal says `reversed`. */
  | "agrees"
  /** The provider made it, and the journal does not know yet. */
  | "open"
  /** A row of an open refund's payment and amount, without its key or id. It may be something else, such as the charge. */
  | "similar"
  /** The report and the journal say different things of it: that it happened, its amount, its id or its payment. */
  | "contradicts"
  /** Its money came back, and the journal does not know. */
  | "came_back"
  /** The journal does not have it: it was made elsewhere. */
  | "only_provider"
  /** The journal says `succeeded`, and the report does not have it. */
  | "only_journal"
  /** By the sign of its amount not a refund, and not one that came back. */
  | "left_out";

export interface Compared {
  readonly is: ComparedAs;
  /** The line of the report. */
  readonly line?: number;
  /** What the report says. */
  readonly settled?: Omit<SettledRefund, "line">;
  /** The refund in the journal. */
  readonly key?: string;
  readonly status?: RefundRecord["status"];
  readonly amount?: Amount<string>;
}

/**
 * A refund is found by the provider's id of it, then by its key. A row without a key is also found by its payment and amount: one
 * without an id of any refund, one with an id of those that are open and have none, because their reply was lost. Each is found once.
 * @param settled begins to read the report; called twice
 * @param records the refunds of the account in the report's time
 * @throws {CliError} `invalid_file` if its signs are not those of refunds
 */
export async function* compareSettlement(
  settled: () => AsyncIterable<SettledRefund>,
  records: AsyncIterable<RefundRecord>,
): AsyncGenerator<Compared> {
  const known = await knownRefunds(records);
  await checkSigns(settled(), known);
  const found = new Set<KnownRefund>();
  const cameBack = new Set<KnownRefund>();
  // Whether it came back may stand further down.
  const reversed: (readonly [SettledRefund, KnownRefund])[] = [];
  for await (const row of settled()) {
    if (row.isIncoming) {
      const one = [...known.withRefundId(row.refundId), ...known.withKey(row.key)][0];
      if (one) cameBack.add(one);
      yield one ? compared(incoming(known, one, row), row, one) : compared("left_out", row);
      continue;
    }
    const { is, one } = refundOf(row, known, found);
    if (one) found.add(one);
    if (one && is === "agrees" && one.status === "reversed") reversed.push([row, one]);
    else yield compared(is, row, one);
  }
  for (const [row, one] of reversed) {
    yield compared(cameBack.has(one) ? "agrees" : "contradicts", row, one);
  }
  for (const one of known.all) {
    if (found.has(one) || cameBack.has(one) || one.status !== "succeeded") continue;
    yield { is: "only_journal", ...named(one) };
  }
}

/** The refund that a row names, if there is one, and what the row says of it. */
function refundOf(
  row: SettledRefund,
  known: KnownRefunds,
  found: ReadonlySet<KnownRefund>,
): { readonly is: ComparedAs; readonly one?: KnownRefund } {
  const fits = (each: KnownRefund) => !found.has(each);
  const one = known.withRefundId(row.refundId).find(fits) ?? known.withKey(row.key).find(fits);
  if (one) return { is: isSame(known, one, row) ? ofStatus(one) : "contradicts", one };
  // A second refund under one key. The same refund twice in a report is none.
  const [other] = known.withKey(row.key);
  if (other && !isSame(known, other, row)) return { is: "contradicts", one: other };
  if (row.key !== undefined) return { is: "only_provider" };
  // Several columns may name the payment, of which the journal has only some.
  const similar = known
    .ofPayment(row.payment)
    .find((each) => fits(each) && hasAmount(each, row) && mayHaveId(each, row));
  if (!similar) return { is: "only_provider" };
  return { is: similar.open ? "similar" : ofStatus(similar), one: similar };
}

function ofStatus({ status, open }: KnownRefund): ComparedAs {
  if (open) return "open";
  return rulesOfStatus(status).happened === "yes" ? "agrees" : "contradicts";
}

function incoming(known: KnownRefunds, one: KnownRefund, row: SettledRefund): ComparedAs {
  if (!isSame(known, one, row)) return "contradicts";
  return one.status === "reversed" ? "agrees" : "came_back";
}

/** Whether what both say of a refund is the same. A key that the journal does not have may be another's reference. */
function isSame(known: KnownRefunds, one: KnownRefund, row: SettledRefund): boolean {
  const { key = one.key, refundId, payment } = row;
  if (key !== one.key && known.withKey(key).length > 0) return false;
  if (refundId !== undefined && one.refundId !== undefined && refundId !== one.refundId)
    return false;
  const isOfPayment = Object.entries(payment).every(
    ([name, id]) => !Object.hasOwn(one.payment, name) || one.payment[name] === id,
  );
  return isOfPayment && hasAmount(one, row);
}

const mayHaveId = ({ open, refundId }: KnownRefund, row: SettledRefund): boolean =>
  row.refundId === undefined || (open && refundId === undefined);

const hasAmount = ({ amount }: KnownRefund, row: SettledRefund): boolean =>
  !amount ||
  !row.amount ||
  (amount.value === row.amount.value && amount.currency === row.amount.currency);

const compared = (
  is: ComparedAs,
  { line, ...settled }: SettledRefund,
  one?: KnownRefund,
): Compared => ({ is, line, settled, ...(one && named(one)) });

const named = ({ key, status, amount }: KnownRefund) => ({
  ...{ key, status },
  ...(amount && { amount }),
});
