/** A spec as data, with the line of everything in it. */
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { CannotCompare } from "../finding.ts";

/** Where in a document: keys and indexes from its root. */
export type At = readonly (string | number)[];

/** An object of the document, its references followed, and where it stands. */
export interface Node {
  readonly value: Readonly<Record<string, unknown>>;
  readonly at: At;
}

export interface SpecDocument {
  readonly file: string;
  readonly root: Node;
  /** `file:line`, of the nearest there is. */
  where(at: At): string;
}

/** @throws {CannotCompare} for what is no YAML. */
export function readDocument(file: string, text: string): SpecDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error) throw new CannotCompare(`${file}: ${error.message}`);
  const value = objectOf(document.toJS());
  return {
    file,
    root: { value, at: [] },
    where(at) {
      for (let depth = at.length; depth > 0; depth--) {
        const parent = document.getIn(at.slice(0, depth - 1), true);
        const key = at[depth - 1];
        const pair = isMap(parent)
          ? parent.items.find((item) => isScalar(item.key) && item.key.value === key)
          : undefined;
        const node = pair?.key ?? document.getIn(at.slice(0, depth), true);
        const [start] = (node as { range?: readonly number[] } | undefined)?.range ?? [];
        if (start !== undefined) return `${file}:${lines.linePos(start).line}`;
      }
      return file;
    },
  };
}

export const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What stands at a key, its references followed. An empty object where there is none. */
export function child(document: SpecDocument, { value, at }: Node, key: string | number): Node {
  const inside = (value as Record<string | number, unknown>)[key];
  return resolve(document, { value: objectOf(inside), at: [...at, key] });
}

/** Follows local references, which are the only ones that a spec has. */
function resolve({ root }: SpecDocument, node: Node): Node {
  let found = node;
  for (let hops = 0; hops < 50; hops++) {
    const { $ref } = found.value;
    if (typeof $ref !== "string" || !$ref.startsWith("#/")) return found;
    const at = $ref
      .slice(2)
      .split("/")
      .map((token) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"));
    found = {
      value: objectOf(at.reduce<unknown>((inside, key) => objectOf(inside)[key], root.value)),
      at,
    };
  }
  return found;
}

/** The items of a list that are objects. */
export const children = (document: SpecDocument, node: Node, key: string): Node[] =>
  listOf(node.value[key]).map((item, index) =>
    resolve(document, { value: objectOf(item), at: [...node.at, key, index] }),
  );

/** The members of an object that are objects, by name. */
export const members = (document: SpecDocument, node: Node, key: string): [string, Node][] => {
  const inside = { value: objectOf(node.value[key]), at: [...node.at, key] };
  return Object.keys(inside.value).map((name) => [name, child(document, inside, name)]);
};
