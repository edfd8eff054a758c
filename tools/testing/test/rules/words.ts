/** Which specs use which words of the vocabulary, counted from its schema. */
import { parse } from "yaml";
import { providers, read } from "./repository.ts";

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema | boolean>>;
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** Called for each word that the schema has at a value, and whether the value uses it. */
type Meet = (word: string, isUsed: boolean) => void;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The users of each word: `verify.keyId` is a member, `keyEncoding: hex` a value that can be chosen.
 * A definition that several places share counts once, under its own name.
 */
export function wordUsers(
  vocabulary: Schema = JSON.parse(read("specs/vocabulary.schema.json")),
  specs = Object.fromEntries(providers.map((name) => [name, parse(read(`specs/${name}.yaml`))])),
): Map<string, string[]> {
  const users = new Map<string, Set<string>>();
  const meeting =
    (provider?: string): Meet =>
    (word, isUsed) => {
      const known = users.get(word) ?? new Set<string>();
      if (provider && isUsed) known.add(provider);
      users.set(word, known);
    };
  const definitions = vocabulary.$defs ?? {};
  // Without a value, references are not followed, so each definition has its own turn.
  for (const [name, schema] of [["", vocabulary] as const, ...Object.entries(definitions)]) {
    meet(schema, undefined, name, definitions, meeting());
  }
  for (const [provider, spec] of Object.entries(specs)) {
    meet(vocabulary, spec, "", definitions, meeting(provider));
  }
  return new Map([...users].map(([word, found]) => [word, [...found].sort()]));
}

function meet(
  schema: Schema,
  value: unknown,
  scope: string,
  definitions: Readonly<Record<string, Schema>>,
  met: Meet,
  first?: string,
): void {
  const into = (inner: Schema, below: unknown, name = scope) =>
    meet(inner, below, name, definitions, met);
  const name = schema.$ref?.split("/").at(-1);
  const target = name && definitions[name];
  if (target && value !== undefined) into(target, value, name);
  for (const choice of schema.enum ?? []) met(`${scope}: ${choice}`, value === choice);
  for (const form of [schema.anyOf, schema.oneOf, schema.allOf].flat()) {
    // Of several forms, one is named by what it requires first: `signedPart.digest.algorithm`.
    if (form) meet(form, value, scope, definitions, met, form.required?.[0]);
  }
  for (const item of Array.isArray(value) ? value : [undefined]) {
    if (schema.items) into(schema.items, item);
  }
  // One form of several: the others require members that this value does not have.
  const fits = isObject(value) && (schema.required ?? []).every((key) => key in value);
  const nameOf = (key: string) =>
    first === undefined || key === first ? `${scope}.${key}` : `${scope}.${first}.${key}`;
  members(schema, fits ? value : undefined, nameOf, into, met);
}

function members(
  schema: Schema,
  value: Record<string, unknown> | undefined,
  nameOf: (key: string) => string,
  into: (inner: Schema, below: unknown, name?: string) => void,
  met: Meet,
): void {
  const own = schema.properties ?? {};
  for (const [key, inner] of Object.entries(own)) {
    // In an object of OpenAPI, only the x- keys are words of the vocabulary.
    const isWord = schema.additionalProperties === false || key.startsWith("x-");
    const name = key.startsWith("x-") ? key : nameOf(key);
    if (isWord) met(name, value !== undefined && key in value);
    into(inner, value?.[key], name);
  }
  for (const key of value ? Object.keys(value) : [undefined]) {
    const below = key === undefined ? undefined : value?.[key];
    if (schema.propertyNames) into(schema.propertyNames, key);
    if (isObject(schema.additionalProperties) && !(key !== undefined && key in own)) {
      into(schema.additionalProperties, below);
    }
    for (const [pattern, inner] of Object.entries(schema.patternProperties ?? {})) {
      if (isObject(inner) && key !== undefined && new RegExp(pattern).test(key)) into(inner, below);
    }
  }
}
