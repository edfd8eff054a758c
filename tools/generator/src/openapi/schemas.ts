/** Finding things in schemas: references, fields by pointer, and the run-time form. */
import { type At, type Located, resolve, tokensOf } from "@refunds/spec-reader";
import type { OpenApi, RawSchema } from "./document.ts";
import type { JsonSchema } from "./json-schema.ts";

export type LocatedSchema = Located<RawSchema>;

/** The alternatives of a schema, itself where it has none. */
export function branchesOf(root: OpenApi, { value, at }: LocatedSchema): LocatedSchema[] {
  const found = resolve<RawSchema>(root, value, at);
  if (!found) return [];
  const nested = (["oneOf", "anyOf"] as const).flatMap((word) =>
    (found.value[word] ?? []).map((branch, index) => ({
      value: branch,
      at: [...found.at, word, index],
    })),
  );
  return nested.length === 0
    ? [found]
    : [found, ...nested.flatMap((branch) => branchesOf(root, branch))];
}

/** A field found by pointer. */
export interface Field extends LocatedSchema {
  /** Every object on the way demands it. */
  readonly required: boolean;
}

export interface Lookup {
  /** One for each alternative that has the field. */
  readonly fields: readonly Field[];
  /** The names that exist where the pointer left the schema. */
  readonly known: readonly string[];
  readonly missing?: string;
  /** How many steps of the pointer could be taken. */
  readonly depth: number;
}

/** Walks a schema by pointer, through references, alternatives and JSON inside strings. */
export function lookUp(root: OpenApi, schema: LocatedSchema, pointer: string): Lookup {
  let fields: Field[] = branchesOf(root, schema).map((branch) => ({ ...branch, required: true }));
  const tokens = tokensOf(pointer);
  for (const [depth, token] of tokens.entries()) {
    const objects = fields.flatMap((field) => throughText(root, field));
    const next = objects.flatMap((field) => childrenOf(root, field, token));
    if (next.length === 0) {
      const known = objects.flatMap(({ value }) => Object.keys(value.properties ?? {}));
      return { fields: [], known: [...new Set(known)], missing: token, depth };
    }
    fields = next;
  }
  const leaves = fields.filter(({ value }) => !value.oneOf && !value.anyOf);
  return { fields: leaves.length > 0 ? leaves : fields, known: [], depth: tokens.length };
}

function throughText(root: OpenApi, field: Field): Field[] {
  const { contentSchema } = field.value;
  if (!contentSchema) return [field];
  const inner = { value: contentSchema, at: [...field.at, "contentSchema"] };
  return branchesOf(root, inner).map((branch) => ({ ...branch, required: field.required }));
}

function childrenOf(root: OpenApi, field: Field, token: string): Field[] {
  const property = Object.hasOwn(field.value.properties ?? {}, token)
    ? field.value.properties?.[token]
    : undefined;
  const { items, minItems = 0 } = field.value;
  const required =
    field.required &&
    (property ? (field.value.required ?? []).includes(token) : token === "0" && minItems > 0);
  const child: LocatedSchema | undefined = property
    ? { value: property, at: [...field.at, "properties", token] }
    : items && /^(\d+|\*)$/.test(token)
      ? { value: items, at: [...field.at, "items"] }
      : undefined;
  return child ? branchesOf(root, child).map((branch) => ({ ...branch, required })) : [];
}

/** Keywords that say something to people or to other tools, and nothing to the run-time check. */
const silent = new Set([
  "$comment",
  "$ref",
  "contentMediaType",
  "contentSchema",
  "default",
  "deprecated",
  "description",
  "example",
  "examples",
  "format",
  "readOnly",
  "title",
  "writeOnly",
]);

/** Keywords the run-time check understands (`Schema` in core), and `oneOf`, which becomes `anyOf`. */
const checked = new Set([
  "anyOf",
  "const",
  "enum",
  "items",
  "maxLength",
  "maximum",
  "minLength",
  "minimum",
  "not",
  "oneOf",
  "pattern",
  "properties",
  "required",
  "type",
]);

