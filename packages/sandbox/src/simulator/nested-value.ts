import type { NestedSchema } from "@refunds/core/provider";
import { schemaProblem, typed } from "./single-value.ts";

const typesOf = ({ type }: NestedSchema) => [type ?? []].flat();

/** Whether a value of this schema can be an object or a list. */
export const isNestedSchema = (schema: NestedSchema): boolean =>
  typesOf(schema).some((type) => type === "object" || type === "array");

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value of a form, with the types that its schema says. An object whose names are 0, 1, 2 ... becomes a list. */
export function typedNested(schema: NestedSchema, value: unknown): unknown {
  if (typeof value === "string") return typed(schema, value);
  if (!isObject(value)) return value;
  const names = Object.keys(value);
  if (typesOf(schema).includes("array") && names.every((name, at) => name === String(at))) {
    return Object.values(value).map((item) => typedNested(schema.items ?? {}, item));
  }
  return Object.fromEntries(
    names.map((name) => [name, typedNested(memberOf(schema, name) ?? {}, value[name])]),
  );
}

/**
 * What is wrong with an object or a list, and where in it; undefined if nothing is. Does not use the client's checks, so that
 * both cannot share a mistake.
 */
export function nestedProblem(schema: NestedSchema, value: unknown, at = ""): string | undefined {
  const wrong = (message: string | undefined) => message && `${at} ${message}`.trim();
  const types = typesOf(schema);
  if (Array.isArray(value)) {
    if (types.length > 0 && !types.includes("array")) return wrong(`must be ${types.join(" or ")}`);
    const { minItems = 0, maxItems = value.length, items = {} } = schema;
    if (value.length < minItems) return wrong(`must have ${minItems} items or more`);
    if (value.length > maxItems) return wrong(`must have ${maxItems} items or fewer`);
    return first(value.map((item, index) => nestedProblem(items, item, `${at}/${index}`)));
  }
  if (!isObject(value)) {
    if (value !== null) return wrong(schemaProblem(schema, value));
    return types.length === 0 || types.includes("null") ? undefined : wrong("must not be null");
  }
  if (types.length > 0 && !types.includes("object")) return wrong(`must be ${types.join(" or ")}`);
  const names = Object.keys(value);
  const { minProperties = 0, maxProperties = names.length, required = [], propertyNames } = schema;
  if (names.length < minProperties) return wrong(`must have ${minProperties} members or more`);
  if (names.length > maxProperties) return wrong(`must have ${maxProperties} members or fewer`);
  const missing = required.find((name) => !names.includes(name));
  if (missing !== undefined) return wrong(`has no ${missing}`);
  return first(
    names.map((name) => {
      const misnamed = propertyNames && schemaProblem(propertyNames, name);
      if (misnamed) return `${at}/${name} has a name that ${misnamed}`;
      const member = memberOf(schema, name);
      return member
        ? nestedProblem(member, value[name], `${at}/${name}`)
        : wrong(`has no member ${name}`);
    }),
  );
}

const first = (problems: readonly (string | undefined)[]) => problems.find(Boolean);

/** The schema of a member; undefined if there is no such member. A schema without a type allows every member. */
function memberOf(schema: NestedSchema, name: string): NestedSchema | undefined {
  const { properties = {}, additionalProperties } = schema;
  if (Object.hasOwn(properties, name)) return properties[name];
  if (additionalProperties === true || typesOf(schema).length === 0) return {};
  return additionalProperties;
}

/** The same text for the same content, in whatever order the members are. */
export const textOfNested = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    isObject(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
