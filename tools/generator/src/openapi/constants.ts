/** Values that a request always has, because their schema allows only one. */
import { escapeToken, resolve } from "@refunds/spec-reader";
import type { Placement } from "../core-types.ts";
import { isJson } from "./answers.ts";
import type { OpenApi, RawSchema } from "./document.ts";
import { insideOf } from "./list-of-one.ts";
import type { Operation } from "./operations.ts";
import { compile, type LocatedSchema } from "./schemas.ts";

/** Required fields of one documented value. */
export function constantsOf(root: OpenApi, operation: Operation): Placement[] {
  const parameters = operation.parameters
    .filter(({ value }) => value.required && value.schema?.const !== undefined)
    .map(({ value, at }) => ({
      to: `${value.in}.${value.name}`,
      schema: { value: value.schema ?? {}, at },
    }));
  const body = operation.body
    ? constantFields(root, operation, operation.body.schema, "body#")
    : [];
  return [...body, ...parameters].map(({ to, schema }) => ({
    from: "const",
    to,
    schema: compile(root, schema, "request"),
  }));
}

/** Media types other than JSON's own, as the headers that say them. */
export function mediaTypesOf({ body, answers }: Operation): Placement[] {
  const accepted = [...new Set(answers.map(({ mediaType }) => mediaType))];
  const headers = {
    ...(body && isJson(body.mediaType) && { "Content-Type": body.mediaType }),
    ...(!accepted.includes(json) && { Accept: accepted.join(", ") }),
  };
  return Object.entries(headers)
    .filter(([, value]) => value !== json && value !== "")
    .map(([name, value]) => ({
      from: "const",
      to: `header.${name}`,
      schema: { type: "string", const: value },
    }));
}

const json = "application/json";

function constantFields(
  root: OpenApi,
  operation: Operation,
  schema: LocatedSchema,
  place: string,
): { to: string; schema: LocatedSchema }[] {
  const found = resolve<RawSchema>(root, schema.value, schema.at);
  const object = found?.value.contentSchema
    ? resolve<RawSchema>(root, found.value.contentSchema, [...found.at, "contentSchema"])
    : found;
  return (object?.value.required ?? []).flatMap((name) => {
    const property = object?.value.properties?.[name];
    const field =
      property && resolve<RawSchema>(root, property, [...(object?.at ?? []), "properties", name]);
    if (!field) return [];
    const to = `${place}/${escapeToken(name)}`;
    // A list that a caller gives as a whole has its items from there.
    const filled = operation.sent.some((each) => each.place.startsWith(`${to}/0/`));
    const inside = filled ? insideOf(root, field, to) : { field, place: to };
    return field.value.const === undefined
      ? constantFields(root, operation, inside.field, inside.place)
      : [{ to, schema: field }];
  });
}
