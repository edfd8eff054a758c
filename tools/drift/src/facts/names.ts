/** The name cell of a row, as a path through the body. */
import { kindIn } from "../words/kind.ts";
import { parseRequired, type Required, requiredRemark } from "../words/required.ts";

export interface Name {
  /** `order.id`; parts of a list's entries are named like those of an object. */
  readonly path: string;
  /** The cell itself says whether the field is required: a star, `(optional)`, a question mark. */
  readonly required?: Required;
  /** The cell itself says the type: `amount integer`. */
  readonly type?: string;
  /** How deep the cell is drawn below the rows above it, by marks such as `└`. */
  readonly depth: number;
}

/** Undefined where the cell names nothing. */
export function nameIn(cell: string): Name | undefined {
  const marks = /^(?:\s|[└├↳›»>|·•─-])*/.exec(cell)?.[0] ?? "";
  const depth = (marks.match(/[└├↳›»>·•]|(?<!-)-(?!-)|--/g) ?? []).length;
  const text = cell.slice(marks.length);
  const bare = /^[`"']?([A-Za-z_$@][\w$@-]*(?:[./[\]]+[\w$@*-]+)*(?:\[\])?)[`"']?/.exec(text)?.[1];
  if (!bare) return undefined;
  const rest = text.replace(/[`"']/g, "").slice(bare.length);
  const kind = kindIn(rest);
  const required = rest.startsWith("*")
    ? "yes"
    : rest.startsWith("?")
      ? "no"
      : (requiredRemark(rest) ?? (kind?.required ? parseRequired(kind.required) : undefined));
  const path = bare
    .replace(/\[(\d*|\*)\]/g, "")
    .replace(/\[([^\]]+)\]/g, ".$1")
    .replaceAll("/", ".")
    .replace(/^\.+|\.+$/g, "");
  return { path, depth, ...(required && { required }), ...(kind?.type && { type: kind.type }) };
}
