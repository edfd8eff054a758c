/** The page's words as hashes, the same in every format, so that a change of text alone can be told from one of facts. */
import type { Block } from "../page/page.ts";
import { captionOf, slug } from "./captions.ts";
import type { Section, Unit } from "./fact.ts";

// As in program.ts: importing it by name would start WebCrypto too.
const { createHash } = process.getBuiltinModule("node:crypto");

export function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const sections = new Map<string, Unit[]>();
  let title = "top";
  for (const block of blocks) {
    const caption = captionOf(block);
    if (caption && /[a-z]/.test(caption.text)) title = slug(caption.text) || title;
    const units = sections.get(title) ?? [];
    sections.set(title, units);
    units.push(...unitsOf(block));
  }
  return [...sections]
    .filter(([, units]) => units.length > 0)
    .map(([name, units]) => ({ title: name, units }));
}

function unitsOf(block: Block): Unit[] {
  return piecesOf(block).flatMap((words) => {
    // Letters and digits alone: what stands between them is the format's.
    const bare = words
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, "");
    if (bare.length < 3 || passing.test(words.trim())) return [];
    return [
      { words: words.trim(), hash: createHash("sha256").update(bare).digest("hex").slice(0, 8) },
    ];
  });
}

function piecesOf(block: Block): readonly string[] {
  if (block.kind === "table") {
    const index = block.columns[0]?.kind === "index" ? 1 : 0;
    return block.rows.map(({ cells }) => cells.slice(index).join(" "));
  }
  if (block.kind === "code") return block.text.split("\n");
  return block.text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
}

/** Words of the site and of the day, not of the documentation. */
const passing =
  /^(?:(?:last )?updated\b.*|copy|copied!?|edit this page|was this page helpful\??|(?:skip to (?:main )?content)|table of contents|on this page|previous|next|no|yes|json|shell|curl)$/i;
