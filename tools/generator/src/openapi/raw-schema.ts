/** A JSON Schema of a spec, with the x- words that stand in one. */
import type { JsonSchema } from "./json-schema.ts";

interface RawMoney {
  readonly unit: "minor" | "major";
  readonly exponents?: Readonly<Record<string, number>>;
  readonly steps?: Readonly<Record<string, number>>;
  readonly negative?: true;
}

/** A JSON Schema as written, a reference perhaps. */
export interface RawSchema
  extends Omit<JsonSchema, "properties" | "additionalProperties" | "items" | "anyOf" | "type"> {
  readonly $ref?: string;
  readonly type?: JsonSchema["type"];
  readonly description?: string;
  readonly default?: string | number;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, RawSchema>>;
  readonly additionalProperties?: boolean | RawSchema;
  readonly items?: RawSchema;
  readonly oneOf?: readonly RawSchema[];
  readonly anyOf?: readonly RawSchema[];
  readonly contentMediaType?: string;
  readonly contentSchema?: RawSchema;
  readonly "x-money"?: RawMoney;
  readonly "x-case"?: "lower";
  readonly "x-key"?: "uuid";
  readonly "x-time"?: { readonly format: string; readonly zone?: string };
}
