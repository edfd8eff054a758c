/** Holds a provider's report against the journal, refund by refund. Changes nothing. */
import type { Amount, RefundRecord } from "refunds";
import type { SettledRefund } from "./read-settlement.ts";

/** What a refund is after the comparison. */
export type ComparedAs =
  /** Both have it, and the journal says `succeeded`. */
  | "agrees"
  /** The provider made it, and the journal does not know yet. */
  | "open"
  /** The provider made it, and the journal says that it did not happen, or another amount. */
  | "contradicts"
  /** The journal does not have it: it was made elsewhere. */
  | "only_provider"
  /** The journal says `succeeded`, and the report does not have it. */
  | "only_journal";

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
 * A refund is found by its key, then by the provider's id of it. A row without a key is also found by its payment and amount: one
 * without an id of any refund, one with an id of those that are open and have none, because their reply was lost. Each is found once.
 * @param records the refunds of the account in the report's time
 */
export async function* compareSettlement(
  settled: AsyncIterable<SettledRefund>,
  records: AsyncIterable<RefundRecord>,
): AsyncGenerator<Compared> {
  const known: KnownRefund[] = [];
  for await (const record of records) known.push(knownOf(record));
  const byKey = new Map(known.map((one) => [one.key, one]));
  const byRefundId = groupedBy(known, ({ refundId }) => refundId);
  const byPayment = groupedBy(known, ({ payment }) => payment);
  const found = new Set<KnownRefund>();
  for await (const row of settled) {
    const fits = (one: KnownRefund | undefined): one is KnownRefund =>
      one !== undefined && !found.has(one);
    const ofPayment = byPayment.get(textOf(row.payment)) ?? [];
    const one =
      [byKey.get(row.key ?? "")].find(fits) ??
      byRefundId.get(row.refundId ?? "")?.find(fits) ??
      // Several columns may name the payment, of which the journal has only some.
      (row.key === undefined
        ? ofPayment.find((each) => fits(each) && hasAmount(each, row) && mayHaveId(each, row))
        : undefined);
    if (one) found.add(one);
    yield comparison(row, one);
  }
  for (const one of known) {
    if (found.has(one) || one.status !== "succeeded") continue;
    yield { is: "only_journal", ...named(one) };
  }
}

interface KnownRefund {
  readonly key: string;
  readonly status: RefundRecord["status"];
  readonly open: boolean;
  readonly payment: string;
  readonly refundId?: string;
  /** Absent: everything that remained. */
  readonly amount?: Amount<string>;
}

function knownOf({ key, status, open, payment, outcome, request }: RefundRecord): KnownRefund {
  const refundId = outcome && "refundId" in outcome ? outcome.refundId : undefined;
  const { amount } = request;
  return {
    ...{ key, status, open, payment: textOf(payment) },
    ...(refundId !== undefined && { refundId }),
    ...(amount && { amount }),
  };
}

const textOf = (payment: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(payment).sort());

function groupedBy(
  known: readonly KnownRefund[],
  by: (one: KnownRefund) => string | undefined,
): Map<string, KnownRefund[]> {
  const groups = new Map<string, KnownRefund[]>();
  for (const one of known) {
    const name = by(one);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}

const mayHaveId = ({ open, refundId }: KnownRefund, row: SettledRefund): boolean =>
  row.refundId === undefined || (open && refundId === undefined);

const hasAmount = ({ amount }: KnownRefund, row: SettledRefund): boolean =>
  !amount ||
  !row.amount ||
  (amount.value === row.amount.value && amount.currency === row.amount.currency);

function comparison({ line, ...settled }: SettledRefund, one: KnownRefund | undefined): Compared {
  if (!one) return { is: "only_provider", line, settled };
  const agrees = hasAmount(one, { line, ...settled });
  const is = !agrees
    ? "contradicts"
    : one.status === "succeeded"
      ? "agrees"
      : one.open
        ? "open"
        : "contradicts";
  return { is, line, settled, ...named(one) };
}

const named = ({ key, status, amount }: KnownRefund) => ({
  ...{ key, status },
  ...(amount && { amount }),
});
