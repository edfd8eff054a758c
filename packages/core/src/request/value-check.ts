/** The part of JSON Schema that checks scalars. The generator refuses the rest. */
export interface Schema {
  readonly type?: SchemaType | readonly SchemaType[];
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | number | boolean)[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The part of JSON Schema that checks objects and lists, too. */
export interface NestedSchema extends Schema {
  readonly properties?: Readonly<Record<string, NestedSchema>>;
  readonly required?: readonly string[];
  /** What members that `properties` does not name may be. Absent: there are none. */
  readonly additionalProperties?: true | NestedSchema;
  /** What the names of members must satisfy. */
  readonly propertyNames?: Schema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: NestedSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** The name of a JSON type. */
export type SchemaType = "string" | "number" | "integer" | "boolean" | "object" | "array" | "null";

/** A problem with one field. */
export interface Problem {
  /** The caller's field, such as `payment.id` or `amount.value`. */
  readonly field: string;
  /** What is wrong, and what is expected. Completes a sentence that begins with the field. */
  readonly message: string;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether `value` is of any of the types. No name of a type is part of another one. */
export const isOfType = (types: string | readonly string[], value: unknown): boolean =>
  types.includes(value === null ? "null" : Array.isArray(value) ? "array" : typeof value)
    ? typeof value !== "number" || Number.isFinite(value)
    : types.includes("integer") && Number.isInteger(value);

/** The first way in which `value` does not match `schema`, or undefined. */
export function check(schema: Schema, value: unknown): string | undefined {
  const { type, pattern, minLength = 0, maxLength, minimum, maximum } = schema;
  if (type && !isOfType(type, value)) return `must be ${[type].flat().join(" or ")}`;
  if (schema.enum && !(schema.enum as readonly unknown[]).includes(value)) {
    return `must be ${schema.enum.join(" or ")}`;
  }
  const text = typeof value === "string";
  if (!text && typeof value !== "number") return undefined;
  const size = text ? [...value].length : value;
  const [least = size, most = size] = text ? [minLength, maxLength] : [minimum, maximum];
  const [verb, unit] = text ? ["have", " characters"] : ["be", ""];
  if (size < least)
    return text && !size ? "must not be empty" : `must ${verb} at least ${least}${unit}`;
  if (size > most) return `must ${verb} at most ${most}${unit}`;
  return text && pattern !== undefined && !new RegExp(pattern, "u").test(value)
    ? `must match ${pattern}`
    : undefined;
}
