/** A value that is always the same is sent where it is required, and nowhere else. */
import { escapeToken } from "@refunds/spec-reader";
import { constantsOf } from "../openapi/constants.ts";
import type { OpenApi } from "../openapi/document.ts";
import { type Operation, operationsOf } from "../openapi/operations.ts";
import { branchesOf, type LocatedSchema } from "../openapi/schemas.ts";
import { placesOf } from "../openapi/signing.ts";
import type { SpecFile } from "../read.ts";

export function checkConstants(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  for (const operation of operationsOf(root)) {
    for (const { value, at } of operation.parameters) {
      if (value.required || value.schema?.const === undefined) continue;
      const what = `the constant ${value.in}.${value.name} is sent only if it is required`;
      spec.report(at, what, "add required: true, or remove the const");
    }
    checkBody(spec, root, operation);
  }
}

function checkBody(spec: SpecFile, root: OpenApi, operation: Operation): void {
  if (!operation.body) return;
  const sent = new Set(constantsOf(root, operation).map(({ to }) => to));
  const filled = [
    ...operation.sent.map(({ place }) => place),
    ...placesOf(operation.vocabulary.sign),
  ];
  const visit = (schema: LocatedSchema, place: string, around: readonly object[]) => {
    for (const { value, at } of branchesOf(root, schema)) {
      // What a caller gives as a whole is held against its constants.
      if (filled.includes(place) || around.includes(value)) continue;
      if (value.const !== undefined && !sent.has(place)) {
        const what = `the constant ${place} is sent only if it and every object around it is required`;
        spec.report(at, what, "add it to `required`, or remove the const");
      }
      const inside = [...around, value];
      for (const [name, child] of Object.entries(value.properties ?? {})) {
        const childAt = [...at, "properties", name];
        visit({ value: child, at: childAt }, `${place}/${escapeToken(name)}`, inside);
      }
      if (value.items) visit({ value: value.items, at: [...at, "items"] }, `${place}/0`, inside);
      if (value.contentSchema) {
        visit({ value: value.contentSchema, at: [...at, "contentSchema"] }, place, inside);
      }
    }
  };
  visit(operation.body.schema, "body#", []);
}
