/** Two readings of a page, statement by statement. */
import type { Fact } from "../reading/fact.ts";
import type { CommittedFact } from "../reading/file.ts";
import type { Change } from "./change.ts";
import { findRenames } from "./renames.ts";

/** Order, layout and format make no difference; each subject gives at most one change of each kind. */
export function compare(committed: readonly CommittedFact[], current: readonly Fact[]): Change[] {
  const before = bySubject(committed);
  const after = bySubject(current);
  const changes: Change[] = [];
  for (const [subject, now] of after) {
    const then = before.get(subject) ?? [];
    if (then.length > 0 || standing.has(subject)) changes.push(...changesOf(subject, then, now));
    else changes.push({ kind: "added", subject, whole: true, before: [], after: now });
  }
  for (const [subject, then] of before) {
    if (after.has(subject)) continue;
    if (standing.has(subject)) changes.push(...changesOf(subject, then, []));
    else changes.push({ kind: "removed", subject, whole: true, before: then, after: [] });
  }
  if (changes.length === 0) return [];
  return findRenames(changes, order(committed), order(current));
}

/** Subjects that a page always has: only statements about them come and go. */
const standing = new Set(["operation", "host", "page"]);

function changesOf(
  subject: string,
  then: readonly CommittedFact[],
  now: readonly Fact[],
): Change[] {
  const changes: Change[] = [];
  for (const fact of now) {
    const was = then.find(({ aspect }) => aspect === fact.aspect);
    if (was ? !same(was, fact) : !passing.has(fact.aspect)) {
      changes.push({
        kind: was ? "changed" : "added",
        subject,
        whole: false,
        before: was ? [was] : [],
        after: [fact],
      });
    }
  }
  for (const fact of then) {
    if (passing.has(fact.aspect) || now.some(({ aspect }) => aspect === fact.aspect)) continue;
    changes.push({ kind: "removed", subject, whole: false, before: [fact], after: [] });
  }
  return changes;
}

/** A month is written MM or mm in a date; in a time, capitals mean another clock. */
const same = (a: CommittedFact, b: CommittedFact) => {
  const plain = ({ aspect, value }: CommittedFact) =>
    aspect === "format" ? value.replace(/^[^hH]*/, (date) => date.toLowerCase()) : value;
  return plain(a) === plain(b);
};

/** Statements that some formats cannot hold: they count only where both readings have them. */
const passing = new Set(["listed"]);

function bySubject<F extends CommittedFact>(facts: readonly F[]): Map<string, F[]> {
  const subjects = new Map<string, F[]>();
  for (const fact of facts) {
    const own = subjects.get(fact.subject);
    if (own) own.push(fact);
    else subjects.set(fact.subject, [fact]);
  }
  return subjects;
}

const order = (facts: readonly CommittedFact[]): readonly string[] => [
  ...new Set(facts.map(({ subject }) => subject)),
];
