/** What is different from the last reading. */
import type { CommittedFact } from "../reading/file.ts";

/** How the client's next release has to be numbered for it. */
export type Effect = "major" | "minor" | "patch" | "none";

export type Change = {
  readonly kind: "added" | "removed" | "renamed" | "changed";
  readonly subject: string;
  /** The subject itself came, went or was renamed; else one statement about it did. */
  readonly whole: boolean;
  /** What was said, empty where nothing was. */
  readonly before: readonly CommittedFact[];
  /** What is said now, with the page's words. */
  readonly after: readonly (CommittedFact & { readonly words: string })[];
  /** The subject it was called before, where it looks renamed. */
  readonly formerly?: string;
};

/** A change with what it means for users of the client. */
export type JudgedChange = Change & {
  readonly effect: Effect;
  readonly reason: string;
  /** The line of the spec that it concerns. */
  readonly spec: {
    readonly file: string;
    readonly line: number;
    /** Where the outcome is decided by a word that changed; where it would be, by one that is new. */
    readonly outcome?: number;
  };
};

export const effects: readonly Effect[] = ["none", "patch", "minor", "major"];

export const highest = (found: readonly Effect[]): Effect =>
  effects[Math.max(0, ...found.map((effect) => effects.indexOf(effect)))] ?? "none";
