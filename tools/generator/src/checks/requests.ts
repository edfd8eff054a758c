/** Every request goes somewhere, what is sent in it can be sent, and every required field is filled. */
import { type At, escapeToken, resolve, suggest } from "@refunds/spec-reader";
import type { OpenApi, RawSchema } from "../openapi/document.ts";
import { insideOf } from "../openapi/list-of-one.ts";
import {
  lookUpPlace,
  type Operation,
  operationsOf,
  placeOfScheme,
  securityOf,
} from "../openapi/operations.ts";
import type { LocatedSchema } from "../openapi/schemas.ts";
import { placesOf } from "../openapi/signing.ts";
import type { SpecFile } from "../read.ts";
import { checkBody, checkDestination } from "./destination-and-body.ts";
import { checkSend } from "./sent-values.ts";

export function checkRequests(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  for (const operation of operationsOf(root)) {
    checkDestination(spec, operation);
    checkBody(spec, operation);
    checkSend(spec, root, operation);
    checkGroups(spec, root, operation);
    checkFilled(spec, root, operation);
  }
}

function checkGroups(spec: SpecFile, root: OpenApi, operation: Operation): void {
  const { vocabulary, wordsAt } = operation;
  const sent = Object.keys(vocabulary.send);
  const seen = new Set<string>();
  vocabulary.exactlyOne?.forEach((group, index) => {
    const at = [...wordsAt, "exactlyOne", index];
    group.forEach((source, member) => {
      if (!sent.includes(source))
        spec.report([...at, member], `"${source}" is not sent`, suggest(source, sent));
      if (seen.has(source))
        spec.report([...at, member], `"${source}" stands in two groups`, "a value belongs to one");
      seen.add(source);
      const place = vocabulary.send[source];
      const fields = place === undefined ? [] : lookUpPlace(root, operation, place).fields;
      if (fields.some(({ required }) => required)) {
        spec.report(
          [...at, member],
          `"${source}" goes to ${place}, which is required, so there is no choice`,
          "make it optional there",
        );
      }
    });
    const kinds = new Set(group.map((source) => source.split(".")[0]));
    if (kinds.size > 1 || !["payment", "extra"].includes([...kinds][0] ?? "")) {
      spec.report(at, "a group chooses among payment.<id> or among extra.<field>", "split it");
    }
  });
}

/** Constants need no source: core sends them. */
function checkFilled(spec: SpecFile, root: OpenApi, operation: Operation): void {
  const { sign } = operation.vocabulary;
  const places = new Set(
    [
      ...operation.sent.map(({ place }) => place),
      ...placesOf(sign),
      ...securityPlaces(root, operation),
    ].map(fold),
  );
  const report = (place: string, at: At) =>
    spec.report(
      at,
      `nothing fills the required ${place}`,
      `add it to x-${operation.kind}.send, or give it a const`,
      "key",
    );
  for (const { value, at } of operation.parameters) {
    const place = `${value.in}.${value.name}`;
    if (value.required && value.schema?.const === undefined && !places.has(fold(place)))
      report(place, at);
  }
  if (operation.body) {
    checkRequired(root, operation.body.schema, "body#", places, (place, schema) => {
      if (schema.value.const === undefined) report(place, schema.at);
    });
  }
}

/** Header names are the same in any letter case. */
const fold = (place: string) => (place.startsWith("header.") ? place.toLowerCase() : place);

const securityPlaces = (root: OpenApi, operation: Operation) =>
  securityOf(root, operation).map(({ scheme }) => placeOfScheme(scheme));

function checkRequired(
  root: OpenApi,
  schema: LocatedSchema,
  place: string,
  places: ReadonlySet<string>,
  leaf: (place: string, schema: LocatedSchema) => void,
): void {
  const found = resolve<RawSchema>(root, schema.value, schema.at);
  const object = found?.value.contentSchema
    ? resolve<RawSchema>(root, found.value.contentSchema, [...found.at, "contentSchema"])
    : found;
  if (!object) return;
  for (const name of object.value.required ?? []) {
    const property = object.value.properties?.[name];
    const field =
      property && resolve<RawSchema>(root, property, [...object.at, "properties", name]);
    if (!field) continue;
    const at = `${place}/${escapeToken(name)}`;
    // An object that is given as a whole has its members from there.
    if (places.has(at)) continue;
    const inside = insideOf(root, field, at);
    if (inside.field.value.properties || inside.field.value.contentSchema) {
      checkRequired(root, inside.field, inside.place, places, leaf);
    } else leaf(at, field);
  }
}
