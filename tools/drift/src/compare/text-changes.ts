/** Words that came or went, whether or not a fact did, with the lines of the spec that a maintainer holds them against. */
import type { Said } from "../reading/fact.ts";
import type { Committed } from "../reading/file.ts";
import type { Spec } from "../spec/contract.ts";
import { lineOf } from "../spec/self-check.ts";
import { tie } from "../spec/ties.ts";

export interface TextChange {
  readonly section: string;
  /** Sentences, entries and rows that were not there before. */
  readonly added: readonly string[];
  /** How many are gone. Their words are not kept. */
  readonly removed: number;
  /** Lines of the spec that are from this section. */
  readonly lines: readonly number[];
}

/** Moving words to another section, or another order of them, is not a change. */
export function textChanges(
  committed: Committed,
  { sections, facts }: Said,
  spec: Spec,
): readonly TextChange[] {
  const before = new Set(committed.sections.flatMap(({ hashes }) => hashes));
  const after = new Set(sections.flatMap(({ units }) => units.map(({ hash }) => hash)));
  const titles = new Set([...sections, ...committed.sections].map(({ title }) => title));
  return [...titles].flatMap((section) => {
    const units = sections.find(({ title }) => title === section)?.units ?? [];
    const hashes = committed.sections.find(({ title }) => title === section)?.hashes ?? [];
    const added = units.filter(({ hash }) => !before.has(hash)).map(({ words }) => words);
    const removed = hashes.filter((hash) => !after.has(hash)).length;
    if (added.length + removed === 0) return [];
    const own = facts
      .filter((fact) => fact.section === section)
      .flatMap((fact) => tie(fact, spec) ?? []);
    return [
      {
        section,
        added,
        removed,
        lines: [...new Set(own.map((tied) => lineOf(tied, spec)))].sort((a, b) => a - b),
      },
    ];
  });
}
