/** Later changes of every page, drawn by seeds of their own; some of them on the day that the page is shown in another format. */
import { type Case, laterBySeed, setOf } from "./label.ts";
import { type Mutated, mutations } from "./mutations.ts";
import { disturbances } from "./no-change.ts";
import { inOtherFormats } from "./other-formats.ts";
import type { Outline } from "./outline.ts";
import { type Random, seeded } from "./random.ts";
import { shuffled, two } from "./seeded-cases.ts";

const singles = 4;

export function laterCases(name: string, outline: Outline, seed: number): Case[] {
  const random = seeded(seed);
  let n = laterBySeed;
  const one = ({ content, label }: Pick<Case, "content" | "label">): Case => {
    const number = n++;
    return { page: name, n: number, set: setOf(name, number), label, content };
  };
  const changed = ({ content, changes }: Mutated) => one({ content, label: { changes } });
  const drawn = shuffled(mutations, random)
    .map((mutation) => mutation(outline.page, outline, random))
    .filter((mutated) => mutated !== undefined)
    .slice(0, singles);
  return [
    ...[...drawn, two(outline, random)].map(changed),
    ...disturbances.map((disturb) => one(disturb(outline.page, outline, random))),
    ...shownAnew(outline, random).map(changed),
    ...shownAnew(outline, random, true).map(({ content }) =>
      one({ content, label: { changes: [], nothing: "layout" } }),
    ),
  ];
}

/** In another format than the day before, and with a change, or with other words. */
function shownAnew(outline: Outline, random: Random, same = false): Mutated[] {
  if (inOtherFormats(outline).length === 0) return [];
  for (;;) {
    const before = same
      ? { ...random.pick(disturbances.slice(0, 2))(outline.page, outline, random), changes: [] }
      : random.pick(mutations)(outline.page, outline, random);
    if (!before) continue;
    const content = random.pick(inOtherFormats({ ...outline, page: before.content }));
    if (same || isWritten(outline.page, before.content, content)) {
      return [{ content, changes: before.changes }];
    }
  }
}

/** Whether each row that changed was taken for a row: one that was not stands there as it was. */
function isWritten(page: string, changed: string, written: string): boolean {
  const known = new Set(page.split("\n"));
  const lines = new Set(written.split("\n").map((line) => line.replace(/<\/?p>/g, "")));
  return changed
    .split("\n")
    .filter((line) => !known.has(line) && !/^[\s"{}]|^$/.test(line))
    .every((line) => !lines.has(line));
}
