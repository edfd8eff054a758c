/** The rows that several transactions found. */
import { foundInScope } from "../scope.ts";
import type { FoundRecords, TransactionScope } from "../store.ts";
import type { Ids } from "./find.ts";
import type { PostgresRow } from "./row.ts";

export class FoundRows {
  readonly #where: string;
  readonly #byId: Groups;
  readonly #byPayment: Groups;
  readonly #byRefundId: Groups;

  /** @param payments all rows of the payments that were not read, oldest first */
  constructor(read: readonly PostgresRow[], payments: Groups, where: string) {
    this.#where = where;
    this.#byId = groupsOf(read, ({ key }) => key);
    this.#byPayment = new Map([...groupsOf(read, ({ payment }) => payment), ...payments]);
    this.#byRefundId = groupsOf(read, ({ refundId }) => refundId);
  }

  ofPayment(id: string): readonly PostgresRow[] {
    return this.#byPayment.get(id) ?? [];
  }

  /** Parses and checks what the decision asks for: a payment can have a thousand refunds, and an outcome asks for none of them. */
  of({ id, paymentId, refundId }: Ids, scope: TransactionScope): FoundRecords {
    const read = (groups: Groups, of: string | undefined) => {
      const records = (groups.get(of) ?? []).map((row) => row.record(this.#where));
      return foundInScope(records, scope);
    };
    const { record } = read(this.#byId, id);
    let ofPayment: FoundRecords["ofPayment"] | undefined;
    let withRefundId: FoundRecords["withRefundId"] | undefined;
    const [byPayment, byRefundId] = [this.#byPayment, this.#byRefundId];
    return {
      record,
      get ofPayment() {
        ofPayment ??= read(byPayment, paymentId).ofPayment;
        return ofPayment;
      },
      get withRefundId() {
        withRefundId ??= read(byRefundId, refundId).withRefundId;
        return withRefundId;
      },
    };
  }
}

type Groups = ReadonlyMap<unknown, readonly PostgresRow[]>;

function groupsOf(rows: readonly PostgresRow[], of: (row: PostgresRow) => unknown): Groups {
  const groups = new Map<unknown, PostgresRow[]>();
  for (const row of rows) {
    const group = groups.get(of(row));
    if (group) group.push(row);
    else groups.set(of(row), [row]);
  }
  return groups;
}
