/** A spec, and the ways down into it, with references followed. */
import {
  type At,
  resolve as follow,
  type Located,
  listOf,
  objectOf,
  readSpec,
} from "@refunds/spec-reader";

/** An object of the document, its references followed, and where it stands. */
export type Node = Located<Readonly<Record<string, unknown>>>;

export interface SpecDocument {
  readonly file: string;
  readonly root: Node;
  /** `file:line`, of the nearest there is. */
  where(at: At): string;
}

/** @throws {ProblemsFound} if the text is not YAML */
export function readDocument(file: string, text: string): SpecDocument {
  const { root, lineOf } = readSpec(file, text);
  return { file, root: { value: root, at: [] }, where: (at) => `${file}:${lineOf(at)}` };
}

/** What stands at a key, its references followed. An empty object where there is none. */
export function child(document: SpecDocument, { value, at }: Node, key: string | number): Node {
  const inside = (value as Record<string | number, unknown>)[key];
  return resolve(document, { value: objectOf(inside), at: [...at, key] });
}

/** What a reference stands for: an empty object where it leads nowhere, which the generator refuses. */
const resolve = ({ root }: SpecDocument, node: Node): Node => {
  const found = follow<Node["value"]>(root.value, node.value, node.at);
  return { value: objectOf(found?.value), at: found?.at ?? node.at };
};

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
