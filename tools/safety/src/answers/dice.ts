/** A few draws from one number: the same number, the same draws. */
export interface Dice {
  /** From 0 up to, and without, `below`. */
  nat(below: number): number;
  /** Throws where there is none to pick. */
  pick<T>(of: readonly T[]): T;
}

/** Mulberry32: fast-check draws one number a change, and its own shrinking must not reach into what is made of it. */
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
      if (of.length === 0) throw new RangeError("There is nothing to pick from.");
      return of[nat(of.length)] as (typeof of)[number];
    },
  };
}
