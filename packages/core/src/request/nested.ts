/** Values of a caller that are objects or lists: read once into plain data, and held against their schema. */
import { isJsonNumber } from "../json/json.ts";
import { putAt } from "../json/pointer.ts";
import { copyJson } from "../raw/plain-json.ts";
import type { Source } from "../table.ts";
import { problemAt } from "./request.ts";
import { check, isObject, type NestedSchema, type Schema } from "./value-check.ts";

type Wrong = (field: string, message: string) => void;

/**
 * Replaces a value that may be an object or a list by a plain copy, in `values` and in the request `fields`. False if the
 * schema allows neither, so that the value is text, a number or a boolean.
 * @param wrong receives the problems
 */
export type ReadNested = (
  from: Source,
  schema: NestedSchema,
  values: Record<Source, unknown>,
  fields: Record<string, unknown>,
  wrong: Wrong,
) => boolean;

/** What is wrong with the name of a member. */
type NameProblem = (name: string) => string | undefined;

const reader =
  (nameProblem: NameProblem): ReadNested =>
  (from, schema, values, fields, wrong) => {
    if (!/object|array/.test([schema.type].join())) return false;
    let isPlain = true;
    const copy = copyJson(values[from], from, (field, message) => {
      isPlain = false;
      wrong(field, message);
    });
    if (isPlain) hold(schema, copy, from, nameProblem, wrong);
    values[from] = copy;
    putAt(fields, `/${from.replace(".", "/")}`, copy);
    return true;
  };

/** For JSON. */
export const nestedValues: ReadNested = /* @__PURE__ */ reader(() => undefined);

/** For forms: `{ "a][b": 1 }` would otherwise be written as the field `[a][b]`, and an empty name as an item of a list. */
export const nestedFormValues: ReadNested = /* @__PURE__ */ reader((name) =>
  /^$|[[\]]/.test(name)
    ? "must have a name without [ and ], because it goes into a form"
    : undefined,
);

/** Reports everything in which a plain value does not match its schema. */
function hold(
  schema: NestedSchema,
  value: unknown,
  field: string,
  nameProblem: NameProblem,
  wrong: Wrong,
): void {
  const message = scalarProblem(schema, value);
  if (message) {
    wrong(field, message);
  } else if (Array.isArray(value)) {
    count(value.length, schema.minItems, schema.maxItems, "item", field, wrong);
    for (const [at, item] of value.entries()) {
      if (schema.items) hold(schema.items, item, `${field}/${at}`, nameProblem, wrong);
    }
  } else if (isObject(value)) {
    const { properties = {}, required = [], propertyNames = {}, additionalProperties } = schema;
    const names = Object.keys(value);
    count(names.length, schema.minProperties, schema.maxProperties, "member", field, wrong);
    for (const name of required) {
      if (!Object.hasOwn(value, name)) wrong(`${field}/${name}`, "is missing");
    }
    for (const name of names) {
      const at = `${field}/${name}`;
      const inner = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
      const unfit = scalarProblem(propertyNames, name);
      if (unfit) wrong(at, `has a name that ${unfit}`);
      const misnamed = nameProblem(name);
      if (misnamed) wrong(at, misnamed);
      if (!inner) wrong(at, `is unknown; use ${Object.keys(properties).join(", ")}`);
      else hold(inner === true ? {} : inner, value[name], at, nameProblem, wrong);
    }
  }
}

function scalarProblem(schema: Schema, value: unknown): string | undefined {
  // The journal could not keep its digits.
  if (isJsonNumber(value)) return "must be a number, not JSON.rawJSON";
  const only = schema.const === undefined ? schema : { ...schema, enum: [schema.const] };
  return check(only, value) ?? (Array.isArray(value) ? undefined : problemAt("body#", value));
}

function count(
  size: number,
  least = size,
  most = size,
  what: string,
  field: string,
  wrong: Wrong,
): void {
  const [bound, limit] = size < least ? ["least", least] : ["most", most];
  if (size < least || size > most) {
    wrong(field, `must have at ${bound} ${limit} ${what}${limit === 1 ? "" : "s"}`);
  }
}
