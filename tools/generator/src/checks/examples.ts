/** Documented examples fit their schemas and say which refund they belong to, in fields that exist. */

import { type At, suggest, tokensOf } from "@refunds/spec-reader";
import type { OpenApi, RawMedia } from "../openapi/document.ts";
import { check } from "../openapi/json-schema.ts";
import { type Operation, operationsOf } from "../openapi/operations.ts";
import { compile, type LocatedSchema } from "../openapi/schemas.ts";
import type { SpecFile } from "../read.ts";

export function checkExamples(spec: SpecFile): void {
  for (const operation of operationsOf(spec.root as OpenApi)) {
    if (operation.body) {
      const { media, schema, at } = operation.body;
      checkMedia(spec, operation, media, at, []);
      checkValues(spec, media, schema, at, "request");
    }
    for (const { media, schema, at } of operation.answers) {
      checkMedia(spec, operation, media, at, operation.kind === "token" ? [] : ["x-expect"]);
      checkValues(spec, media, schema, at, "answer");
    }
  }
}

function checkValues(
  spec: SpecFile,
  media: RawMedia,
  schema: LocatedSchema,
  at: At,
  of: "request" | "answer",
): void {
  const compiled = compile(spec.root as OpenApi, schema, of);
  for (const [name, { value }] of Object.entries(media.examples ?? {})) {
    const problem = check(compiled, value, "");
    if (!problem) continue;
    const where = [...at, "examples", name, "value", ...tokensOf(problem.field)];
    spec.report(
      where,
      `example "${name}" breaks its schema: ${problem.field || "it"} ${problem.message}`,
      "correct one of them",
    );
  }
}

function checkMedia(
  spec: SpecFile,
  operation: Operation,
  media: RawMedia,
  mediaAt: At,
  needed: readonly "x-expect"[],
): void {
  for (const [name, example] of Object.entries(media.examples ?? {})) {
    const at = [...mediaAt, "examples", name];
    const words = operation.kind === "token" ? needed : (["x-given", ...needed] as const);
    for (const word of words) {
      if (example[word] === undefined)
        spec.report(
          at,
          `example "${name}" has no ${word}`,
          `say ${word === "x-given" ? "which request it belongs to" : "what becomes of it"}`,
          "key",
        );
    }
    if (example["x-given"]) checkGiven(spec, operation, example["x-given"], [...at, "x-given"]);
  }
}

function checkGiven(spec: SpecFile, operation: Operation, given: object, at: At): void {
  const sources = Object.keys(operation.vocabulary.send);
  for (const [field, value] of Object.entries(given)) {
    if (field === "payment" || field === "extra") {
      const names = sources
        .filter((source) => source.startsWith(`${field}.`))
        .map((source) => source.slice(field.length + 1));
      for (const name of Object.keys(value ?? {})) {
        if (!names.includes(name))
          spec.report(
            [...at, field, name],
            `${operation.kind} sends no ${field}.${name}`,
            suggest(name, names),
            "key",
          );
      }
    } else if (!sources.includes(field) || !["amount", "reason", "key"].includes(field)) {
      const known = ["payment", "extra", "amount", "reason", "key"].filter((word) =>
        sources.some((source) => source.split(".")[0] === word),
      );
      spec.report(
        [...at, field],
        `${operation.kind} has no "${field}"`,
        suggest(field, known),
        "key",
      );
    }
  }
}
