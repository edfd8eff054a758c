/** `specs/facts/<provider>.json`: what was read of a page, as it is committed. Facts and figures, no text. */
import { printJson } from "../print-json.ts";
import type { Fact, Said } from "./fact.ts";

export interface Committed {
  /** The address of the page. */
  readonly page: string;
  /** The day it was read, `x-provider.read` of the spec. */
  readonly read: string;
  /** In the order of the page: subject, aspect, value. */
  readonly facts: readonly CommittedFact[];
  /** Lines of the spec with an assumption or a contradiction, and the hash of what it said: see spec/decisions.ts. */
  readonly decisions: Readonly<Record<string, string>>;
  /** Hashes of the page's sentences, entries and rows, by section and in the order of the page. */
  readonly sections: readonly { readonly title: string; readonly hashes: readonly string[] }[];
}

/** Whether the facts are those of an OpenAPI file. It has no sections but descriptions, which `openapi/published.ts` titles so. */
export const isOfOpenApi = ({ sections }: Pick<Committed, "sections">): boolean =>
  sections.every(({ title }) => title.endsWith(".description"));

export type CommittedFact = Pick<Fact, "id" | "subject" | "aspect" | "value">;

interface Written {
  readonly page: string;
  readonly read: string;
  readonly facts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly decisions: Readonly<Record<string, string>>;
  readonly sections: Readonly<Record<string, string>>;
}

export function parseFacts(text: string): Committed {
  const written = JSON.parse(text) as Written;
  return {
    page: written.page,
    read: written.read,
    facts: Object.entries(written.facts).flatMap(([subject, aspects]) =>
      Object.entries(aspects).map(([aspect, value]) => ({
        id: `${subject}.${aspect}`,
        subject,
        aspect,
        value,
      })),
    ),
    decisions: written.decisions,
    sections: Object.entries(written.sections).map(([title, hashes]) => ({
      title,
      hashes: hashes.split(" "),
    })),
  };
}

export function printFacts(
  { page, read, decisions }: Pick<Committed, "page" | "read" | "decisions">,
  { facts, sections }: Said,
): string {
  const subjects: Record<string, Record<string, string>> = {};
  for (const { subject, aspect, value } of facts)
    subjects[subject] = { ...subjects[subject], [aspect]: value };
  return printJson({
    "//": "Made by npm run docs:accept from the page below. Do not edit.",
    page,
    read,
    facts: subjects,
    decisions,
    sections: Object.fromEntries(
      sections.map(({ title, units }) => [title, units.map(({ hash }) => hash).join(" ")]),
    ),
  });
}
