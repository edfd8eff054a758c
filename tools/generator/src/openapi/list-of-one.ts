/** Lists of which a request has exactly one item, such as `refunds: [{ … }]`. Their fields are places like any other. */
import { type At, resolve } from "@refunds/spec-reader";
import type { OpenApi, RawSchema } from "./document.ts";
import { branchesOf, type LocatedSchema, lookUp } from "./schemas.ts";

export const isListOfOne = ({ items, minItems, maxItems }: RawSchema): boolean =>
  items !== undefined && minItems === 1 && maxItems === 1;

/** What stands inside a field: the item of a list of one, otherwise the field itself. */
export function insideOf(
  root: OpenApi,
  field: LocatedSchema,
  place: string,
): { readonly field: LocatedSchema; readonly place: string } {
  const item = isListOfOne(field.value) ? field.value.items : undefined;
  const found = item && resolve<RawSchema>(root, item, [...field.at, "items"]);
  return found ? { field: found, place: `${place}/0` } : { field, place };
}

/** Every step of a pointer into a body that is a number, and what it is a step into. */
export function numberedSteps(root: OpenApi, body: LocatedSchema, pointer: string) {
  const tokens = pointer.split("/").slice(1);
  return tokens.flatMap((token, depth) => {
    if (!/^\d+$/.test(token)) return [];
    const into = tokens.slice(0, depth).map((each) => `/${each}`);
    const fields =
      into.length > 0 ? lookUp(root, body, into.join("")).fields : branchesOf(root, body);
    return { token, into: into.join(""), fields };
  });
}

/** Where the lists of one stand that a request has, as text. */
export const listsOfOneIn = (
  root: OpenApi,
  body: LocatedSchema,
  pointers: readonly string[],
): string[] =>
  pointers
    .flatMap((pointer) => numberedSteps(root, body, pointer))
    .flatMap(({ fields }) => fields.map(({ at }: { at: At }) => JSON.stringify(at)));
