/** Which table, example or list of the page a reading means: by its title, its columns, and what it had last. */
import type { Table } from "../page/page.ts";
import { plainTitle, type Role, roleOf, shapeOf } from "../words/titles.ts";
import { notRead, type Unread } from "./fact.ts";
import type { CommittedFact } from "./file.ts";
import { nameIn } from "./names.ts";
import { type Part, plain } from "./parts.ts";
import type { TableReading } from "./reading.ts";
import { type Columns, codeIn } from "./table-facts.ts";

export interface Candidate<P> {
  readonly part: P;
  readonly under: string;
  readonly names: ReadonlySet<string>;
  readonly titles: readonly string[];
}

export interface Wanted {
  readonly under: string;
  readonly names: ReadonlySet<string>;
  readonly titles: readonly string[];
}

/** The best pairs first; an entry has one part, and others only where its table goes on in them. */
export function assign<P>(
  parts: readonly Candidate<P>[],
  entries: readonly Wanted[],
): Map<P, number> {
  const pairs = parts.flatMap((part) =>
    entries.map((entry, at) => {
      const shared = [...part.names].filter((name) => entry.names.has(name)).length;
      const same = titlesOf(part) === titlesOf(entry);
      const titled = plain(part.under) === plain(entry.under);
      const share = shared / Math.max(1, Math.max(part.names.size, entry.names.size));
      const exact = same && titled && (part.titles.length > 0 || entry.names.size === 0);
      return {
        part,
        at,
        shared,
        exact,
        score: share * 4 + (shared > 0 ? 1 : 0) + (titled ? 1 : 0) + (same ? 1 : 0),
      };
    }),
  );
  const found = new Map<P, number>();
  for (const { part, at, shared, exact, score } of pairs.toSorted((a, b) => b.score - a.score)) {
    const entry = entries[at];
    if (!entry || found.has(part.part) || score < 2 || (shared === 0 && !exact)) continue;
    const taken = [...found.values()].includes(at);
    if (taken && !(shared * 2 > part.names.size && titlesOf(part) === titlesOf(entry))) continue;
    found.set(part.part, at);
  }
  return found;
}

const titlesOf = ({ titles }: { readonly titles: readonly string[] }) =>
  titles
    .filter((title) => shapeOf(title) !== "index")
    .map(plainTitle)
    .sort()
    .join("|");

/** Names of the fields, codes or words of a table, in whichever columns may have them. */
export function namesIn(table: Table, columns: Columns): Set<string> {
  const those = (...wanted: readonly (Role | undefined)[]) =>
    columns.flatMap((role, at) => (wanted.includes(role) ? [at] : []));
  const named = those("name", "code");
  const holders = named.length > 0 ? named : those("value");
  const at = holders.length > 0 ? holders : [0];
  return new Set(
    table.rows.flatMap(({ cells }) =>
      at.flatMap(
        (column) => codeIn(cells[column] ?? "") ?? nameIn(cells[column] ?? "")?.path ?? [],
      ),
    ),
  );
}

/** What the subjects of its fields or codes begin with. */
export const startOf = ({ is, object }: TableReading): string =>
  is === "errors" ? "error." : `${is}.${object ? `${object}.` : ""}`;

/** What a table of this reading had when it was read last. */
export function namesOf(reading: TableReading, facts: readonly CommittedFact[]): Set<string> {
  if (reading.is === "values")
    return new Set(
      facts.flatMap(({ subject, aspect }) =>
        subject === reading.of && aspect.startsWith("enum.") ? aspect.slice(5) : [],
      ),
    );
  const start = startOf(reading);
  const elsewhere = new Set(
    facts.flatMap(({ subject, aspect, value }) =>
      aspect === "place" && reading.place && value !== reading.place ? [subject] : [],
    ),
  );
  const own = facts.filter(({ subject }) => subject.startsWith(start) && !elsewhere.has(subject));
  return new Set(own.map(({ subject }) => subject.slice(start.length)));
}

/** The columns of a table as its reading has them, and what of either is not in the other. */
export function columnsOf(
  table: Table,
  reading: TableReading,
): { readonly columns: Columns; readonly unread: Unread[] } {
  const where = `of the table under "${reading.under}"`;
  const known = new Map(
    Object.entries(reading.columns).map(([title, role]) => [plainTitle(title), role]),
  );
  const width = Math.max(table.titles.length, ...table.rows.map(({ cells }) => cells.length));
  const titles =
    table.titles.length > 0
      ? table.titles
      : Array.from({ length: width }, (_, at) => String(at + 1));
  const exact = titles.map((title) => known.get(plainTitle(title)));
  const missing = new Set(
    [...known.values()].filter(
      (role) => role !== "ignored" && role !== "?" && !exact.includes(role),
    ) as Role[],
  );
  const unread: Unread[] = [];
  const columns = titles.map((title, at): Role | undefined => {
    const role = exact[at];
    if (role !== undefined) return role === "?" ? undefined : role;
    // Another word for the same, such as Field for Name.
    const meant = roleOf(title);
    if (meant && meant !== "ignored" && (missing.delete(meant) || !exact.includes(meant)))
      return meant;
    if (meant !== "ignored" && title.trim() !== "")
      unread.push(
        notRead("note", `the column "${title}" ${where}`, "the reading does not have it"),
      );
    return undefined;
  });
  for (const role of missing) {
    const title = Object.entries(reading.columns).find(([, one]) => one === role)?.[0];
    unread.push(
      notRead(
        "blocks",
        `the column "${title}" (${role}) ${where}`,
        `its columns are ${titles.map((one) => `"${one}"`).join(", ")}`,
      ),
    );
  }
  return { columns, unread };
}

export const candidateOf = (part: Part & Table, columns: Columns): Candidate<Part & Table> => ({
  part,
  under: part.under,
  names: namesIn(part, columns),
  titles: part.titles,
});
