/** A published OpenAPI file against what was read of it last. */
import { type Accepted, recordFacts } from "../accept.ts";
import { type Checked, concluded } from "../check.ts";
import { highest, type JudgedChange } from "../compare/change.ts";
import { notRead, type Said } from "../reading/fact.ts";
import type { Committed, CommittedFact } from "../reading/file.ts";
import type { Spec } from "../spec/contract.ts";
import type { Holder } from "../spec/data.ts";
import { Unusable } from "../unusable.ts";
import { publishedFacts, toCarry } from "./published.ts";

/** @throws {Unusable} where a page was read last: its facts are of prose, and cannot be compared */
export function checkPublished(document: Holder, committed: Committed, spec: Spec): Checked {
  if (committed.sections.length > 0)
    throw new Unusable(
      "This is an OpenAPI file, and what was read last is a page. Record the file first: pnpm docs:accept <provider> <file>",
    );
  const { facts, problem } = publishedFacts(document, spec.contract);
  const said: Said = { facts, sections: [], unread: [] };
  const subjects = new Set(facts.map(({ subject }) => subject));
  const known = [...new Set(committed.facts.map(({ subject }) => subject))];
  const recognised = {
    found: known.filter((subject) => subjects.has(subject)).length,
    known: known.length,
    ...(problem && { problem }),
  };
  const checked = concluded("openapi", said, recognised, committed, spec);
  const changes = checked.changes.map((change) => withLists(change, committed.facts, facts));
  return { ...checked, changes, effect: highest(changes.map((change) => change.effect)) };
}

/** A list of values that is new leaves fewer values than none did, and one that is gone leaves more. */
function withLists(
  change: JudgedChange,
  before: readonly CommittedFact[],
  after: readonly CommittedFact[],
): JudgedChange {
  const isListed = (facts: readonly CommittedFact[]) =>
    facts.some(({ subject, aspect }) => subject === change.subject && aspect.startsWith("enum."));
  const aspect = [...change.before, ...change.after][0]?.aspect ?? "";
  if (change.whole || !change.subject.startsWith("request.") || !aspect.startsWith("enum."))
    return change;
  if (!isListed(before))
    return {
      ...change,
      effect: "major",
      reason: "any value could be sent, and only listed ones can now",
    };
  return isListed(after)
    ? change
    : { ...change, effect: "minor", reason: "any value can be sent now" };
}

export function acceptPublished(
  document: Holder,
  committed: Committed | undefined,
  spec: Spec,
): Accepted {
  const { facts, problem } = publishedFacts(document, spec.contract);
  if (problem) return { status: "unreadable", unread: [notRead("blocks", "the file", problem)] };
  return recordFacts(
    { facts, sections: [], unread: [] },
    committed?.sections.length === 0 ? committed : undefined,
    spec,
    toCarry(facts, spec.contract),
  );
}
