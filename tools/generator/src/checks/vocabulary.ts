/** The x- vocabulary: specs/vocabulary.schema.json says which keys may stand where, and this turns its verdicts into advice. */

import { fileURLToPath } from "node:url";
import { type At, placeOf, suggest } from "@refunds/spec-reader";
import type { ErrorObject } from "ajv/dist/2020.js";
import vocabulary from "../../../../specs/vocabulary.schema.json" with { type: "json" };
import type { SpecFile } from "../read.ts";
import { keptValidator } from "./kept-validator.ts";

const validate = keptValidator(
  vocabulary,
  fileURLToPath(new URL("../../node_modules/.cache/vocabulary.cjs", import.meta.url)),
);

/** True where the document has the shape that every other check relies on. */
export function checkVocabulary(spec: SpecFile): boolean {
  if (validate(spec.root)) return true;
  const errors = validate.errors ?? [];
  for (const error of errors.filter((candidate) => !isNoise(candidate, errors))) {
    const at = placeOf(spec.root, error.instancePath);
    const { below, what, advice } = advise(error);
    spec.report([...at, ...below], what, advice, below.length > 0 ? "key" : "value");
  }
  return false;
}

/** JSON Schema reports a failed alternative once for each branch and once for the whole; one of them is enough. */
function isNoise(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  const of = (keyword: string) => (other: ErrorObject) =>
    other !== error && other.keyword === keyword && other.instancePath === error.instancePath;
  if (error.keyword === "propertyNames") return false;
  if (error.propertyName !== undefined) return true;
  if (error.keyword === "anyOf" || error.keyword === "oneOf") {
    return errors.some((other) => other.instancePath.startsWith(`${error.instancePath}/`));
  }
  if (error.keyword === "if") return true;
  return errors.some(of("anyOf")) || errors.some(of("oneOf"));
}

interface Advice {
  /** From the reported value down to the key that is meant. */
  readonly below: At;
  readonly what: string;
  readonly advice: string;
}

const here = (what: string, advice: string): Advice => ({ below: [], what, advice });

const unknownWord = (name: string) => `"${name}" is not a word of the vocabulary here`;

const noForm = ({ parentSchema }: ErrorObject) =>
  here("this fits none of the allowed forms", describe(parentSchema));

/** What to say of an error, by the keyword of JSON Schema that found it. */
const advices: Readonly<Record<string, (error: ErrorObject) => Advice>> = {
  additionalProperties({ params, parentSchema }) {
    const name = String(params.additionalProperty);
    const known = Object.keys((parentSchema?.properties as object | undefined) ?? {});
    return { below: [name], what: unknownWord(name), advice: suggest(name, known) };
  },
  "false schema"({ instancePath, schemaPath }) {
    const name = instancePath.split("/").at(-1) ?? "";
    return here(unknownWord(name), suggest(name, allowedIn(schemaPath)));
  },
  propertyNames({ params, schema }) {
    const name = String(params.propertyName);
    const names = namesIn(schema);
    const advice = names.length > 0 ? suggest(name, names) : describe(schema);
    return { below: [name], what: `"${name}" cannot stand here`, advice };
  },
  required({ params, data, parentSchema }) {
    const name = String(params.missingProperty);
    const { code, text } = (data ?? {}) as { code?: unknown; text?: unknown };
    if (name === "reason" && (code ?? text) !== undefined) {
      const reasons = vocabulary.$defs.reason.enum.join(", ");
      return here(`error ${show(code ?? text)} has no reason`, `say which of ${reasons}`);
    }
    return here(`"${name}" is missing`, `add it${explain(propertyOf(parentSchema, name))}`);
  },
  dependentRequired({ params, parentSchema }) {
    const { property = "", missingProperty: name = "" } = params as Record<string, string>;
    const advice = `add it${explain(propertyOf(parentSchema, name))}`;
    return { below: [property], what: `"${property}" also needs "${name}"`, advice };
  },
  enum: ({ data, params }) =>
    here(
      `${show(data)} is not known here`,
      suggest(String(data), params.allowedValues.map(String)),
    ),
  const: ({ data, params }) =>
    here(`${show(data)} cannot stand here`, `it must be ${show(params.allowedValue)}`),
  pattern: ({ data, parentSchema }) =>
    here(`${show(data)} has the wrong form`, describe(parentSchema)),
  type: ({ params }) =>
    here("this is of the wrong type", `it must be ${[params.type].flat().join(" or ")}`),
  anyOf: noForm,
  oneOf: noForm,
};

const propertyOf = (schema: ErrorObject["parentSchema"], name: string): unknown =>
  (schema?.properties as Record<string, unknown> | undefined)?.[name];

const advise = (error: ErrorObject): Advice =>
  advices[error.keyword]?.(error) ??
  here(`this ${error.message ?? "is wrong"}`, describe(error.parentSchema));

/** The x- keys that a pattern such as `^x-(?!money$|time$)` lets pass. */
function allowedIn(schemaPath: string): string[] {
  const listed = /\(\?!([^)]*)\)/.exec(decodeURIComponent(schemaPath))?.[1] ?? "";
  return listed.split("|").flatMap((name) => (name ? [`x-${name.replace(/\$$/, "")}`] : []));
}

function follow(schema: unknown): Record<string, unknown> {
  const ref = (schema as { $ref?: string } | undefined)?.$ref;
  if (!ref) return (schema ?? {}) as Record<string, unknown>;
  const name = ref.split("/").at(-1) ?? "";
  const found = (vocabulary.$defs as Record<string, Record<string, unknown>>)[name];
  return { ...found, ...(schema as object) };
}

function namesIn(schema: unknown): string[] {
  const found = follow(schema);
  const own = Array.isArray(found.enum) ? found.enum.map(String) : [];
  return [...own, ...((found.anyOf as unknown[] | undefined) ?? []).flatMap(namesIn)];
}

function describe(schema: unknown): string {
  const { description, pattern } = follow(schema);
  if (typeof description === "string") return `it must be: ${description}`;
  return typeof pattern === "string" ? `it must match ${pattern}` : "see docs/vocabulary.md";
}

function explain(property: unknown): string {
  const names = namesIn(property);
  if (names.length > 0) return `, one of ${names.join(", ")}`;
  const { description } = follow(property);
  return typeof description === "string" ? ` (${description})` : "";
}

const show = (value: unknown) => JSON.stringify(value) ?? "this";
