/** What a single value must satisfy: the part of JSON Schema that is about scalars. The generator refuses the rest. */
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

type SchemaType = "string" | "number" | "integer" | "boolean" | "object" | "array" | "null";

/** One thing that is wrong, and where. */
export interface Problem {
  /** The caller's field, such as `payment.id` or `amount.value`. */
  readonly field: string;
  /** What is wrong with it, or what it must be. */
  readonly message: string;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether `value` is of any of the types. */
export const isOfType = (types: readonly string[], value: unknown): boolean =>
  types.includes(value === null ? "null" : Array.isArray(value) ? "array" : typeof value)
    ? typeof value !== "number" || Number.isFinite(value)
    : types.includes("integer") && Number.isInteger(value);

/** The first thing in which `value` breaks `schema`, or undefined. */
export function check(schema: Schema, value: unknown): string | undefined {
  const { type, pattern, minLength = 0, maxLength, minimum, maximum } = schema;
  const types = type && [type].flat();
  if (types && !isOfType(types, value)) return `must be ${types.join(" or ")}`;
  if (schema.enum && !(schema.enum as readonly unknown[]).includes(value)) {
    return `must be ${schema.enum.join(" or ")}`;
  }
  const text = typeof value === "string";
  if (!text && typeof value !== "number") return undefined;
  const size = text ? [...value].length : value;
  const [least = size, most = size] = text ? [minLength, maxLength] : [minimum, maximum];
  const unit = text ? " characters" : "";
  if (size < least) return size ? `must have at least ${least}${unit}` : "must not be empty";
  if (size > most) return `must have at most ${most}${unit}`;
  return text && !new RegExp(pattern ?? "", "u").test(value) ? `must match ${pattern}` : undefined;
}
