/** Rows and examples of a page, found by its outline and changed as text. */
import type { Outline, Side } from "./outline.ts";

/** The part of the page between a section's title and the next one's. */
function inSection(
  content: string,
  { sections }: Outline,
  section: string,
  change: (part: string) => string,
): string {
  const starts = Object.values(sections).map((title) => content.indexOf(title));
  const start = content.indexOf(sections[section] ?? "\0");
  if (start < 0) throw new Error(`There is no section ${section}.`);
  const end = Math.min(...starts.filter((at) => at > start), content.length);
  const changed = change(content.slice(start, end));
  return content.slice(0, start) + changed + content.slice(end);
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const rowOf = (pattern: string, name: string) =>
  new RegExp(pattern.replace("NAME", literal(name)), "m");

/** @param change the row of the name, with its line break; without one it goes */
export function changeRow(
  content: string,
  outline: Outline,
  section: Side | "errors",
  name: string,
  change: (row: string) => string,
): string {
  const pattern = rowOf(section === "errors" ? outline.code : outline.row, name);
  return inSection(content, outline, section, (part) => {
    const [row] = pattern.exec(part) ?? [];
    if (row === undefined) throw new Error(`${outline.file} has no row ${name}.`);
    return numbered(
      part.replace(pattern, () => change(row)),
      outline,
    );
  });
}

/** Counted anew, where rows are counted. */
function numbered(part: string, outline: Outline): string {
  if (!outline.numbered) return part;
  let count = 0;
  return part.replace(new RegExp(outline.numbered, "gm"), () => String(++count));
}

const lastName = (name: string) => name.slice(name.lastIndexOf(".") + 1);

const keyLine = (name: string) => new RegExp(`^( *)"${lastName(name)}": ?(.*)$`, "m");

/** @param change the example's line of the field; without one it goes */
export function changeExample(
  content: string,
  outline: Outline,
  side: Side,
  name: string,
  change: (line: string, indent: string) => string,
): string {
  // A page keeps the line ends it was saved with.
  const lineEnd = content.includes("\r\n") ? "\r\n" : "\n";
  return inSection(content, outline, side, (part) =>
    part
      .replaceAll("\r\n", "\n")
      .replace(keyLine(name), (line: string, indent: string) => change(line, indent))
      .replace(/^\n(?=\s*["}])|(?<=[{,]\n)\n/gm, "")
      .replace(/,(\s*\})/g, "$1")
      .replaceAll("\n", lineEnd),
  );
}
