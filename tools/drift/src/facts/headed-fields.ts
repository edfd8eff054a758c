/** Fields that stand below a title of their own, as references of an API show them, made a table as elsewhere. */
import type { Block, Row, Table } from "../page/page.ts";
import { columnsOf } from "../words/columns.ts";
import { parseRequired } from "../words/required.ts";
import { typeAtStart } from "../words/types.ts";
import { captionOf } from "./captions.ts";

/** Blocks in which a run of such fields is one table: `amount`, below it `integer · Required`, below that what it means. */
export function withHeadedFields(blocks: readonly Block[]): readonly Block[] {
  const made: Block[] = [];
  for (let at = 0; at < blocks.length; ) {
    const rows: Row[] = [];
    for (let field = fieldAt(blocks, at); field; field = fieldAt(blocks, at)) {
      rows.push(field.row);
      at = field.next;
    }
    const block = rows.length > 0 ? tableOf(rows) : blocks[at++];
    if (block) made.push(block);
  }
  return made;
}

const tableOf = (rows: readonly Row[]): Table => ({ kind: "table", columns, rows });

const columns = columnsOf(["Name", "Type", "Required", "Description"]);

function fieldAt(
  blocks: readonly Block[],
  at: number,
): { readonly row: Row; readonly next: number } | undefined {
  const title = blocks[at];
  if (!isTold(title)) return undefined;
  const name = /^[`"']?([A-Za-z_][\w.[\]-]*)[`"']?$/.exec(title.text.trim())?.[1];
  const below = blocks[at + 1];
  const kind = name && below?.kind === "text" ? typeAndRequired(below.text) : undefined;
  // Text that is no title may be any word, so there the line below has to say both.
  if (!name || !kind || (title.kind !== "heading" && kind.required === "")) return undefined;
  let next = at + 2;
  const said: string[] = [];
  for (let block = blocks[next]; isTold(block) && !isEnd(blocks, next); block = blocks[++next])
    said.push(block.kind === "item" ? `- ${block.text}` : block.text);
  const cells = [name, kind.type, kind.required, said.join(" ")];
  return { row: { cells, line: cells.filter(Boolean).join(" | "), guessed: false }, next };
}

type Told = Exclude<Block, { kind: "table" | "code" }>;

const isTold = (block: Block | undefined): block is Told =>
  block !== undefined && block.kind !== "table" && block.kind !== "code";

/** A title, the next field, or a line that stands for a title. */
function isEnd(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  if (!block || block.kind === "heading") return true;
  const caption = captionOf(block);
  return caption?.side !== undefined || caption?.example === true || caption?.errors === true
    ? true
    : fieldAt(blocks, at) !== undefined;
}

/** `integer · Required`, `string, optional`, `Required | string(32)`. Undefined where the line says anything else. */
function typeAndRequired(line: string): { type: string; required: string } | undefined {
  const parts = line.replace(/[`*_]/g, "").split(/\s*[·•|,;/–—]\s*|\s+-\s+/);
  const type = parts.find((part) => part !== "" && typeAtStart(part) === part) ?? "";
  const required = parts.find((part) => part !== "" && parseRequired(part) !== undefined) ?? "";
  const others = parts.filter((part) => part !== type && part !== required);
  return type === "" || others.length > 0 ? undefined : { type, required };
}
