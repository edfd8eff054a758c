/** Extra fields that are objects or lists: their schemas say everything that is checked before they are sent. */
import type { At } from "@refunds/spec-reader";
import { isJson } from "../openapi/answers.ts";
import type { OpenApi, RawRefund } from "../openapi/document.ts";
import { isNested, type NestedValue, nestedValuesOf, schemasIn } from "../openapi/nested-values.ts";
import { type Operation, operationsOf } from "../openapi/operations.ts";
import { sampleOf } from "../openapi/sample-values.ts";
import type { LocatedSchema } from "../openapi/schemas.ts";
import type { SpecFile } from "../read.ts";

export function checkNestedValues(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  const operations = operationsOf(root);
  const all = operations.flatMap((operation) => nestedValuesOf(root, operation));
  for (const operation of operations) {
    const isForm = operation.body !== undefined && !isJson(operation.body.mediaType);
    for (const nested of nestedValuesOf(root, operation)) {
      checkPlace(spec, operation, nested);
      checkSample(spec, operation, nested);
      if (isForm) checkSignedForm(spec, operation, nested);
      for (const schema of schemasIn(root, nested.schema)) {
        checkSchema(spec, nested, schema);
        if (isForm) checkInForm(spec, schema);
      }
    }
    const { echo = {} } = operation.vocabulary as Partial<RawRefund>;
    for (const source of Object.keys(echo)) {
      if (!all.some((nested) => nested.source === source)) continue;
      spec.report(
        [...operation.wordsAt, "echo", source],
        `"${source}" is an object or a list, and an echo compares one value`,
        "remove it",
        "key",
      );
    }
  }
}

function checkPlace(spec: SpecFile, { sent }: Operation, { source, place, at }: NestedValue): void {
  if (!place.startsWith("body#")) {
    const what = `${place} holds one value, and "${source}" is an object or a list`;
    spec.report(at, what, "send it in the body, or give it the type of one value");
  }
  for (const inner of sent) {
    if (!inner.place.startsWith(`${place}/`)) continue;
    const what = `${inner.place} is inside ${place}, which "${source}" fills as a whole`;
    spec.report(inner.at, what, `give "${source}" one field of its own, or remove one of them`);
  }
}

/** Samples in the documentation and of the simulator must be accepted by the client. */
function checkSample(
  spec: SpecFile,
  operation: Operation,
  { source, at, required }: NestedValue,
): void {
  if (!required || operation.kind !== "refund" || sampleOf(operation, source) !== undefined) return;
  const what = `"${source}" is required, and no example shows what a caller gives for it`;
  spec.report(at, what, "add it to x-given of an example", "key");
}

function checkSignedForm(
  spec: SpecFile,
  { vocabulary: { sign }, wordsAt }: Operation,
  { source, place }: NestedValue,
): void {
  const text = JSON.stringify(sign ?? {});
  if (!text.includes('"fields":"body"') && !text.includes(JSON.stringify(place))) return;
  spec.report(
    [...wordsAt, "sign"],
    `"${source}" is several fields of the form, and the signature would take it for one`,
    "sign the body as it is sent",
    "key",
  );
}

/** Everything that a schema says is checked, and it says what it allows. */
function checkSchema(
  spec: SpecFile,
  { source, schema }: NestedValue,
  { value, at }: LocatedSchema,
): void {
  const report = (where: At, what: string, advice: string) =>
    spec.report(where, what, advice, "key");
  const types = [value.type ?? []].flat();
  for (const word of ["oneOf", "anyOf", "not", "contentSchema"] as const) {
    if (value[word] === undefined) continue;
    report(
      [...at, word],
      `${word} is not checked inside "${source}"`,
      `leave it out (a list of types says "either")`,
    );
  }
  // The others of the whole value are reported where every value is checked.
  const isWhole = JSON.stringify(at) === JSON.stringify(schema.at);
  for (const word of [
    "x-time",
    ...(isWhole ? [] : (["x-money", "x-case", "x-key"] as const)),
  ] as const) {
    if (value[word] === undefined) continue;
    report(
      [...at, word],
      `"${source}" is passed on as it is, so ${word} would not be applied`,
      "remove it, and describe the form in the schema",
    );
  }
  if (isNested(value) && types.length === 0) {
    report(at, `"${source}" has members here, but no type`, "say type: object or type: array");
  }
  const { properties, additionalProperties, items } = value;
  if (types.includes("object") && !properties && additionalProperties === undefined) {
    report(
      at,
      `nothing says which members "${source}" can have here`,
      "add properties, or additionalProperties with the schema of each (true: any)",
    );
  }
  if (types.includes("array") && !items) {
    report(at, `nothing says what items "${source}" can have here`, "add items");
  }
}

/** A form holds text in fields: no null, nothing that is empty. */
function checkInForm(spec: SpecFile, { value, at }: LocatedSchema): void {
  const types = [value.type ?? []].flat();
  const report = (what: string, advice: string) => spec.report(at, what, advice, "key");
  if (types.includes("null")) report("a form cannot hold null", "remove the type");
  if (types.length === 0) report("a form cannot hold a value of any type", "say its type");
  const { minProperties = 0, required = [], minItems = 0, additionalProperties } = value;
  if (types.includes("object") && minProperties < 1 && required.length === 0) {
    report("a form cannot hold an empty object", "add minProperties: 1");
  }
  if (types.includes("array") && minItems < 1) {
    report("a form cannot hold an empty list", "add minItems: 1");
  }
  if (additionalProperties === true) {
    report("a form cannot hold members of any type", "say their type in additionalProperties");
  }
}
