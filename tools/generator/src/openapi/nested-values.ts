/** Values that are objects or lists: every schema inside one, and its TypeScript. */
import { type At, resolve } from "@refunds/spec-reader";
import { doc, sentence } from "../print/text.ts";
import type { OpenApi, RawSchema } from "./document.ts";
import { lookUpPlace, type Operation, operationsOf } from "./operations.ts";
import type { LocatedSchema } from "./schemas.ts";

/** Whether a value of this schema can be an object or a list. */
export const isNested = ({ type, properties, items, additionalProperties }: RawSchema): boolean =>
  [type ?? []].flat().some((name) => name === "object" || name === "array") ||
  properties !== undefined ||
  items !== undefined ||
  typeof additionalProperties === "object";

/** An extra field that is an object or a list, at one of its places. */
export interface NestedValue {
  readonly source: string;
  readonly place: string;
  readonly at: At;
  readonly schema: LocatedSchema;
  /** Every refund must have it. */
  readonly required: boolean;
}

export const nestedValuesOf = (root: OpenApi, operation: Operation): NestedValue[] =>
  operation.sent
    .filter(({ source }) => source.startsWith("extra."))
    .flatMap(({ source, place, at, again }) => {
      const { fields } = lookUpPlace(root, operation, place);
      const schema = fields.find(({ value }) => isNested(value));
      const required = !again && fields.every((field) => field.required);
      return schema ? [{ source, place, at, schema, required }] : [];
    });

/** Where the schemas stand that such values are held against, as text. */
export const nestedSchemasOf = (root: OpenApi): Set<string> =>
  new Set(
    operationsOf(root).flatMap((operation) =>
      nestedValuesOf(root, operation).flatMap(({ schema }) =>
        schemasIn(root, schema).map(({ at }) => JSON.stringify(at)),
      ),
    ),
  );

/** A schema and every schema inside it, each once, without references. */
export function schemasIn(
  root: OpenApi,
  { value, at }: LocatedSchema,
  seen = new Set<string>(),
): LocatedSchema[] {
  const found = resolve<RawSchema>(root, value, at);
  const id = JSON.stringify(found?.at);
  if (!found || seen.has(id)) return [];
  seen.add(id);
  const { properties = {}, items, additionalProperties } = found.value;
  const inside: LocatedSchema[] = [
    ...Object.entries(properties).map(([name, child]) => ({
      value: child,
      at: [...found.at, "properties", name],
    })),
    ...(items ? [{ value: items, at: [...found.at, "items"] }] : []),
    ...(typeof additionalProperties === "object"
      ? [{ value: additionalProperties, at: [...found.at, "additionalProperties"] }]
      : []),
  ];
  return [found, ...inside.flatMap((child) => schemasIn(root, child, seen))];
}

/** What a caller may give for a schema, as TypeScript. */
export function nestedType(root: OpenApi, schema: LocatedSchema): string {
  const found = resolve<RawSchema>(root, schema.value, schema.at);
  const { type, enum: values, const: only } = found?.value ?? {};
  const literals = only === undefined ? values : [only];
  if (literals) return literals.map((value) => JSON.stringify(value)).join(" | ");
  if (!found || type === undefined) return "unknown";
  const names = [type].flat().map((name) => {
    if (name === "object") return objectType(root, found);
    if (name === "array") return `readonly (${inside(root, found, "items")})[]`;
    return name === "integer" ? "number" : name;
  });
  return [...new Set(names)].join(" | ");
}

function objectType(root: OpenApi, schema: LocatedSchema): string {
  const { properties = {}, required = [], additionalProperties } = schema.value;
  const members = Object.entries(properties).map(([name, value]) => {
    const child = { value, at: [...schema.at, "properties", name] };
    const about = resolve<RawSchema>(root, value, child.at)?.value.description;
    const optional = required.includes(name) ? "" : "?";
    return `${about ? doc([sentence(about)], "  ") : ""}  readonly ${JSON.stringify(name)}${optional}: ${nestedType(root, child)};\n`;
  });
  const others =
    additionalProperties === true || members.length > 0
      ? "unknown"
      : inside(root, schema, "additionalProperties");
  const index = additionalProperties ? `  readonly [name: string]: ${others};\n` : "";
  return `{\n${members.join("")}${index}}`;
}

function inside(
  root: OpenApi,
  { value, at }: LocatedSchema,
  word: "items" | "additionalProperties",
): string {
  const child = value[word];
  return typeof child === "object"
    ? nestedType(root, { value: child, at: [...at, word] })
    : "unknown";
}
