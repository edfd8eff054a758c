/** The name that was probably meant, as part of a message; empty if none is similar. */
export function didYouMean(given: string, names: readonly string[]): string {
  const [best] = names
    .map((name) => ({ name, edits: edits(given.toLowerCase(), name) }))
    .filter(({ name, edits }) => edits <= 2 && edits <= name.length / 2)
    .sort((one, other) => one.edits - other.edits);
  return best ? `; did you mean ${best.name}?` : "";
}

/** How many letters must be changed, added or left out to make one text the other (Levenshtein). */
function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let from = 1; from <= one.length; from++) {
    const next = [from];
    for (let to = 1; to <= other.length; to++) {
      const change = (row[to - 1] ?? 0) + (one[from - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
