/** A published OpenAPI file against what was read of it last. */
import type { Accepted } from "../accept.ts";
import type { Checked } from "../check.ts";
import { highest, type JudgedChange } from "../compare/change.ts";
import { compare } from "../compare/compare.ts";
import { judge } from "../compare/judge.ts";
import type { Said } from "../reading/fact.ts";
import { type Committed, type CommittedFact, printFacts } from "../reading/file.ts";
import type { Spec } from "../spec/contract.ts";
import type { Holder } from "../spec/data.ts";
import { decisionsIn, undecided } from "../spec/decisions.ts";
import { followed, uncarried, unfounded } from "../spec/self-check.ts";
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
  const result = { format: "openapi" as const, said, recognised, text: [] };
  if (problem) return { ...result, status: "unreadable", changes: [], effect: "none" };
  const judged = judge(compare(committed.facts, facts), committed, said, spec);
  const changes = judged.map((change) => withLists(change, committed.facts, facts));
  const effect = highest(changes.map((change) => change.effect));
  return { ...result, status: changes.length > 0 ? "changed" : "same", changes, effect };
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
  if (problem)
    return { status: "unreadable", unread: [{ what: "the file", why: problem, weight: "blocks" }] };
  const before = committed?.sections.length === 0 ? committed : undefined;
  const gaps = [
    ...uncarried(toCarry(facts, spec.contract), spec),
    ...unfounded(facts, spec),
    ...(before ? undecided(facts, before, spec) : []),
  ];
  if (gaps.length > 0) return { status: "refused", gaps };
  const said: Said = { facts, sections: [], unread: [] };
  const { page, read } = followed(spec);
  const content = printFacts({ page, read, decisions: decisionsIn(facts, spec) }, said);
  return { status: "accepted", content, said, read, unread: [] };
}
