/** The journal's refunds, by what a report may name them. */
import type { Amount, RefundRecord } from "refunds";

export interface KnownRefund {
  readonly key: string;
  readonly status: RefundRecord["status"];
  readonly open: boolean;
  readonly payment: Readonly<Record<string, string>>;
  readonly refundId?: string;
  /** Absent: everything that remained. */
  readonly amount?: Amount<string>;
}

export interface KnownRefunds {
  readonly all: readonly KnownRefund[];
  withKey(key: string | undefined): readonly KnownRefund[];
  withRefundId(refundId: string | undefined): readonly KnownRefund[];
  ofPayment(payment: KnownRefund["payment"]): readonly KnownRefund[];
}

export async function knownRefunds(records: AsyncIterable<RefundRecord>): Promise<KnownRefunds> {
  const all: KnownRefund[] = [];
  for await (const record of records) all.push(knownOf(record));
  const byKey = groupedBy(all, ({ key }) => key);
  const byRefundId = groupedBy(all, ({ refundId }) => refundId);
  const byPayment = groupedBy(all, ({ payment }) => textOf(payment));
  return {
    all,
    withKey: (key) => byKey.get(key) ?? [],
    withRefundId: (refundId) => byRefundId.get(refundId) ?? [],
    ofPayment: (payment) => byPayment.get(textOf(payment)) ?? [],
  };
}

function knownOf({ key, status, open, payment, outcome, request }: RefundRecord): KnownRefund {
  const refundId = outcome && "refundId" in outcome ? outcome.refundId : undefined;
  const { amount } = request;
  return {
    ...{ key, status, open, payment },
    ...(refundId !== undefined && { refundId }),
    ...(amount && { amount }),
  };
}

const textOf = (payment: KnownRefund["payment"]): string =>
  JSON.stringify(Object.entries(payment).sort());

function groupedBy(
  known: readonly KnownRefund[],
  by: (one: KnownRefund) => string | undefined,
): ReadonlyMap<string | undefined, KnownRefund[]> {
  const groups = new Map<string | undefined, KnownRefund[]>();
  for (const one of known) {
    const name = by(one);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}
