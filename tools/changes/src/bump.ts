/** How much a change costs the callers of a package, in the terms of semver and changesets. */
export type Bump = "none" | "patch" | "minor" | "major";

const order: readonly Bump[] = ["none", "patch", "minor", "major"];

/** Below zero where `a` is less than `b`. */
export const compareBumps = (a: Bump, b: Bump) => order.indexOf(a) - order.indexOf(b);

/** The greatest; `none` of nothing. */
export const greatest = (bumps: Iterable<Bump>): Bump =>
  [...bumps].reduce((most, each) => (compareBumps(each, most) > 0 ? each : most), "none");
