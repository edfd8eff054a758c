/** `src/schema.ts`, by openapi-typescript. The only file that knows it: it is in maintenance mode, and has to be replaceable. */
import { createRequire } from "node:module";
import type { GlobalContext, OpenAPI3, SchemaObject } from "openapi-typescript";
import type { TypeNode } from "typescript";
import type { Provider } from "../model.ts";
import { header } from "./text.ts";

// Required, not imported: Node searches the text of a CommonJS module that is imported for the names it exports, and the
// text of TypeScript is 9 MB.
const require = createRequire(import.meta.url);
const ts = require("typescript") as typeof import("typescript");
const { astToString, resolveRef, scanDiscriminators, transformSchema, tsUnion } =
  require("openapi-typescript") as typeof import("openapi-typescript");

const anyOtherString = ts.factory.createIntersectionTypeNode([
  ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
  ts.factory.createTypeLiteralNode([]),
]);

export function printSchemaTypes({ spec, document }: Provider): string {
  const schema = document as OpenAPI3;
  return `${header(spec)}\n${astToString(transformSchema(schema, contextOf(schema)))}`;
}

/** Providers add values without notice: a listed value is completed by editors, any other still has its type. */
function openEnum(schema: SchemaObject): TypeNode | undefined {
  const values: unknown = "enum" in schema ? schema.enum : undefined;
  if (!Array.isArray(values) || !values.every((value) => typeof value === "string"))
    return undefined;
  const empty = [schema.type].flat().includes("null")
    ? [ts.factory.createLiteralTypeNode(ts.factory.createNull())]
    : [];
  return tsUnion([
    ...values.map((value) =>
      ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(value)),
    ),
    ts.factory.createParenthesizedType(anyOtherString),
    ...empty,
  ]);
}

/**
 * What openapi-typescript's own entry makes of its options. That entry would lint and bundle the document once more, which
 * costs more than the types do; ours is linted, and in one file.
 */
function contextOf(schema: OpenAPI3): GlobalContext {
  return {
    additionalProperties: false,
    alphabetize: true,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // True would make every field with a default required.
    defaultNonNullable: false,
    discriminators: scanDiscriminators(schema, {}),
    emptyObjectsUnknown: false,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    // Only the bundling that is left out reads it.
    redoc: undefined as never,
    resolve: ($ref) => resolveRef(schema, $ref, { silent: true }),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: openEnum,
    transformProperty: undefined,
  };
}
