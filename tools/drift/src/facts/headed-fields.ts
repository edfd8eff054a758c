/** Fields that stand under their own names, as references of an API show them, made a table as elsewhere. */
import type { Block, Row, Table } from "../page/page.ts";
import { columnsOf } from "../words/columns.ts";
import { type Kind, kindIn, nameAndFlag } from "../words/kind.ts";
import { isCommonInNames, typeAtStart } from "../words/types.ts";
import { captionOf } from "./captions.ts";

/**
 * Blocks in which a run of such fields is one table. The name is a title or a line, `amount`; what it is stands beside it or
 * below, `integer · Required`; and what it means below that.
 */
export function withHeadedFields(blocks: readonly Block[]): readonly Block[] {
  const made: Block[] = [];
  for (let at = 0; at < blocks.length; ) {
    const fields: Field[] = [];
    for (let field = fieldAt(blocks, at); field; field = fieldAt(blocks, at)) {
      fields.push(field);
      at = field.next;
    }
    const block = fields.length > 0 ? tableOf(fields) : blocks[at++];
    if (block) made.push(block);
  }
  return made;
}

/** Where `required` is glued to names, those without it are optional. Elsewhere, where nothing stands nothing is said. */
function tableOf(fields: readonly Field[]): Table {
  const marked = fields.some(({ start: { glued } }) => glued);
  const rows = fields.map(({ start: { name, kind }, said }): Row => {
    const required = kind.required === "" && marked ? "optional" : kind.required;
    const type = required === "" ? kind.type : `${kind.type} (${required})`;
    const cells = [name, type, said];
    return { cells, line: cells.filter(Boolean).join(" | "), guessed: false };
  });
  return { kind: "table", columns, rows };
}

/** A longer line is a sentence. */
const longest = 100;

const columns = columnsOf(["Name", "Type", "Description"]);

interface Field {
  readonly start: Start;
  readonly said: string;
  readonly next: number;
}

function fieldAt(blocks: readonly Block[], at: number): Field | undefined {
  const start = nameAndKind(blocks, at);
  if (!start) return undefined;
  let { next } = start;
  const said: string[] = start.said ? [start.said] : [];
  for (let block = blocks[next]; isTold(block) && !isEnd(blocks, next); block = blocks[++next])
    said.push(block.kind === "item" ? `- ${block.text}` : block.text);
  return { start, said: said.join(" "), next };
}

interface Start {
  readonly name: string;
  readonly kind: Kind;
  /** What stands behind the type in its line. */
  readonly said?: string;
  /** `required` is glued to the name. */
  readonly glued?: boolean;
  /** Where its description begins. */
  readonly next: number;
}

function nameAndKind(blocks: readonly Block[], at: number): Start | undefined {
  return limited(blocks, at) ?? titled(blocks, at);
}

/** A name, glued to `required` or alone, above a line of its type and limits: `string <= 36 characters`. */
function limited(blocks: readonly Block[], at: number): Start | undefined {
  const [title, line] = [blocks[at], blocks[at + 1]];
  if (title?.kind !== "text" || line?.kind !== "text") return undefined;
  const named = nameAndFlag(title.text);
  const type = named && /^[a-z]/.test(line.text) ? typeAtStart(line.text) : undefined;
  const rest = line.text.slice(type?.length ?? 0).trim();
  if (!named || type === undefined || !limits.test(rest)) return undefined;
  if (rest === "" && named.flag === "") return undefined;
  return {
    name: named.name,
    kind: { type, required: named.flag },
    said: rest,
    glued: named.flag !== "",
    next: at + 2,
  };
}

const limits = /^(?:$|(?:[<>]=?|[=≤≥])\s*\d|<[a-z][\w-]*>|\[ ?\d)/;

function titled(blocks: readonly Block[], at: number): Start | undefined {
  const title = blocks[at];
  if (!isTold(title) || title.kind === "item" || title.text.length > longest) return undefined;
  const [, name = "", beside = ""] =
    /^[`"']?([A-Za-z_][\w.[\]-]*)[`"']?(?:[\s:]+(.+))?$/.exec(title.text.trim()) ?? [];
  if (name === "") return undefined;
  const own = beside === "" ? below(blocks, at + 1) : { kind: kindIn(beside), next: at + 1 };
  const { kind, next } = own;
  if (!kind || kind.type === "") return undefined;
  const marked = title.kind === "heading" && beside === "";
  return marked || kind.required !== "" || isOnWire(name, kind.type)
    ? { name, kind, next }
    : undefined;
}

/** Type and whether it is required, in one line or in two. */
function below(blocks: readonly Block[], at: number): { kind: Kind | undefined; next: number } {
  const text = (block: Block | undefined) => (block?.kind === "text" ? block.text : "");
  const kind = kindIn(text(blocks[at]));
  const more = kindIn(text(blocks[at + 1]));
  if (kind?.required === "" && more?.type === "")
    return { kind: { ...kind, required: more.required }, next: at + 2 };
  return { kind, next: at + 1 };
}

/** `note string`, and not `Phone number`: text may be any two words where nothing says whether the field is required. */
const isOnWire = (name: string, type: string) => /^[a-z]/.test(name) && !isCommonInNames(type);

type Told = Exclude<Block, { kind: "table" | "code" }>;

const isTold = (block: Block | undefined): block is Told =>
  block !== undefined && block.kind !== "table" && block.kind !== "code";

/** Method, path or host. */
const isCall = (block: Block | undefined) =>
  block?.kind === "text" && /^(?:(?:get|post|put|patch|delete)\s*\/|https?:\/\/)/i.test(block.text);

/** `Production` above the address of it. */
const isAboveCall = (blocks: readonly Block[], at: number) =>
  isCall(blocks[at + 1]) && captionOf(blocks[at] as Told) !== undefined;

/** A title, the next field, or a line that stands for a title. */
function isEnd(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  if (!block || block.kind === "heading" || isCall(block) || isAboveCall(blocks, at)) return true;
  const { side, example, errors } = captionOf(block) ?? {};
  return side !== undefined || example || errors || nameAndKind(blocks, at) !== undefined;
}
