/** Draws a fault for each request. The same seed draws the same faults. */
import { type FaultKind, type FaultSubject, faultKinds } from "@refunds/sandbox";

const kinds = Object.keys(faultKinds) as FaultKind[];

/** Faults that queries do not get: the journal believes a false total. */
const notOfQueries: readonly FaultKind[] = ["twice_the_amount"];

/** A flood always has the same result, and costs as much as a hundred other faults. */
const oneFloodIn = 10;

/** Half of the requests get a fault. */
export function faultsBy(seed: number): (subject: FaultSubject) => FaultKind | undefined {
  const random = randomBy(seed);
  return ({ operation }) => {
    const drawn = random(2 * kinds.length);
    const kind = kinds[drawn];
    if (kind === "flood" && random(oneFloodIn) > 0) return undefined;
    return kind && operation === "query" && notOfQueries.includes(kind) ? undefined : kind;
  };
}

/** Draws integers from 0 to below `bound`, with mulberry32. */
export function randomBy(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}
