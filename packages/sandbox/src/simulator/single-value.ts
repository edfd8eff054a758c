import type { Schema } from "@refunds/core/provider";

/** Converts text to a number or boolean if the schema does not allow a string. */
export function typed(schema: Schema, text: string): unknown {
  const types = [schema.type ?? "string"].flat();
  if (types.includes("string")) return text;
  if (types.includes("boolean")) return text === "true" || (text === "false" ? false : text);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** What is wrong with a value according to its schema, or undefined. */
export function schemaProblem(schema: Schema, value: unknown): string | undefined {
  const types = [schema.type ?? []].flat();
  const fits = types.some((type) =>
    type === "integer" ? Number.isInteger(value) : typeof value === type,
  );
  if (types.length > 0 && !fits) return `must be of type ${types.join(" or ")}`;
  if (schema.const !== undefined && value !== schema.const) return `must be ${schema.const}`;
  if (schema.enum && !schema.enum.some((each) => each === value)) {
    return `must be one of ${schema.enum.join(", ")}`;
  }
  if (typeof value === "string") {
    const length = [...value].length;
    if (length === 0 && (schema.minLength ?? 0) > 0) return "must not be empty";
    if (length < (schema.minLength ?? 0))
      return `must have at least ${schema.minLength} characters`;
    if (length > (schema.maxLength ?? length))
      return `must have at most ${schema.maxLength} characters`;
    if (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value)) {
      return `must match ${schema.pattern}`;
    }
  }
  if (typeof value === "number") {
    if (value < (schema.minimum ?? value)) return `must be at least ${schema.minimum}`;
    if (value > (schema.maximum ?? value)) return `must be at most ${schema.maximum}`;
  }
  return undefined;
}
