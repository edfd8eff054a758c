import { closest, distance } from "fastest-levenshtein";

/** The known word that `word` is a slip of the pen away from. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const near = closest(word, [...known]);
  const reach = Math.max(1, Math.floor(Math.min(word.length, near.length) / 4));
  return distance(word.toLowerCase(), near.toLowerCase()) <= reach ? near : undefined;
}

/** `did you mean "..."?` where a known word is near, else the list of what exists. Completes a sentence after `; `. */
export function suggest(word: string, known: readonly string[]): string {
  if (known.length === 0) return "there are none";
  const near = nearest(word, known) ?? closest(word, [...known]);
  if (distance(word.toLowerCase(), near.toLowerCase()) <= Math.max(2, near.length / 2)) {
    return `did you mean "${near}"?`;
  }
  return known.length <= 16 ? `there are ${known.join(", ")}` : "nothing there is named like it";
}
