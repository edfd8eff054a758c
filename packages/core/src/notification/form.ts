/** Reads a form as the tree that its names describe: `transaction[id]=1` is `{ transaction: { id: "1" } }`. */

/** A form's fields in their order, and as a tree. */
export interface ReadForm {
  readonly form: readonly (readonly [name: string, value: string])[];
  readonly exact: unknown;
}

/** @returns what is wrong with it; completes "the body ..." */
export function readForm(text: string): ReadForm | { readonly problem: string } {
  const form = [...new URLSearchParams(text)];
  const tree = emptyTree();
  for (const [name, value] of form) {
    if (!add(tree, pathOf(name), value))
      return { problem: `has the field ${name.slice(0, 99)} twice` };
  }
  return { form, exact: tree };
}

type Tree = { [name: string]: string | Tree };

/** Without a prototype, so that no name means more than it says. */
const emptyTree = (): Tree => Object.create(null) as Tree;

const pathOf = (name: string): string[] => {
  const [, first, rest = ""] = /^([^[]+)((?:\[[^[\]]*\])+)$/.exec(name) ?? [];
  return first === undefined
    ? [name]
    : [first, ...Array.from(rest.matchAll(/\[([^[\]]*)\]/g), ([, inner = ""]) => inner)];
};

/** False if something is there already: two readers could take different ones. */
function add(tree: Tree, path: readonly string[], value: string): boolean {
  let at = tree;
  for (const name of path.slice(0, -1)) {
    at[name] ??= emptyTree();
    const next = at[name];
    if (typeof next === "string") return false;
    at = next;
  }
  const last = path.at(-1) as string;
  if (last in at) return false;
  at[last] = value;
  return true;
}
