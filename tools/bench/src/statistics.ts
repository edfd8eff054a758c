/** Medians, ranges and ratios. Pure. */

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** The ratio of each turn to the same turn of the other: what slows the machine down slows both down. */
export const ratios = (these: readonly number[], others: readonly number[]): number[] =>
  these.map((value, turn) => value / (others[turn] ?? Number.NaN));

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  least: Math.min(...values),
  most: Math.max(...values),
});
