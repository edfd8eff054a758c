/** Schemas may only use keywords that are checked at run time. A keyword without an effect would be misleading. */
import { type At, suggest } from "@refunds/spec-reader";
import type { OpenApi, RawSchema } from "../openapi/document.ts";
import { listsOfOneIn } from "../openapi/list-of-one.ts";
import { nestedSchemasOf } from "../openapi/nested-values.ts";
import { operationsOf } from "../openapi/operations.ts";
import { isSupported, nestedKeywords, supportedKeywords } from "../openapi/schemas.ts";
import type { SpecFile } from "../read.ts";

export function checkSchemas(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  const more = new Map([
    ...listsOfOneOf(root).map((at) => [at, itemCounts] as const),
    ...[...nestedSchemasOf(root)].map((at) => [at, nestedKeywords] as const),
  ]);
  const visit = (schema: RawSchema | undefined, at: At) => visitSchema(spec, schema, at, more);
  for (const [name, schema] of Object.entries(root.components?.schemas ?? {})) {
    visit(schema, ["components", "schemas", name]);
  }
  for (const operation of operationsOf(root)) {
    for (const { value, at } of operation.parameters) visit(value.schema, [...at, "schema"]);
    if (operation.body) visit(operation.body.schema.value, operation.body.schema.at);
    for (const { schema } of operation.answers) visit(schema.value, schema.at);
  }
  root["x-credentials"].forEach((set, index) => {
    for (const [name, { schema }] of Object.entries(set))
      visit(schema, ["x-credentials", index, name, "schema"]);
  });
}

const itemCounts: ReadonlySet<string> = new Set(["maxItems"]);

const listsOfOneOf = (root: OpenApi): string[] =>
  operationsOf(root).flatMap(({ body, sent }) => {
    const places = sent.filter(({ place }) => place.startsWith("body#"));
    const pointers = places.map(({ place }) => place.slice("body#".length));
    return body ? listsOfOneIn(root, body.schema, pointers) : [];
  });

/** @param more keywords that have an effect in some schemas, by where they stand, as text */
function visitSchema(
  spec: SpecFile,
  schema: RawSchema | undefined,
  at: At,
  more: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  if (typeof schema !== "object" || schema === null || schema.$ref) return;
  for (const [keyword, value] of Object.entries(schema)) {
    if (!isSupported(keyword, value, more.get(JSON.stringify(at))))
      spec.report(
        [...at, keyword],
        `the schema keyword "${keyword}" is not supported`,
        advice(keyword),
        "key",
      );
  }
  if (schema.not !== undefined && schema.not?.const === undefined) {
    spec.report(
      [...at, "not"],
      "`not` without `const` cannot be checked in an answer",
      "write the one value that is excluded as `not: { const: … }`",
      "key",
    );
  }
  if (schema.pattern !== undefined && !isPattern(schema.pattern)) {
    spec.report(
      [...at, "pattern"],
      `"${schema.pattern}" is not a regular expression (with the u flag)`,
      "correct it",
    );
  }
  if (schema.oneOf && schema.anyOf) {
    spec.report([...at, "anyOf"], "oneOf and anyOf stand side by side", "use one of them", "key");
  }
  for (const [name, child] of Object.entries(schema.properties ?? {}))
    visitSchema(spec, child, [...at, "properties", name], more);
  for (const word of ["items", "contentSchema"] as const)
    visitSchema(spec, schema[word], [...at, word], more);
  if (typeof schema.additionalProperties === "object") {
    visitSchema(spec, schema.additionalProperties, [...at, "additionalProperties"], more);
  }
  for (const word of ["oneOf", "anyOf"] as const) {
    schema[word]?.forEach((child, index) => {
      visitSchema(spec, child, [...at, word, index], more);
    });
  }
}

function advice(keyword: string): string {
  if (keyword === "allOf") return "write the fields of its parts out";
  if (keyword === "additionalProperties")
    return "unknown fields are always allowed, so leave it out";
  if (keyword === "nullable") return 'write type: [..., "null"]';
  return `${suggest(keyword, supportedKeywords)} Otherwise leave it out, or say it in the description.`.replace(
    /\.$/,
    "",
  );
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
