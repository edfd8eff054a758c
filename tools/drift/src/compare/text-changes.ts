/** Words that came or went while the facts stayed. */
import type { Reading } from "../facts/fact.ts";
import type { Committed } from "../facts/file.ts";

export interface TextChange {
  readonly section: string;
  /** Sentences, entries and rows that were not there before. */
  readonly added: readonly string[];
  /** How many are gone. Their words are not kept. */
  readonly removed: number;
}

/** Moving words to another section, or another order of them, is no change. */
export function textChanges(committed: Committed, { sections }: Reading): readonly TextChange[] {
  const before = new Set(committed.sections.flatMap(({ hashes }) => hashes));
  const after = new Set(sections.flatMap(({ units }) => units.map(({ hash }) => hash)));
  const titles = new Set([
    ...sections.map(({ title }) => title),
    ...committed.sections.map(({ title }) => title),
  ]);
  return [...titles].flatMap((section) => {
    const units = sections.find(({ title }) => title === section)?.units ?? [];
    const hashes = committed.sections.find(({ title }) => title === section)?.hashes ?? [];
    const added = units.filter(({ hash }) => !before.has(hash)).map(({ words }) => words);
    const removed = hashes.filter((hash) => !after.has(hash)).length;
    return added.length + removed > 0 ? [{ section, added, removed }] : [];
  });
}
