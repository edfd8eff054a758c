/** A first reading of a page, proposed to a maintainer: here, and only here, titles and likenesses are guessed from. */
import type { Code, Page } from "../page/page.ts";
import { dotted } from "../pointers.ts";
import type { Contract } from "../spec/contract.ts";
import { examplePointers, jsonIn } from "./examples.ts";
import type { Place, Side } from "./fact.ts";
import type { CommittedFact } from "./file.ts";
import { linesOf } from "./lines.ts";
import { namesIn, startOf } from "./match.ts";
import { type Part, partsOf } from "./parts.ts";
import { callOf, proposeLines } from "./propose-lines.ts";
import { sectionsFor } from "./propose-sections.ts";
import { namesOfSide, sideIn, tableFor } from "./propose-table.ts";
import { subjectOf, wordIn } from "./read-facts.ts";
import type { ExampleReading, ListReading, Reading, TableReading } from "./reading.ts";
import { slug } from "./sections.ts";

interface Proposal {
  readonly reading: Reading;
  /** What each table and example has, by which a first reading finds them again. */
  readonly recorded: readonly CommittedFact[];
}

export function propose(
  page: Page,
  contract: Contract,
  sections = sectionsFor(page.blocks, contract),
): Proposal {
  const parts = partsOf(page.blocks, sections);
  const recorded: CommittedFact[] = [];
  const record = (subject: string, place?: Place) =>
    recorded.push({
      subject,
      aspect: place ? "place" : "listed",
      id: subject,
      value: place ?? "yes",
    });
  const tables: TableReading[] = [];
  const lines = new Set<Part>();
  const sides: Side[] = ["request"];
  for (const part of parts) {
    if (part.kind !== "table") continue;
    const table = tableFor(part, contract, sides.at(-1) ?? "request", tables);
    tables.push(table);
    if (table.is !== "lines" && table.is !== "nothing") lines.add(part);
    if (table.is === "request" || table.is === "response") sides.push(table.is);
    const roles = Object.values(table.columns).map((role) => (role === "?" ? undefined : role));
    for (const name of namesIn(part, roles))
      record(
        `${startOf(table)}${name}`,
        table.is === "request" ? (table.place ?? "body") : undefined,
      );
  }
  const examples = examplesIn(parts, contract, (subject) => record(subject));
  return {
    reading: {
      ...(sections && { sections }),
      lines: proposeLines(linesOf(parts, lines), callOf(contract)),
      tables,
      examples,
      lists: listsIn(parts),
    },
    recorded,
  };
}

function examplesIn(
  parts: readonly Part[],
  contract: Contract,
  record: (subject: string) => void,
): ExampleReading[] {
  const known = {
    request: namesOfSide(contract, "request"),
    response: namesOfSide(contract, "response"),
  };
  const used = new Map<string, number>();
  let before: Side = "request";
  return parts
    .filter((part): part is Part & Code => part.kind === "code")
    .flatMap((part): ExampleReading[] => {
      const json = jsonIn(part.text);
      if (!json) return [];
      const pointers = examplePointers(json);
      const shared = (side: Side) =>
        pointers.filter(
          (pointer) =>
            known[side].has(dotted(pointer)) ||
            known[side].has(dotted(pointer).split(".").at(-1) ?? ""),
        ).length;
      const [request, response] = [shared("request"), shared("response")];
      const title = part.caption || part.under;
      if (request + response === 0) return [{ under: part.under, is: "nothing" }];
      const said = sideIn(title) ?? sideIn(part.under);
      const is =
        request === response
          ? (said ?? before)
          : said && Math.abs(request - response) < 2
            ? said
            : request > response
              ? "request"
              : "response";
      before = is;
      const own = slug(
        title.replace(
          /\b(?:examples?|samples?|request|response|body|json|of|the|an?|for|code|call|payload|copy)\b/gi,
          " ",
        ),
      );
      const count = (used.get(`${is}.${own}`) ?? 0) + 1;
      used.set(`${is}.${own}`, count);
      const label = [own, count > 1 ? String(count) : ""].filter(Boolean).join("-");
      for (const pointer of pointers) record(`${subjectOf(is, label)}${pointer}`);
      return [{ under: part.under, is, ...(label && { label }) }];
    });
}

function listsIn(parts: readonly Part[]): ListReading[] {
  const items = parts.flatMap((part) =>
    part.kind === "item" && part.under !== ""
      ? [{ under: part.under, word: wordIn(part.text) }]
      : [],
  );
  const titles = [...new Set(items.map(({ under }) => under))].filter((title) => {
    const own = items.filter(({ under }) => under === title);
    return own.length > 1 && own.every(({ word }) => word);
  });
  return titles.map((title) => ({ under: title, of: `list.${slug(title)}` }));
}
