/** The page's words as hashes, the same in every format, so that a change of words can be distinguished from one of facts. */
import { createHash } from "node:crypto";
import { shapeOf } from "../words/titles.ts";
import type { Section, Unit } from "./fact.ts";
import type { Part } from "./parts.ts";

export function sectionsOf(parts: readonly Part[]): readonly Section[] {
  const sections = new Map<string, Unit[]>();
  for (const part of parts) {
    const title = slug(part.under) || "top";
    const units = sections.get(title) ?? [];
    sections.set(title, units);
    units.push(...piecesOf(part).flatMap(unitOf));
  }
  return [...sections]
    .filter(([, units]) => units.length > 0)
    .map(([title, units]) => ({ title, units }));
}

export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);

function unitOf(words: string): Unit[] {
  // Letters and digits alone: what stands between them is the format's.
  const bare = words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, "");
  if (bare.length < 3 || passing.test(words.trim())) return [];
  return [
    { words: words.trim(), hash: createHash("sha256").update(bare).digest("hex").slice(0, 8) },
  ];
}

const sentences = (text: string) => text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);

export const sentencesIn = (text: string): Unit[] => sentences(text).flatMap(unitOf);

function piecesOf(part: Part): readonly string[] {
  if (part.kind === "code") return part.text.split("\n");
  if (part.kind !== "table") return sentences(part.text);
  const from = shapeOf(part.titles[0] ?? "") === "index" ? 1 : 0;
  return part.rows.map(({ cells, line, joined }) =>
    joined ? line.replace(from === 1 ? /^\d+/ : "", "") : cells.slice(from).join(" "),
  );
}

/** Words of the site and of the day, not of the documentation. */
const passing =
  /^(?:(?:last )?updated\b.*|copy|copied!?|edit this page|was this page helpful\??|(?:skip to (?:main )?content)|table of contents|on this page|previous|next|no|yes|json|shell|curl)$/i;
