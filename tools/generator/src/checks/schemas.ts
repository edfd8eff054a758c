/** Schemas may only use keywords that are checked at run time. A keyword without an effect would be misleading. */
import { type At, suggest } from "@refunds/spec-reader";
import type { OpenApi, RawSchema } from "../openapi/document.ts";
import { nestedSchemasOf } from "../openapi/nested-values.ts";
import { operationsOf } from "../openapi/operations.ts";
import { isSupported, supportedKeywords } from "../openapi/schemas.ts";
import type { SpecFile } from "../read.ts";

export function checkSchemas(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  const nested = nestedSchemasOf(root);
  const visit = (schema: RawSchema | undefined, at: At) => visitSchema(spec, schema, at, nested);
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

/** @param nested where the schemas stand that objects and lists of a caller are held against */
function visitSchema(
  spec: SpecFile,
  schema: RawSchema | undefined,
  at: At,
  nested: ReadonlySet<string>,
): void {
  if (typeof schema !== "object" || schema === null || schema.$ref) return;
  for (const [keyword, value] of Object.entries(schema)) {
    if (!isSupported(keyword, value, nested.has(JSON.stringify(at))))
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
    visitSchema(spec, child, [...at, "properties", name], nested);
  for (const word of ["items", "contentSchema"] as const)
    visitSchema(spec, schema[word], [...at, word], nested);
  if (typeof schema.additionalProperties === "object") {
    visitSchema(spec, schema.additionalProperties, [...at, "additionalProperties"], nested);
  }
  for (const word of ["oneOf", "anyOf"] as const) {
    schema[word]?.forEach((child, index) => {
      visitSchema(spec, child, [...at, word, index], nested);
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
