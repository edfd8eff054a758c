/** A published OpenAPI file against what was read of it last. */
import { type Accepted, recordFacts } from "../accept.ts";
import { type Checked, concluded } from "../check.ts";
import { highest, type JudgedChange } from "../compare/change.ts";
import { notRead, type Said } from "../reading/fact.ts";
import { type Committed, type CommittedFact, isOfOpenApi } from "../reading/file.ts";
import type { Spec } from "../spec/contract.ts";
import type { Holder } from "../spec/data.ts";
import { Unusable } from "../unusable.ts";
import { type Published, publishedFacts, toCarry } from "./published.ts";

/**
 * @param whole a call that is not in the file is gone
 * @throws {Unusable} where a page was read last: its facts are of prose, and cannot be compared
 */
export function checkPublished(
  document: Holder,
  committed: Committed,
  spec: Spec,
  whole = false,
): Checked {
  if (!isOfOpenApi(committed))
    throw new Unusable(
      "This is an OpenAPI file, and what was read last is a page. Record the file first: npm run docs:accept -- <provider> <file>",
    );
  const published = publishedFacts(document, spec.contract);
  const { facts } = published;
  const subjects = new Set(facts.map(({ subject }) => subject));
  const known = [...new Set(committed.facts.map(({ subject }) => subject))];
  const found = known.filter((subject) => subjects.has(subject)).length;
  const about = { found, known: known.length };
  if (published.problem && whole)
    return concluded("openapi", { ...published, unread: [] }, about, theCall(committed), spec);
  const recognised = published.problem
    ? { ...about, problem: published.problem, whole: true }
    : about;
  const said = knownTo(committed, published);
  const checked = concluded("openapi", said, recognised, committed, spec);
  const changes = checked.changes.map((change) => withLists(change, committed.facts, facts));
  return { ...checked, changes, effect: highest(changes.map((change) => change.effect)) };
}

/** Of a call that is gone, all that is said of it is gone; that it is, is one change. */
const theCall = (committed: Committed): Committed => ({
  ...committed,
  facts: committed.facts.filter(({ id }) => id === "operation.path"),
  sections: [],
});

/** Without what was not recorded yet when the file was read last, which may have been in it. */
function knownTo(committed: Committed, { facts, sections }: Published): Said {
  const isLater = ({ subject }: CommittedFact) => /^(?:answer|error)\./.test(subject);
  if (committed.facts.some(isLater)) return { facts, sections, unread: [] };
  const what = "HTTP answers, error codes and descriptions";
  const unread = [notRead("note", what, "not yet known; the next docs:accept records them")];
  return { facts: facts.filter((fact) => !isLater(fact)), sections: [], unread };
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
  const { facts, sections, problem } = publishedFacts(document, spec.contract);
  if (problem) return { status: "unreadable", unread: [notRead("blocks", "the file", problem)] };
  return recordFacts(
    { facts, sections, unread: [] },
    committed && isOfOpenApi(committed) ? committed : undefined,
    spec,
    toCarry(facts, spec.contract),
  );
}
