/** Cases that no person wrote: drawn by seed, changes of facts, two at once, and what changes none; and the page in other formats. */
import { type Case, setOf } from "./label.ts";
import { type Mutated, mutations } from "./mutations.ts";
import { disturbances } from "./no-change.ts";
import { inOtherFormats } from "./other-formats.ts";
import type { Outline } from "./outline.ts";
import { type Random, seeded } from "./random.ts";

/** Of each page. The blind set has more pages, and more by hand of each. */
const singles = { working: 10, "held back": 10, blind: 5, "blind again": 5 } as const;
const double = 2;

/** @param seed the set's own, of its page */
export function seededCases(name: string, outline: Outline, seed: number): Case[] {
  const random = seeded(seed);
  let n = 100;
  const one = (content: string, label: Case["label"]): Case => ({
    page: name,
    n: ++n,
    set: setOf(name, n),
    label,
    content,
  });
  const kinds = shuffled(mutations, random);
  const drawn = kinds
    .map((mutation) => mutation(outline.page, outline, random))
    .filter((mutated) => mutated !== undefined)
    .slice(0, singles[setOf(name, 0) as keyof typeof singles]);
  const doubles = Array.from({ length: double }, () => two(outline, random));
  return [
    ...[...drawn, ...doubles].map(({ content, changes }) => one(content, { changes })),
    ...disturbances.map((disturb) => {
      const { content, label } = disturb(outline.page, outline, random);
      return one(content, label);
    }),
    ...inOtherFormats(outline).map((content) => one(content, { changes: [], nothing: "layout" })),
  ];
}

/** Of two different things, so that neither undoes the other. */
export function two(outline: Outline, random: Random): Mutated {
  for (;;) {
    const first = random.pick(mutations)(outline.page, outline, random);
    const again = seeded(random.whole(2 ** 31));
    const mutation = again.pick(mutations);
    const alone = mutation(outline.page, outline, seeded(again.whole(1000)));
    const [a] = first?.changes ?? [];
    const [b] = alone?.changes ?? [];
    if (!first || !a || !b || a.about === b.about || a.kind === b.kind) {
      continue;
    }
    // The second's row has to be there still after the first.
    const second = attempt(() => mutation(first.content, outline, again));
    const [c] = second?.changes ?? [];
    if (second && c && c.about !== a.about && c.kind !== a.kind)
      return { ...second, changes: [a, c] };
  }
}

function attempt<T>(of: () => T): T | undefined {
  try {
    return of();
  } catch {
    return undefined;
  }
}

export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const rest = [...list];
  return list.map(() => rest.splice(random.whole(rest.length), 1)[0] as T);
}