/** Keywords that are checked in what a caller gives for an object or a list, and nowhere else. */
export const nestedKeywords: ReadonlySet<string> = new Set([
  "additionalProperties",
  "maxItems",
  "maxProperties",
  "minItems",
  "minProperties",
  "propertyNames",
]);

export const supportedKeywords = [...checked];

/** @param more keywords that have an effect in this schema alone */
export const isSupported = (keyword: string, value: unknown, more?: ReadonlySet<string>) =>
  checked.has(keyword) ||
  (keyword === "minItems" && value === 1) ||
  more?.has(keyword) ||
  silent.has(keyword) ||
  keyword.startsWith("x-") ||
  (keyword === "additionalProperties" && value === true);

/**
 * The run-time form: references resolved, words for people dropped. In answers enums are open, because providers add
 * values without notice; a `const` stays, because it tells the alternatives apart.
 */
export function compile(
  root: OpenApi,
  schema: LocatedSchema,
  of: "request" | "answer",
): JsonSchema {
  const found = resolve<RawSchema>(root, schema.value, schema.at);
  if (!found) return {};
  const { value, at } = found;
  const inner = (child: RawSchema, ...path: At) =>
    compile(root, { value: child, at: [...at, ...path] }, of);
  const alternatives = value.anyOf ?? value.oneOf;
  const word = value.anyOf ? "anyOf" : "oneOf";
  const properties = Object.entries(value.properties ?? {})
    .map(([name, child]) => [name, inner(child, "properties", name)] as const)
    // Of an answer only what it must have is checked: no refund is in doubt because a detail changed its type.
    .filter(([name]) => of === "request" || value.required?.includes(name))
    // A field of an answer of which nothing is asked needs no mention.
    .filter(([, child]) => of === "request" || Object.keys(child).length > 0);
  const own: JsonSchema = {
    ...(value.type !== undefined && { type: value.type }),
    ...(value.const !== undefined && { const: value.const }),
    ...(value.enum !== undefined && of === "request" && { enum: value.enum }),
    ...(value.not !== undefined && { not: value.not }),
    ...(value.minLength !== undefined && { minLength: value.minLength }),
    ...(value.maxLength !== undefined && { maxLength: value.maxLength }),
    ...(value.pattern !== undefined && { pattern: value.pattern }),
    ...(value.minimum !== undefined && { minimum: value.minimum }),
    ...(value.maximum !== undefined && { maximum: value.maximum }),
    ...(value.required !== undefined && value.required.length > 0 && { required: value.required }),
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(value.items !== undefined && of === "request" && { items: inner(value.items, "items") }),
    // Of an answer's list, only an item that must be there is checked.
    ...(value.items !== undefined &&
      of === "answer" &&
      value.minItems === 1 && { minItems: 1, items: inner(value.items, "items") }),
  };
  if (of === "request") Object.assign(own, nestedWords(value, inner));
  if (!alternatives) return own;
  // The run-time check ignores keywords next to an anyOf, so they move into each branch.
  return { anyOf: alternatives.map((child, index) => merge(own, inner(child, word, index))) };
}

/** The words for objects and lists. Members that nothing names are refused, so `additionalProperties: false` says nothing. */
function nestedWords(
  value: RawSchema,
  inner: (child: RawSchema, ...path: At) => JsonSchema,
): JsonSchema {
  const { additionalProperties: others, propertyNames, ...rest } = value;
  const counts = (["minProperties", "maxProperties", "minItems", "maxItems"] as const).flatMap(
    (word) => (rest[word] === undefined ? [] : [[word, rest[word]] as const]),
  );
  return {
    ...Object.fromEntries(counts),
    ...(propertyNames && { propertyNames: inner(propertyNames, "propertyNames") }),
    ...(others && {
      additionalProperties: others === true || inner(others, "additionalProperties"),
    }),
  };
}

/** What both schemas together ask for. */
export function merge(outer: JsonSchema, inner: JsonSchema): JsonSchema {
  if (inner.anyOf) return { anyOf: inner.anyOf.map((branch) => merge(outer, branch)) };
  const required = [...new Set([...(outer.required ?? []), ...(inner.required ?? [])])];
  const properties = { ...outer.properties, ...inner.properties };
  return {
    ...outer,
    ...inner,
    ...(required.length > 0 && { required }),
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}
