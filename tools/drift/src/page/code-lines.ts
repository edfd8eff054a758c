/** JSON and calls that stand in plain text without a frame. */
import type { Code } from "./page.ts";
import type { Taken } from "./plain-tables.ts";

export interface TakenCode extends Taken<Code> {
  /** What stood behind the closing brace on the last line. */
  readonly rest: string;
}

export function codeAt(lines: readonly string[], at: number): TakenCode | undefined {
  const first = (lines[at] ?? "").trim();
  if (/^curl\s/.test(first)) return call(lines, at);
  if (/^[{[]\s*$|^\{\s*"|^\[\s*[{"]/.test(first)) return braced(lines, at);
  return pairs(lines, at);
}

function call(lines: readonly string[], at: number): TakenCode {
  let next = at + 1;
  while (/\\\s*$/.test(lines[next - 1] ?? "") && next < lines.length) next++;
  return taken(lines.slice(at, next).join("\n"), next, "");
}

/** From the opening brace to the one that closes it; to the last line that looks like JSON where none does. */
function braced(lines: readonly string[], at: number): TakenCode {
  let depth = 0;
  let quoted = false;
  for (let number = at; number < lines.length; number++) {
    const line = lines[number] ?? "";
    if (number > at && !quoted && !jsonLine.test(line)) {
      return taken(lines.slice(at, number).join("\n"), number, "");
    }
    for (let column = 0; column < line.length; column++) {
      const letter = line[column];
      if (quoted && letter === "\\") column++;
      else if (letter === '"') quoted = !quoted;
      else if (!quoted && (letter === "{" || letter === "[")) depth++;
      else if (!quoted && (letter === "}" || letter === "]")) depth--;
      if (depth === 0 && !quoted && letter !== undefined && /[}\]]/.test(letter)) {
        const text = [...lines.slice(at, number), line.slice(0, column + 1)].join("\n");
        return taken(text, number + 1, line.slice(column + 1).trim());
      }
    }
    quoted = false;
  }
  return taken(lines.slice(at).join("\n"), lines.length, "");
}

/** Lines of JSON that lost the braces around them. */
function pairs(lines: readonly string[], at: number): TakenCode | undefined {
  if (!/^\s*"[^"]+"\s*:/.test(lines[at] ?? "")) return undefined;
  let next = at;
  while (
    next < lines.length &&
    jsonLine.test(lines[next] ?? "") &&
    (lines[next] ?? "").trim() !== ""
  )
    next++;
  return taken(lines.slice(at, next).join("\n"), next, "");
}

const jsonLine = /^\s*(?:"|[{}[\]]|-?\d|true\b|false\b|null\b|\/\/|\.\.\.|$)/;

const taken = (text: string, next: number, rest: string): TakenCode => ({
  block: { kind: "code", text },
  next,
  rest,
});
