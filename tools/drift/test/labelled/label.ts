/** What was done to a page, and what a caller has to know of it. */
import type { Effect } from "../../src/compare/change.ts";

export type Kind =
  | "added"
  | "removed"
  | "renamed"
  | "type"
  | "unit"
  | "format"
  | "zone"
  | "required"
  | "limit"
  | "enum"
  | "path"
  | "host"
  | "method"
  | "header"
  | "code"
  | "message"
  | "version"
  | "deprecated"
  | "example";

export interface LabelledChange {
  readonly kind: Kind;
  /** As facts name it: `request.amount`, `error.1011`, `operation`, `host`, `page`. */
  readonly about: string;
  readonly effect: Effect;
}

/** A page has changes, or something else was done to it. */
export interface Label {
  readonly changes: readonly LabelledChange[];
  readonly nothing?: "words" | "layout" | "reordered" | "example";
  readonly unreadable?: true;
}

export const sets = [
  "working",
  "held back",
  "blind",
  "blind again",
  "later",
  "later, by seed",
] as const;

export type SetName = (typeof sets)[number];

export interface Case {
  readonly page: string;
  /** By hand below 100. */
  readonly n: number;
  readonly set: SetName;
  readonly label: Label;
  readonly content: string;
}

/** Pages of the blind set, all of whose cases are in it. */
const blind = ["heron", "quartz", "maple", "lagoon", "comet", "ember", "flint", "delta"];

/** As before, of a second set. */
const blindAgain = ["birch", "tern", "basalt", "mango", "skerry", "otter"];

/** The first case by seed of the later sets. Those by hand are 50 to 99. */
export const laterBySeed = 500;

/**
 * Written down before the first run: two pages are worked with, one is held back, the others by number.
 * Later changes are of all pages, each as it is accepted now, and have numbers of their own. What must hold of every set
 * must hold of them; written by somebody who had not seen how pages are read, and run once before any of it was looked into.
 */
export function setOf(page: string, n: number): SetName {
  if (n >= laterBySeed) return "later, by seed";
  if (n >= 50 && n < 100) return "later";
  if (blind.includes(page)) return "blind";
  if (blindAgain.includes(page)) return "blind again";
  if (page === "cedar" || page === "osprey") return "working";
  if (page === "walrus") return "held back";
  return n % 2 === 1 ? "working" : "held back";
}
