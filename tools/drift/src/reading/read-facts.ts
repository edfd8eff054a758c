/** What a page says by its reading, and what of the page the reading does not cover. */
import type { Code, Page, Table } from "../page/page.ts";
import { roleOf } from "../words/titles.ts";
import { addExample, examplePointers, jsonIn } from "./examples.ts";
import { Facts, notRead, type Said, type Unread } from "./fact.ts";
import type { CommittedFact } from "./file.ts";
import { addLines, linesOf } from "./lines.ts";
import { assign, candidateOf, columnsOf, namesOf, startOf } from "./match.ts";
import { type Part, partsOf, plain } from "./parts.ts";
import type { Reading, TableReading } from "./reading.ts";
import { sectionsOf, slug } from "./sections.ts";
import { addErrors, addFields, addValues, pathsOf } from "./table-facts.ts";

type TablePart = Part & Table;

/**
 * @param recorded what was read last; on a first reading, what the proposal was made from
 * @param template the path that the spec has
 */
export function readFacts(
  page: Page,
  reading: Reading,
  recorded: readonly CommittedFact[],
  literals: ReadonlySet<string>,
  template: string,
): Said {
  const parts = partsOf(page.blocks, reading.sections);
  const facts = new Facts();
  const unread: Unread[] = missingSections(page, reading);
  const tables = parts.filter((part): part is TablePart => part.kind === "table");
  const meant = tablesOf(tables, reading.tables, recorded);
  const read = new Set<Part>(
    tables.filter((table) => !["lines", "nothing", undefined].includes(meant.get(table)?.is)),
  );
  const lines = addLines(facts, reading.lines, linesOf(parts, read), recorded, template);
  for (const lost of lines.lost)
    unread.push(notRead("blocks", `the line "${lost}"`, "no line of the page is like it"));
  const owners = new Map<string, TablePart>();
  const addExample = exampleReader(facts, parts, reading, recorded, literals);
  for (const part of parts) {
    if (part.kind === "code") unread.push(...addExample(part));
    if (part.kind !== "table") continue;
    const entry = meant.get(part);
    if (entry) unread.push(...addTable(facts, part, entry, owners));
    else if (!lines.found.has(part))
      unread.push(notRead("decide", nameOf(part), "the reading does not have it"));
  }
  unread.push(...missingTables(reading, [...meant.values()], parts, facts, recorded));
  unread.push(...addLists(facts, parts, reading));
  return { facts: facts.list(), sections: sectionsOf(parts), unread };
}

/** A table that is not found is gone where none of what it had is on the page; else it is there, and not read. */
function missingTables(
  { tables }: Reading,
  found: readonly TableReading[],
  parts: readonly Part[],
  facts: Facts,
  recorded: readonly CommittedFact[],
): Unread[] {
  const said = new Set(facts.list().map(({ subject }) => subject));
  const words = new Set(parts.flatMap((part) => wordsOf(part).match(/[\p{L}\d_-]+/gu) ?? []));
  return tables.flatMap((entry): Unread[] => {
    if (entry.is === "nothing" || entry.is === "lines" || found.includes(entry)) return [];
    const what = `the table under "${entry.under}" (${Object.keys(entry.columns).join(", ")})`;
    const start = startOf(entry);
    const lost = [...namesOf(entry, recorded)].filter(
      (name) => entry.is === "values" || !said.has(start + name),
    );
    const stands = lost.some((name) => words.has(name.split(".").at(-1) ?? ""));
    return [
      {
        what,
        why: stands ? "it is not on the page, and what it had is" : "it is not on the page",
        weight: stands ? "blocks" : "note",
      },
    ];
  });
}

const wordsOf = (part: Part) =>
  part.kind === "table" ? part.rows.map(({ line }) => line).join(" ") : part.text;

const nameOf = ({ under, titles, rows }: TablePart) =>
  `the table under "${under}" (${titles.length > 0 ? `${titles.join(", ")}: ` : ""}${rows
    .map(({ cells }) => cells.find((cell) => !/^\d*$/.test(cell)))
    .join(", ")
    .slice(0, 120)})`;

function missingSections({ blocks }: Page, { sections = [] }: Reading): Unread[] {
  const titles = blocks.flatMap((block) => (block.kind === "heading" ? plain(block.text) : []));
  return sections
    .filter((title) => !titles.includes(plain(title)))
    .map((title) =>
      notRead("blocks", `the section "${title}"`, "no title of the page is called so"),
    );
}

