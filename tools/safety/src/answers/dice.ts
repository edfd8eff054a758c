/** Draws random values. The same seed gives the same values. */
export interface Dice {
  /** An integer from 0 to below `below`. */
  nat(below: number): number;
  /** Throws if the list is empty. */
  pick<T>(of: readonly T[]): T;
}

/** Uses mulberry32. fast-check draws only the seed of a change, so that it does not shrink the values drawn from it. */
export function diceOf(seed: number): Dice {
  let state = seed | 0;
  const nat = (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
  return {
    nat,
    pick: (of) => {
      if (of.length === 0) throw new RangeError("Cannot pick from an empty list.");
      return of[nat(of.length)] as (typeof of)[number];
    },
  };
}
