/** `specs/facts/<provider>.json`: what was read of a page, as it is committed. Facts and figures, no text. */
import type { Fact, Reading } from "./fact.ts";

export interface Committed {
  /** The address of the page. */
  readonly page: string;
  /** The day it was read, `x-provider.read` of the spec. */
  readonly read: string;
  /** In the order of the page: subject, aspect, value. */
  readonly facts: readonly CommittedFact[];
  /** Hashes of the page's sentences, entries and rows, by section and in the order of the page. */
  readonly sections: readonly { readonly title: string; readonly hashes: readonly string[] }[];
}

export type CommittedFact = Pick<Fact, "id" | "subject" | "aspect" | "value">;

interface Written {
  readonly page: string;
  readonly read: string;
  readonly facts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly sections: Readonly<Record<string, string>>;
}

/** JSON, not YAML like the spec: it is read at every check, and reading YAML would cost as much as reading the page. */
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
    sections: Object.entries(written.sections).map(([title, hashes]) => ({
      title,
      hashes: hashes.split(" "),
    })),
  };
}

/** One subject a line, so that a review reads it like the page's table. */
export function printFacts(page: string, read: string, { facts, sections }: Reading): string {
  const subjects = new Map<string, string[]>();
  for (const { subject, aspect, value } of facts) {
    subjects.set(subject, [
      ...(subjects.get(subject) ?? []),
      `${JSON.stringify(aspect)}: ${JSON.stringify(value)}`,
    ]);
  }
  const lines = [...subjects].map(
    ([subject, aspects]) => `    ${JSON.stringify(subject)}: { ${aspects.join(", ")} }`,
  );
  const hashes = sections.map(
    ({ title, units }) =>
      `    ${JSON.stringify(title)}: ${JSON.stringify(units.map(({ hash }) => hash).join(" "))}`,
  );
  return [
    "{",
    `  "//": "Made by pnpm docs:accept from the page below. Do not edit.",`,
    `  "page": ${JSON.stringify(page)},`,
    `  "read": ${JSON.stringify(read)},`,
    `  "facts": {\n${lines.join(",\n")}\n  },`,
    `  "sections": {\n${hashes.join(",\n")}\n  }`,
    "}\n",
  ].join("\n");
}
