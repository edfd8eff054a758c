/** The name cell of a row, as a path through the body. */
import { parseRequired, type Required, requiredRemark } from "../words/required.ts";

export interface Name {
  /** `order.id`; parts of a list's entries are named like those of an object. */
  readonly path: string;
  /** The cell itself says whether the field is required: a star, `(optional)`, a question mark. */
  readonly required?: Required;
  /** What else the cell says: `integer` of `amount integer`. */
  readonly rest: string;
  /** How deep the cell is drawn below the rows above it, by marks such as `└`. */
  readonly depth: number;
}

/** Undefined where the cell names nothing. */
export function nameIn(cell: string): Name | undefined {
  const marks = /^(?:\s|[└├↳›»>|·•─-])*/.exec(cell)?.[0] ?? "";
  const depth = (marks.match(/[└├↳›»>·•]|(?<!-)-(?!-)|--/g) ?? []).length;
  const text = cell.slice(marks.length).replace(/[`"']/g, "");
  const bare = /^([A-Za-z_$@][\w$@-]*(?:[./[\]]+[\w$@*-]+)*(?:\[\])?)/.exec(text)?.[1];
  if (!bare) return undefined;
  const rest = text.slice(bare.length).trim();
  const flag = /\b(?:required|optional|mandatory|conditional)\b/i.exec(rest)?.[0];
  const required = rest.startsWith("*")
    ? "yes"
    : rest.startsWith("?")
      ? "no"
      : (requiredRemark(rest) ?? (flag ? parseRequired(flag) : undefined));
  const path = bare
    .replace(/\[(\d*|\*)\]/g, "")
    .replace(/\[([^\]]+)\]/g, ".$1")
    .replaceAll("/", ".")
    .replace(/^\.+|\.+$/g, "");
  return { path, depth, rest: rest.replace(/^[*?]/, "").trim(), ...(required && { required }) };
}
