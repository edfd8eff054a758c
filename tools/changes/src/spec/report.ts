/** Collects the differences of two specs. */

import { type At, objectOf } from "@refunds/spec-reader";
import type { RuleName } from "../rules.ts";
import type { SpecDocument } from "./document.ts";

/** Both states of one spec, and where findings go. */
export interface Specs {
  readonly past: SpecDocument;
  readonly now: SpecDocument;
  /** `at` is where it stands in the spec of now, if it is still there. */
  readonly report: (rule: RuleName, text: string, at?: At) => void;
}

/** Equal as JSON; the order of keys counts, because here it is the order of bytes. */
export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Says nothing to callers: where facts come from, words for people and for other tools. */
export const isSilent = (word: string) =>
  /^(x-source|x-assumption|x-contradiction|x-assumptions|x-sources|summary|description|title)$/.test(
    word,
  ) || /^(example|examples|deprecated|default|\$comment|externalDocs|tags)$/.test(word);

/** Reports every differing word that no rule has read. */
export function compareOthers(
  { report }: Specs,
  past: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
  known: ReadonlySet<string>,
  subject: string,
  at: At,
): void {
  for (const word of new Set([...Object.keys(past), ...Object.keys(now)])) {
    if (known.has(word) || isSilent(word) || same(past[word], now[word])) continue;
    report("unknown_word", `\`${word}\` of ${subject} changed.`, [...at, word]);
  }
}

/** A value in a sentence. */
export const word = (value: unknown) =>
  `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;

/** A condition in a sentence. */
export const shownCondition = (when: Readonly<Record<string, unknown>>) =>
  Object.entries(when)
    .map(([where, what]) => `\`${where}\` ${expectation(what)}`)
    .join(" and ");

function expectation(what: unknown): string {
  const { present } = objectOf(what);
  if (present !== undefined) return present ? "present" : "absent";
  return [what].flat().map(word).join(" or ");
}

/** @param subject - what says whether the same request is worth sending again */
export function compareRepeat(
  { report }: Specs,
  subject: string,
  past: unknown,
  now: unknown,
  at: At,
): void {
  if (past === now) return;
  if (now === true) report("repeat_gained", `${subject}, and is worth sending again.`, at);
  else report("repeat_lost", `${subject}, and is not worth sending again.`, at);
}
