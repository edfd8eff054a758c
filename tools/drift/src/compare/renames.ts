/** What went and what came, alike enough to be one thing under another name. A person decides; the effect is that of both. */
import { distance } from "fastest-levenshtein";
import type { Change } from "./change.ts";

export function findRenames(
  changes: readonly Change[],
  before: readonly string[],
  after: readonly string[],
): Change[] {
  const gone = changes.filter(({ kind }) => kind === "removed");
  const come = changes.filter(({ kind }) => kind === "added");
  const pairs = gone.flatMap((was) =>
    come.map((is) => ({ was, is, likeness: likeness(was, is, before, after) })),
  );
  const used = new Set<Change>();
  const renamed = new Map<Change, Change>();
  for (const { was, is, likeness: found } of pairs.sort((a, b) => b.likeness - a.likeness)) {
    if (found < enough || used.has(was) || used.has(is)) continue;
    used.add(was).add(is);
    renamed.set(is, { ...is, kind: "renamed", formerly: was.subject, before: was.before });
  }
  return withoutMoved(
    changes.flatMap((change) => renamed.get(change) ?? (used.has(change) ? [] : [change])),
  );
}

/** What was in an object that is renamed, and is still in it, is not a change of its own. */
function withoutMoved(changes: readonly Change[]): Change[] {
  const moved = changes.flatMap(({ kind, whole, subject, formerly }) =>
    kind === "renamed" && whole && formerly ? [{ from: formerly, to: subject }] : [],
  );
  const counterpart = ({ kind, subject }: Change, other: Change) =>
    moved.some(({ from, to }) => {
      const [own, its] = kind === "removed" ? [from, to] : [to, from];
      return (
        /^[./]/.test(subject.slice(own.length)) &&
        subject.startsWith(own) &&
        other.subject === its + subject.slice(own.length)
      );
    });
  const opposite = { removed: "added", added: "removed", renamed: "", changed: "" };
  return changes.filter((change) => {
    const other = changes.find(
      (one) =>
        one.whole && change.whole && one.kind === opposite[change.kind] && counterpart(change, one),
    );
    const stated = (one: Change) =>
      [...one.before, ...one.after]
        .filter(({ aspect }) => aspect !== "value")
        .map(({ aspect, value }) => `${aspect} ${value}`)
        .sort()
        .join();
    return !other || stated(other) !== stated(change);
  });
}

const enough = 0.75;

/** 0 for two things that cannot be one; up to 1 for the same statements under a name nearly the same. */
function likeness(
  was: Change,
  is: Change,
  before: readonly string[],
  after: readonly string[],
): number {
  const [a, b] = [nameOf(was), nameOf(is)];
  if (!a || !b || a.parent !== b.parent || a.name === b.name) return 0;
  const facts = was.whole ? sharedFacts(was, is) : 1;
  if (facts < 0.5) return 0;
  const near =
    1 -
    distance(a.name.toLowerCase(), b.name.toLowerCase()) / Math.max(a.name.length, b.name.length);
  return facts * 0.5 + Math.max(near, sameNeighbour(was, is, before, after) ? 0.6 : 0) * 0.5;
}

/** The share of statements that both make. */
function sharedFacts(was: Change, is: Change): number {
  const [then, now] = [was.before, is.after];
  const shared = now.filter((fact) =>
    then.some(({ aspect, value }) => aspect === fact.aspect && value === fact.value),
  );
  return shared.length / Math.max(then.length, now.length, 1);
}

const names = /^(?:enum|member|word)\./;

/** What could have been renamed, and within what. Undefined for a statement that has no name of its own. */
function nameOf({ subject, whole, before, after }: Change) {
  if (subject.startsWith("answer.")) return undefined;
  if (whole) {
    const at = Math.max(subject.lastIndexOf("."), subject.lastIndexOf("/"));
    return { parent: subject.slice(0, at + 1), name: subject.slice(at + 1) };
  }
  const aspect = [...before, ...after][0]?.aspect ?? "";
  const dot = aspect.indexOf(".");
  return names.test(aspect)
    ? { parent: `${subject} ${aspect.slice(0, dot)}`, name: aspect.slice(dot + 1) }
    : undefined;
}

/** Stands after what the other stood after, or before it. */
function sameNeighbour(
  was: Change,
  is: Change,
  before: readonly string[],
  after: readonly string[],
): boolean {
  const [i, j] = [before.indexOf(was.subject), after.indexOf(is.subject)];
  if (i < 0 || j < 0 || was.subject === is.subject) return was.subject === is.subject;
  return (
    (i > 0 && j > 0 && before[i - 1] === after[j - 1]) ||
    (before[i + 1] !== undefined && before[i + 1] === after[j + 1])
  );
}
