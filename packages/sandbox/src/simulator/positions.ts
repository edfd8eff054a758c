import type { SimulatorTable } from "../simulator-table.ts";

/** Finds the position of a payment among many: a list that is searched from its start takes longer with each payment. */
export function positions({
  payments,
}: SimulatorTable): (ids: Readonly<Record<string, string>>) => number | undefined {
  const indexes = new Map<string, ReadonlyMap<string, number>>();
  const indexBy = (names: readonly string[]) => {
    const index = new Map<string, number>();
    for (const [at, { payment }] of payments.entries()) {
      if (!names.every((name) => Object.hasOwn(payment, name))) continue;
      const values = JSON.stringify(names.map((name) => String(payment[name])));
      if (!index.has(values)) index.set(values, at);
    }
    return index;
  };
  return (ids) => {
    const names = Object.keys(ids).sort();
    if (names.length === 0) return undefined;
    const index = indexes.get(names.join()) ?? indexBy(names);
    indexes.set(names.join(), index);
    return index.get(JSON.stringify(names.map((name) => ids[name])));
  };
}
