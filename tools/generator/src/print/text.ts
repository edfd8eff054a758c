/** Pieces of text that several outputs share. */

export const header = (spec: string) =>
  `// Generated from ${spec} by \`npm run generate\`. Do not edit: edit the spec.\n`;

export const markdownHeader = (spec: string) =>
  `<!-- Generated from ${spec} by \`npm run generate\`. Do not edit: edit the spec. -->`;

/** Words in lines of at most `width`. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return line ? [...lines, line] : lines;
}

/** A docblock of paragraphs; nothing where there is nothing to say. */
export function doc(paragraphs: readonly string[], indent = ""): string {
  const said = paragraphs.map((text) => text.replaceAll("*/", "*\\/").trim()).filter(Boolean);
  const [only = ""] = said;
  if (said.length === 0) return "";
  if (said.length === 1 && only.length + indent.length <= 90 && !only.includes("\n"))
    return `${indent}/** ${only} */\n`;
  const lines = said.flatMap((text, index) => [
    ...(index > 0 && !text.startsWith("@") ? [""] : []),
    ...text.split("\n").flatMap((line) => wrap(line, 96 - indent.length)),
  ]);
  return `${indent}/**\n${lines.map((line) => `${indent} *${line && ` ${line}`}\n`).join("")}${indent} */\n`;
}

/** A value as TypeScript; the formatter does the rest. */
export const literal = (value: unknown): string => JSON.stringify(value);

/** Text for a cell of a Markdown table. */
export const cell = (text: string) => text.trim().replaceAll(/\s+/g, " ").replaceAll("|", "\\|");

export const sentence = (text: string) =>
  /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;

/** A paragraph of Markdown. */
export const paragraph = (text: string) => wrap(text, 120).join("\n");

/** A list of Markdown. */
export const list = (items: readonly string[]) =>
  items
    .map((text) =>
      wrap(text, 118)
        .map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`))
        .join("\n"),
    )
    .join("\n");

export const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

const fence = "```";

export const program = (code: string) => `${fence}ts\n${code}${fence}`;

export const install = (what: string) => `${fence}sh\nnpm install ${what}\n${fence}`;

/** The names of an import, each once, as the linter sorts them: types among the others, and `A` before `a` before `B`. */
export function importNames(names: readonly string[]): string {
  const order = (name: string) =>
    name
      .replace("type ", "")
      .replace(
        /./g,
        (letter) => `${letter.toLowerCase()}${letter === letter.toUpperCase() ? 0 : 1}`,
      );
  return [...new Set(names)].toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).join(", ");
}
