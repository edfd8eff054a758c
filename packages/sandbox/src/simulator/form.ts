import type { OperationTable } from "@refunds/core/provider";
import { isNestedSchema } from "./nested-value.ts";

/** An object or a list while it is read or written. It has no prototype, so that every name is a member. */
export type Tree = { [name: string]: string | Tree };

/** Reads a form. `metadata[order_id]` is inside `metadata`, if the provider has fields there. Returns a message for a duplicate. */
export function readForm(operation: OperationTable, text: string): Tree | string {
  const holders = holdersOf(operation);
  const tree: Tree = Object.create(null);
  for (const [field, value] of new URLSearchParams(text)) {
    const [, root = "", inner = ""] = /^([^[]+)((?:\[[^[\]]*\])+)$/s.exec(field) ?? [];
    const path = holders.has(root) ? [root, ...inner.slice(1, -1).split("][")] : [field];
    const last = path.pop() as string;
    let object = tree;
    for (const name of path) {
      object[name] ??= Object.create(null) as Tree;
      const next = object[name];
      if (typeof next === "string") return "the body has a duplicate field";
      object = next;
    }
    if (object[last] !== undefined) return "the body has a duplicate field";
    object[last] = value;
  }
  return tree;
}

/** Writes a form with its nested fields in brackets. */
export const writeForm = (body: object): string =>
  String(new URLSearchParams(Object.entries(body).flatMap(([name, value]) => flat(name, value))));

const flat = (name: string, value: unknown): [string, string][] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([inner, member]) => flat(`${name}[${inner}]`, member))
    : [[name, String(value)]];

/** The fields that hold others. */
function holdersOf({ send, jsonText = [] }: OperationTable): Set<string> {
  const bodies = send.filter(
    ({ to }) => to.startsWith("body#/") && !jsonText.some((text) => to.startsWith(`body#${text}/`)),
  );
  return new Set(
    bodies.flatMap(({ from, to, schema }) => {
      const [name = "", ...inner] = to.slice("body#/".length).split("/");
      const holds = inner.length > 0 || (from.startsWith("extra.") && isNestedSchema(schema));
      return holds ? [name.replaceAll("~1", "/").replaceAll("~0", "~")] : [];
    }),
  );
}
