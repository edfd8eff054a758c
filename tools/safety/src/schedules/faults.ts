/** Which request meets which fault, by chance and the same for the same seed. */
import { type FaultKind, type FaultSubject, faultKinds } from "@refunds/sandbox";

const kinds = Object.keys(faultKinds) as FaultKind[];

/** A query that lies about sums would be believed; what a provider says of itself has to be true. */
const notOfQueries: readonly FaultKind[] = ["twice_the_amount"];

/** What becomes of one is always the same, and costs as much as a hundred others. */
const oneFloodIn = 10;

/** One request in two meets a fault. */
export function faultsBy(seed: number): (subject: FaultSubject) => FaultKind | undefined {
  const random = randomBy(seed);
  return ({ operation }) => {
    const drawn = random(2 * kinds.length);
    const kind = kinds[drawn];
    if (kind === "flood" && random(oneFloodIn) > 0) return undefined;
    return kind && operation === "query" && notOfQueries.includes(kind) ? undefined : kind;
  };
}

/** Whole numbers from 0 to below `bound`, by mulberry32. */
export function randomBy(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}
