/** The form in which a provider writes a value that callers write otherwise. */
import type { WireForm } from "../core-types.ts";
import type { Field } from "./schemas.ts";

export function wireFormOf(fields: readonly Field[]): WireForm | undefined {
  const forms = fields.map(({ value }) => value["x-key"] ?? value["x-case"]);
  return forms.find((form) => form !== undefined);
}
