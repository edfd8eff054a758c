/** What everything here meets at: one change, as one witness saw it. */
import type { Bump } from "./bump.ts";
import type { RuleName } from "./rules.ts";

/**
 * Who saw it: `spec`, the difference of the provider's spec; `types`, that of the public types; `tests`, the last
 * release's type tests and wire vectors, run against the code of now; `parts`, a provider that the package re-exports;
 * `release`, the state of the package itself.
 */
export type Witness = "spec" | "types" | "tests" | "parts" | "release";

export interface Finding {
  readonly witness: Witness;
  readonly effect: Bump;
  /** Which rule says so. Absent where it is not what changed that counts. */
  readonly rule?: RuleName;
  /** What happened, in a sentence for users of the package; it may stand in the changelog as it is. */
  readonly text: string;
  /** Why that has this effect. */
  readonly because: string;
  /** Where to look, as `file:line`. */
  readonly where?: string;
}

/** Nothing can be said about what changed. The message says why, and what to do. */
export class CannotCompare extends Error {
  override readonly name = "CannotCompare";
}