function tablesOf(
  tables: readonly TablePart[],
  entries: readonly TableReading[],
  recorded: readonly CommittedFact[],
): Map<Part, TableReading> {
  // The object of a table in a table stands on the page: it decides, before any likeness.
  const found = new Map<Part, TableReading>();
  for (const object of new Set(tables.map((table) => table.object))) {
    const own = entries.filter((entry) => (object === undefined ? true : entry.object === object));
    const parts = tables.filter((table) => table.object === object);
    const candidates = parts.map((part) =>
      candidateOf(part, part.titles.length > 0 ? part.titles.map(roleOf) : ["name"]),
    );
    const wanted = own.map((entry) => ({
      under: entry.under,
      names: namesOf(entry, recorded),
      titles: Object.keys(entry.columns).every((title) => /^\d$/.test(title))
        ? []
        : Object.keys(entry.columns),
    }));
    for (const [part, at] of assign(candidates, wanted)) {
      const entry = own[at];
      if (entry) found.set(part, entry);
    }
  }
  return found;
}

function addTable(
  facts: Facts,
  table: TablePart,
  entry: TableReading,
  owners: Map<string, TablePart>,
): Unread[] {
  if (entry.is === "?")
    return [notRead("blocks", nameOf(table), 'say in the reading what it "is"')];
  if (entry.is === "nothing" || entry.is === "lines") return [];
  facts.section = slug(table.under);
  const { columns, unread } = columnsOf(table, entry);
  for (const [title, role] of Object.entries(entry.columns))
    if (role === "?")
      unread.push(
        notRead(
          "blocks",
          `the column "${title}" of ${nameOf(table)}`,
          "say in the reading what it holds",
        ),
      );
  if (entry.is === "errors") addErrors(facts, table, columns);
  else if (entry.is === "values") addValues(facts, table, columns, entry.of ?? "");
  else {
    const again = pathsOf(columns, table, entry.object).find(
      (path) => path && (owners.get(`${entry.is} ${entry.place} ${path}`) ?? table) !== table,
    );
    if (again)
      return [
        ...unread,
        notRead(
          "blocks",
          nameOf(table),
          `it has ${entry.is}.${again}, which another table has, too; give it the "object" that its fields are of`,
        ),
      ];
    for (const path of pathsOf(columns, table, entry.object))
      if (path) owners.set(`${entry.is} ${entry.place} ${path}`, table);
    addFields(facts, table, columns, entry, inPath(facts, entry));
  }
  return unread;
}

/** A table that the reading puts nowhere may name what the path has a place for. */
function inPath(facts: Facts, { place }: TableReading): ReadonlySet<string> {
  const path = facts.list().find(({ id }) => id === "operation.path")?.value ?? "";
  return new Set(place ? [] : [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? ""));
}

function exampleReader(
  facts: Facts,
  parts: readonly Part[],
  reading: Reading,
  recorded: readonly CommittedFact[],
  literals: ReadonlySet<string>,
) {
  const examples = new Map(
    parts.flatMap((part) => {
      const json = part.kind === "code" ? jsonIn(part.text) : undefined;
      return json ? [[part, json] as const] : [];
    }),
  );
  const candidates = [...examples].map(([part, json]) => ({
    part,
    under: part.under,
    names: new Set(examplePointers(json)),
    titles: [],
  }));
  const wanted = reading.examples.map(({ under, is, label }) => {
    const start = `${subjectOf(is, label)}/`;
    const names = recorded.flatMap(({ subject }) =>
      subject.startsWith(start) ? subject.slice(start.length - 1) : [],
    );
    return { under, names: new Set(names), titles: [] };
  });
  const found = assign<Part>(candidates, wanted);
  return (part: Part & Code): Unread[] => {
    const json = examples.get(part);
    const entry = reading.examples[found.get(part) ?? -1];
    if (!json || entry?.is === "nothing") return [];
    if (!entry)
      return [notRead("note", `the example under "${part.under}"`, "the reading does not have it")];
    facts.section = slug(part.under);
    addExample(facts, subjectOf(entry.is, entry.label), json, literals, part.text);
    return [];
  };
}

export const subjectOf = (side: string, label: string | undefined): string =>
  `example.${side}${label ? `.${label}` : ""}`;

/** An entry that is a word of the wire: `VISA`, `partly_refunded`, `VISA: credit cards`. */
export const wordIn = (item: string): string | undefined =>
  /^[`"']?([A-Z][A-Z0-9_-]+|[a-z]+(?:_[a-z0-9]+)+)[`"']?(?:\s*(?:[:=–(]|- ).*)?$/.exec(
    item.trim(),
  )?.[1];

function addLists(facts: Facts, parts: readonly Part[], reading: Reading): Unread[] {
  return reading.lists.flatMap(({ under, of }) => {
    const items = parts.filter(
      (part) => part.kind === "item" && plain(part.under) === plain(under),
    );
    const words = items.flatMap((part) => (part.kind === "item" ? (wordIn(part.text) ?? []) : []));
    facts.section = slug(under);
    for (const word of words)
      facts.add(of, of.startsWith("list.") ? `word.${word}` : `enum.${word}`, "yes", word);
    return words.length > 0
      ? []
      : [notRead("blocks", `the list under "${under}"`, "it is not on the page")];
  });
}
