/** What the parts of the comparison of types share. */
import type ts from "typescript";
import type { RuleName } from "../rules.ts";
import type { BothTypes, Place } from "./program.ts";
import type { TypeWords } from "./type-words.ts";

/** `in`: callers give it. `out`: callers get it. */
export type Direction = "in" | "out";

/** Where the comparison is. */
export interface Spot {
  readonly direction: Direction;
  /** As users would write it: `Declined.reason`. */
  readonly name: string;
  /** The package in whose sources it stands. */
  readonly place: Place | undefined;
}

export type Pair = readonly [past: ts.Type, now: ts.Type];

export interface Comparison extends BothTypes, TypeWords {
  compare(pair: Pair, spot: Spot): void;
  report(rule: RuleName, text: string, spot: Spot, place?: Place): void;
  /** Whether a type of the past was met: by its name, as it is, or as the kinds of object that it is a union of. */
  isMet(name: string, past: ts.Type): boolean;
}
