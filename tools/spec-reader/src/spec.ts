/** A spec as data, with the line of everything in it. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
} from "yaml";
import { type At, isObject } from "./data.ts";
import { type Problem, ProblemsFound } from "./problem.ts";

/** Whether a problem is shown at the key or at its value. The value of a mapping is shown at its key. */
export type Point = "key" | "value";

export interface Spec {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly root: Readonly<Record<string, unknown>>;
  /** The line of a place, from 1; of its nearest parent where the place itself is not in the file. */
  lineOf(at: At): number;
  problem(at: At, what: string, advice: string, point?: Point): Problem;
}

/** @throws {ProblemsFound} for text that is not a YAML (or JSON) mapping. */
export function readSpec(file: string, text: string): Spec {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const positionOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const broken = document.errors.map(({ pos, message }) => ({
    file,
    ...positionOf(pos[0]),
    what: "this is not valid YAML",
    advice: withoutPosition(message),
  }));
  if (broken.length > 0) throw new ProblemsFound(broken);
  const root: unknown = document.toJS();
  if (!isObject(root)) {
    const what = "this is not a spec";
    const advice = "write a mapping: openapi, info, paths, ...";
    throw new ProblemsFound([{ file, line: 1, column: 1, what, advice }]);
  }
  return {
    file,
    root,
    lineOf: (at) => positionOf(offsetOf(document, at, "key")).line,
    problem: (at, what, advice, point = "value") => ({
      file,
      ...positionOf(offsetOf(document, at, point)),
      what,
      advice,
    }),
  };
}

/** The parser's sentence, without the excerpt and the position, which the problem has already. */
const withoutPosition = (message: string) =>
  (message.split("\n", 1)[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");

function offsetOf(document: Document, at: At, point: Point): number {
  for (let length = at.length; length > 0; length--) {
    const { key, value } = entryAt(document, at.slice(0, length)) ?? {};
    // A block starts on the line below its key, and the key is what a reader looks for.
    const atKey = (point === "key" && length === at.length) || !isScalar(value);
    const node = atKey ? (key ?? value) : value;
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** The key and value of a place. Keys are compared as text: `200:` is a number in YAML and a word in data. */
function entryAt(document: Document, at: At): { key?: unknown; value?: unknown } | undefined {
  let entry: { key?: unknown; value?: unknown } | undefined = { value: document.contents };
  for (const step of at) {
    const parent: unknown = entry?.value;
    const node = isAlias(parent) ? parent.resolve(document) : parent;
    if (isMap(node)) {
      entry = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    } else {
      entry =
        isSeq(node) && node.items.length > Number(step)
          ? { value: node.get(Number(step), true) }
          : undefined;
    }
  }
  return entry;
}
