/** An example is known by its title, and a title may be reworded: the same shape under another title is the same example. */
import type { Fact } from "../facts/fact.ts";
import type { CommittedFact } from "../facts/file.ts";

export function sameLabels(
  committed: readonly CommittedFact[],
  current: readonly Fact[],
): readonly Fact[] {
  const before = shapes(committed);
  const after = shapes(current);
  const gone = [...before.keys()].filter((title) => !after.has(title));
  const renamed = new Map<string, string>();
  for (const [title, shape] of after) {
    if (before.has(title)) continue;
    const near = gone
      .filter((other) => sideOf(other) === sideOf(title) && ![...renamed.values()].includes(other))
      .map((other) => ({ other, likeness: likeness(shape, before.get(other) ?? new Set()) }))
      .sort((a, b) => b.likeness - a.likeness)[0];
    if (near && near.likeness >= 0.6) renamed.set(title, near.other);
  }
  return current.map((fact) => {
    const former = renamed.get(titleOf(fact.subject));
    if (former === undefined) return fact;
    const subject = former + fact.subject.slice(titleOf(fact.subject).length);
    return { ...fact, subject, id: `${subject}.${fact.aspect}` };
  });
}

const titleOf = (subject: string) => /^example\.[^/]*/.exec(subject)?.[0] ?? "";
const sideOf = (title: string) => title.split(".")[1];

function shapes(facts: readonly CommittedFact[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { subject } of facts) {
    const title = titleOf(subject);
    if (title === "") continue;
    const shape = found.get(title) ?? new Set();
    found.set(title, shape.add(subject.slice(title.length)));
  }
  return found;
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pointer) => b.has(pointer)).length;
  return shared / Math.max(a.size, b.size, 1);
}
