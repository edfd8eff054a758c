/** Whether this is the page whose facts were read last time, and all of it. */
import type { Said } from "../reading/fact.ts";
import type { Committed } from "../reading/file.ts";

export interface Recognised {
  /** Fields, codes and words that were known and are there, of all that were known. */
  readonly found: number;
  readonly known: number;
  /** Why nothing should be concluded from the page; undefined where it is the page. */
  readonly problem?: string;
  /** `--whole` takes it for the page: what is missing is removed. */
  readonly whole?: boolean;
}

/** Fewer than these make no page of a refund call. */
const fewest = 3;
/** So much of what is known has to be there; more where the path is another one. */
const share = { samePath: 0.35, otherPath: 0.7 };
/** A page that merely lost its last row or two is reported as such. */
const tail = 3;

/** @param whole the caller says that nothing is missing */
export function recognise(
  committed: Committed,
  { facts, sections, unread }: Said,
  page: { readonly cut: boolean; readonly closed: boolean },
  whole: boolean,
): Recognised {
  const current = new Set(facts.map(({ subject }) => subject));
  const known = [...new Set(committed.facts.map(({ subject }) => subject))].filter(isContract);
  const found = known.filter((subject) => current.has(subject)).length;
  const pathOf = (list: readonly { readonly id: string; readonly value: string }[]) =>
    list.find(({ id }) => id === "operation.path")?.value;
  const samePath = pathOf(facts) === pathOf(committed.facts);
  const isOther =
    [...current].filter(isContract).length < fewest ||
    found < known.length * (samePath ? share.samePath : share.otherPath);
  const missing = unread.filter(({ weight }) => weight === "blocks");
  const named = missing.map(({ what }) => what).join(", ");
  const hashes = sections.flatMap(({ units }) => units.map(({ hash }) => hash));
  const problem =
    (!whole && page.cut && "the page breaks off: what its format has to close is left open") ||
    (isOther &&
      `it is another page, or is filled by script and has to be saved from the browser${named && `: it does not have ${named}`}`) ||
    (!whole &&
      (missing.map(({ what, why }) => `${what} is not read: ${why}`).join("; ") ||
        (!page.closed && missingEnd(committed, current, hashes)))) ||
    undefined;
  return { found, known: known.length, ...(problem && { problem, whole: !isOther }) };
}

const isContract = (subject: string) => /^(?:request|response|error|list)\./.test(subject);

/** Everything from some place on, or up to some place, is missing, and nothing else is. */
function missingEnd(
  { facts, sections }: Committed,
  subjects: ReadonlySet<string>,
  hashes: readonly string[],
): string | undefined {
  const present = new Set(hashes);
  const units = sections.flatMap((section) => section.hashes).map((hash) => present.has(hash));
  // What is said of the whole page has no place in the order.
  const known = [...new Set(facts.map(({ subject }) => subject))]
    .filter((subject) => !/^(?:page|host|operation)$/.test(subject))
    .map((subject) => subjects.has(subject));
  if (!known.includes(false)) return undefined;
  const last = known.lastIndexOf(true) + 1;
  const lost = units.length - 1 - units.lastIndexOf(true);
  if (lost >= tail && last < known.length && known.slice(0, last).every(Boolean))
    return `the page breaks off: its last ${lost} sentences and rows are missing, and everything before them is there`;
  const first = known.indexOf(true);
  const begun = units.indexOf(true);
  if (begun >= tail && first > 0 && known.slice(first).every(Boolean))
    return `the beginning of the page is missing: its first ${begun} sentences and rows are not there, and everything after them is`;
  return undefined;
}
