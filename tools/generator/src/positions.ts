/** From a place in the data back to its line. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { At, Problem } from "./problem.ts";
import type { Finding } from "./read.ts";

export function syntaxProblems(file: string, text: string): Problem[] {
  const lines = new LineCounter();
  return parseDocument(text, { lineCounter: lines }).errors.map(({ pos, message }) => ({
    file,
    ...position(lines, pos[0]),
    message: `this is not valid YAML; ${message.split("\n", 1)[0] ?? ""}`,
  }));
}

export function locate(file: string, text: string, findings: readonly Finding[]): Problem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const found = findings.map(({ at, message, point }): Problem => {
    return { file, ...position(lines, offsetOf(document, at, point)), message };
  });
  const key = ({ line, column, message }: Problem) => `${line}:${column}:${message}`;
  return [...new Map(found.map((problem) => [key(problem), problem])).values()];
}

function position(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

/** The offset of a place; of the nearest parent that is written down where the place itself is not. */
function offsetOf(document: Document, at: At, point: "key" | "value"): number {
  if (point === "key") {
    const offset = offsetOfKey(document, at);
    if (offset !== undefined) return offset;
  }
  for (let length = at.length; length > 0; length--) {
    const path = at.slice(0, length);
    const node = document.getIn(path, true);
    if (!isNode(node) || !node.range) continue;
    // A block starts on the line below its key, and the key is what a reader looks for.
    return isScalar(node) ? node.range[0] : (offsetOfKey(document, path) ?? node.range[0]);
  }
  return 0;
}

function offsetOfKey(document: Document, at: At): number | undefined {
  if (at.length === 0) return undefined;
  const parent = at.length === 1 ? document.contents : document.getIn(at.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    ({ key }) => isScalar(key) && String(key.value) === String(at.at(-1)),
  );
  return pair && isNode(pair.key) && pair.key.range ? pair.key.range[0] : undefined;
}
