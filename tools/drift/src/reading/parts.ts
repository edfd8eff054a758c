/** A page's blocks, each under its title, with every way to list fields made a table. */
import type { Block, Code, Row, Table, Text } from "../page/page.ts";
import { isShort } from "../page/text.ts";
import { typeAtStart } from "../words/types.ts";

export type Part = (Text | Table | Code) & {
  /** The title above. */
  readonly under: string;
  /** What stands right above: a title, or a short line. */
  readonly caption: string;
};

export function partsOf(blocks: readonly Block[], sections: readonly string[] | undefined): Part[] {
  let under = "";
  let caption = "";
  return withFields(flat(narrowed(blocks, sections))).map((block) => {
    const above = caption;
    if (isTitle(block)) under = block.text.trim();
    if (block.kind === "table" || block.kind === "code") caption = "";
    else if (block.kind !== "item" || block.text.endsWith(":")) caption = block.text;
    return { ...block, under, caption: above };
  });
}

const isTitle = (block: Block): block is Text =>
  block.kind === "heading" || (block.kind === "sentence" && isShort(block.text));

/** Titles as they are compared: without their number, letters and figures alone. */
export const plain = (title: string): string =>
  title
    .toLowerCase()
    .replace(chapter, "")
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();

/** `2.1` of `2.1 Request`. */
export const chapter = /^\d+(?:\.\d+)*\.?\s+(?=\p{L})/u;

/** The sections with these titles, each up to the next title of its level. */
function narrowed(
  blocks: readonly Block[],
  sections: readonly string[] | undefined,
): readonly Block[] {
  if (!sections) return blocks;
  let level = 0;
  return blocks.filter((block) => {
    if (block.kind === "heading" && (level === 0 || (block.level ?? 1) <= level))
      level = sections.some((title) => plain(title) === plain(block.text)) ? (block.level ?? 1) : 0;
    return level > 0;
  });
}

/** A table in a cell is a table of its own, of the field that its row is about. */
function flat(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "table") return [block];
    const inner = block.rows.flatMap((row) => row.inner ?? []);
    return [
      block,
      ...flat(
        inner.map((table) => ({
          ...table,
          object: [block.object, table.object].filter(Boolean).join("."),
        })),
      ),
    ];
  });
}

/** Entries such as `amount (integer, required): the sum`, and fields that stand under their own titles, in runs. */
function withFields(blocks: readonly Block[]): Block[] {
  const made: Block[] = [];
  for (let at = 0; at < blocks.length; ) {
    const rows: Row[] = [];
    for (let field = fieldAt(blocks, at); field; field = fieldAt(blocks, at)) {
      rows.push(field.row);
      at = field.next;
    }
    const block =
      rows.length > 0
        ? { kind: "table" as const, titles: ["Name", "Type", "Description"], rows }
        : blocks[at++];
    if (block) made.push(block);
  }
  return made;
}

interface Field {
  readonly row: Row;
  readonly next: number;
}

const entry =
  /^[`*]*(?<name>[A-Za-z_][\w.[\]-]*)[`*]*\s*(?:\((?<within>(?:[^()]|\([^()]*\))+)\)|:\s*(?<after>\w+(?:\(\d+\))?(?:, ?\w+)?))\s*(?:[-–—:.]\s*)?(?<description>.*)$/;
const flags = /\b(?:required|mandatory|optional|conditional)\b/i;

function fieldAt(blocks: readonly Block[], at: number): Field | undefined {
  const block = blocks[at];
  if (block?.kind === "item") {
    const { name = "", within, after, description = "" } = entry.exec(block.text)?.groups ?? {};
    const kind = within ?? after ?? "";
    const type = kind.split(",")[0]?.trim() ?? "";
    if (type === "" || typeAtStart(type.toLowerCase()) !== type.toLowerCase()) return undefined;
    return { row: rowOf(name, kind, description), next: at + 1 };
  }
  return definedField(blocks, at) ?? titledField(blocks, at);
}

/** A term and its definition: `amount _required_`, and behind it `: integer How much`. */
function definedField(blocks: readonly Block[], at: number): Field | undefined {
  const [, name, beside = ""] =
    /^[`"']?([A-Za-z_][\w.[\]-]*)[`"']?(?:\s+(.+))?$/.exec(textOf(blocks[at])) ?? [];
  const defined = /^:\s*(.+)$/.exec(textOf(blocks[at + 1]))?.[1] ?? "";
  const type = typeAtStart(defined.toLowerCase());
  if (!name || !type || (beside !== "" && !flags.test(beside))) return undefined;
  const kind = [defined.slice(0, type.length), flags.exec(beside)?.[0]].filter(Boolean).join(", ");
  return {
    row: rowOf(name, kind, defined.slice(type.length).replace(/^[\s.,:·-]+/, "")),
    next: at + 2,
  };
}

/** A name as a title, above or in front of its type and whether it is required: `amount`, `integer · Required`. */
function titledField(blocks: readonly Block[], at: number): Field | undefined {
  const title = blocks[at];
  if (title?.kind !== "heading" && title?.kind !== "sentence") return undefined;
  const [, name = "", beside = ""] =
    /^[`"']?([A-Za-z_][\w.[\]-]*)[`"']?(?:[\s:]+(.+))?$/.exec(title.text.trim()) ?? [];
  const [below, more] = [blocks[at + 1], blocks[at + 2]];
  if (name === "" || (beside === "" && title.kind === "sentence" && !flags.test(textOf(below))))
    return undefined;
  const apart =
    beside === "" &&
    isKind(textOf(below)) &&
    !flags.test(textOf(below)) &&
    flags.test(textOf(more)) &&
    isFlag(textOf(more));
  const kind = beside || (apart ? `${textOf(below)}, ${textOf(more)}` : textOf(below));
  if (!isKind(kind) || (beside !== "" && !flags.test(kind))) return undefined;
  let next = at + (beside === "" ? (apart ? 3 : 2) : 1);
  const said: string[] = [];
  for (
    let block = blocks[next];
    isTold(block) &&
    !isKind(textOf(blocks[next + 1])) &&
    !(isTitle(block) && block.kind === "heading");
    block = blocks[++next]
  )
    said.push(block.kind === "item" ? `- ${block.text}` : block.text);
  return { row: rowOf(name, kind, said.join(" ")), next };
}

const rowOf = (name: string, kind: string, said: string): Row => ({
  cells: [name, kind, said],
  line: [name, kind, said].filter(Boolean).join(" | "),
});

const textOf = (block: Block | undefined) => (isTold(block) ? block.text : "");
const isTold = (block: Block | undefined): block is Text =>
  block !== undefined && block.kind !== "table" && block.kind !== "code";
const isFlag = (text: string) => text.replace(flags, "").trim() === "";

/** Nothing but a type and whether it is required, in either order. */
function isKind(text: string): boolean {
  const bare = text.replace(flags, "").replace(/^[\W_]+/, "");
  const type = typeAtStart(bare.toLowerCase());
  return (
    text.length <= 60 &&
    (type !== undefined || flags.test(text)) &&
    /^[\W_]*$/.test(bare.slice(type?.length ?? 0))
  );
}
