import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { At, Problem, Report } from "./problem.ts";

/** A spec file as data, with the way back from any place in the data to its line. */
export interface SpecFile {
  /** Path from the root of the repo, such as `specs/yedpay.yaml`. */
  readonly file: string;
  /** The provider's one word: the file's name. */
  readonly name: string;
  readonly root: unknown;
  readonly report: Report;
  readonly problems: readonly Problem[];
}

/** Parses one spec. Broken YAML becomes problems, never an exception. */
export function readSpec(file: string, text: string): SpecFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const add = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    const key = `${line}:${col}:${message}`;
    if (!seen.has(key)) problems.push({ file, line, column: col, message });
    seen.add(key);
  };
  for (const error of document.errors) {
    add(error.pos[0], `this is not valid YAML; ${firstLine(error.message)}`);
  }
  const name = /([^/]+)\.yaml$/.exec(file)?.[1] ?? file;
  if (!/^[a-z][a-z0-9]*$/.test(name)) {
    add(0, `"${name}" cannot name a provider; use one word of lower-case letters and digits`);
  }
  return {
    file,
    name,
    root: document.errors.length === 0 ? document.toJS() : undefined,
    report: (at, message, point = "value") => add(offsetOf(document, at, point), message),
    problems,
  };
}

const firstLine = (text: string) => text.split("\n", 1)[0] ?? "";

/** The offset of a place; of the nearest parent that is written down where the place itself is not. */
function offsetOf(document: Document, at: At, point: "key" | "value"): number {
  if (point === "key") {
    const offset = offsetOfKey(document, at);
    if (offset !== undefined) return offset;
  }
  for (let length = at.length; length > 0; length--) {
    const node = document.getIn(at.slice(0, length), true);
    if (isNode(node) && node.range) {
      // A block that starts on the line below is best named by its key.
      return length < at.length || !isScalar(node)
        ? offsetOfKey(document, at.slice(0, length)) ?? node.range[0]
        : node.range[0];
    }
  }
  return 0;
}

function offsetOfKey(document: Document, at: At): number | undefined {
  if (at.length === 0) return undefined;
  const parent = at.length === 1 ? document.contents : document.getIn(at.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(at.at(-1)));
  return pair && isNode(pair.key) && pair.key.range ? pair.key.range[0] : undefined;
}
