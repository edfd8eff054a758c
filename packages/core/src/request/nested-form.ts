/** Writes forms with nested fields, as OpenAPI's style `deepObject` does. */
import { asText, isJsonNumber } from "../json/json.ts";
import { type BodyWriter, writeJson } from "./body.ts";

/** A member is `metadata[order_id]=6735`, an item of a list `items[0]=1`. Without members, nothing is written. */
export const writeNestedForm: BodyWriter = (operation, parts) =>
  operation.media === "form"
    ? new URLSearchParams(
        Object.entries(parts.body).flatMap(([name, value]) => pairs(name, value)),
      ).toString()
    : writeJson(operation, parts);

function pairs(name: string, value: unknown): [string, string][] {
  if (value === undefined) return [];
  if (Object(value) !== value || isJsonNumber(value)) return [[name, `${asText(value)}`]];
  return Object.entries(value as object).flatMap(([member, inner]) =>
    pairs(`${name}[${member}]`, inner),
  );
}
