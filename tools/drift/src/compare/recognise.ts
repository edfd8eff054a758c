/** Whether this is the page whose facts were read last time, and all of it. */
import type { Fact, Reading } from "../facts/fact.ts";
import type { Committed } from "../facts/file.ts";

export interface Recognised {
  /** Fields, codes and words that were known and are there, of all that were known. */
  readonly found: number;
  readonly known: number;
  /** Why nothing should be concluded from the page; undefined where it is the page. */
  readonly problem?: string;
}

/** Fewer than these make no page of a refund call. */
const fewest = 3;
/** So much of what is known has to be there; more where the path is another one. */
const share = { samePath: 0.35, otherPath: 0.7 };
/** A page that merely lost its last row or two is reported as such. */
const tail = 3;

export function recognise(
  committed: Committed,
  { facts, sections }: Reading,
  page: { cut: boolean; closed: boolean },
): Recognised {
  const current = new Set(facts.map(({ subject }) => subject));
  const known = [...new Set(committed.facts.map(({ subject }) => subject))].filter(isContract);
  const found = known.filter((subject) => current.has(subject)).length;
  const counted = { found, known: known.length };
  if (page.cut)
    return {
      ...counted,
      problem: "the page breaks off: what its format has to close is left open",
    };
  if ([...current].filter(isContract).length < fewest) {
    return {
      ...counted,
      problem:
        "hardly any field or code could be read from it; a page that is filled by script has to be saved from the browser",
    };
  }
  const pathOf = (list: readonly Pick<Fact, "id" | "value">[]) =>
    list.find(({ id }) => id === "operation.path")?.value;
  const samePath = pathOf(facts) === pathOf(committed.facts);
  if (found < known.length * (samePath ? share.samePath : share.otherPath)) {
    return {
      ...counted,
      problem: samePath
        ? "most of what is known of the page is not on it"
        : "it is another page: its path and much of its contract are others",
    };
  }
  const missing = missingEnd(
    committed,
    facts,
    sections.flatMap(({ units }) => units.map(({ hash }) => hash)),
  );
  if (!page.closed && missing) return { ...counted, problem: missing };
  return counted;
}

const isContract = (subject: string) => /^(?:request|response|error|list)\./.test(subject);

/** Everything from some place on, or up to some place, is missing, and nothing else is. */
function missingEnd(
  { facts, sections }: Committed,
  current: readonly Fact[],
  hashes: readonly string[],
): string | undefined {
  const present = new Set(hashes);
  const units = sections.flatMap((section) => section.hashes).map((hash) => present.has(hash));
  const subjects = new Set(current.map(({ subject }) => subject));
  // What is said of the whole page, such as its version, has no place in the order; method, path and hosts are read first.
  const known = [...new Set(facts.map(({ subject }) => subject))]
    .filter((subject) => !/^(?:page|host|operation)$/.test(subject))
    .map((subject) => subjects.has(subject));
  if (!known.includes(false)) return undefined;
  const onlyEnd = (list: readonly boolean[], from: number) => list.slice(0, from).every(Boolean);
  const last = known.lastIndexOf(true) + 1;
  if (
    units.length - 1 - units.lastIndexOf(true) >= tail &&
    onlyEnd(known, last) &&
    last < known.length
  ) {
    return `the page breaks off: its last ${units.length - 1 - units.lastIndexOf(true)} sentences and rows are missing, and everything before them is there`;
  }
  const first = known.indexOf(true);
  if (
    units.indexOf(true) >= tail &&
    first > 0 &&
    onlyEnd([...known].reverse(), known.length - first)
  ) {
    return `the beginning of the page is missing: its first ${units.indexOf(true)} sentences and rows are not there, and everything after them is`;
  }
  return undefined;
}
