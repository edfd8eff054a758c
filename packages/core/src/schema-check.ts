/** The part of JSON Schema that a provider table may use at run time. The generator refuses every other keyword. */
export interface Schema {
  readonly type?: SchemaType | readonly SchemaType[];
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | number | boolean)[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

export type SchemaType = "string" | "number" | "integer" | "boolean" | "object" | "array" | "null";

/** One thing that is wrong, and where. */
export interface Problem {
  /** The caller's field (`payment.id`, `amount.value`), or a JSON Pointer into an answer. */
  readonly field: string;
  readonly message: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isType(type: SchemaType, value: unknown): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "integer":
      return Number.isInteger(value);
    case "number":
      return Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

/** The first thing in which `value` breaks `schema`, or undefined. Unknown fields are allowed: providers add them. */
export function check(schema: Schema, value: unknown, field: string): Problem | undefined {
  const wrong = (message: string): Problem => ({ field, message });
  if (schema.anyOf) {
    const problems = schema.anyOf.map((branch) => check(branch, value, field));
    // The branch that gets deepest is the one that was meant; its complaint is the useful one.
    const depth = (problem: Problem | undefined) => problem?.field.length ?? 0;
    if (!problems.includes(undefined)) {
      return problems.reduce((nearest, next) => (depth(next) > depth(nearest) ? next : nearest));
    }
  }
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isType(type, value))) {
    return wrong(`must be ${types.join(" or ")}`);
  }
  if (schema.const !== undefined && value !== schema.const) return wrong(`must be ${schema.const}`);
  if (schema.enum && !(schema.enum as readonly unknown[]).includes(value)) {
    return wrong(`must be one of ${schema.enum.join(", ")}`);
  }
  if (typeof value === "string") return checkText(schema, value, wrong);
  if (typeof value === "number") {
    if (schema.minimum !== undefined && value < schema.minimum) {
      return wrong(`must be at least ${schema.minimum}`);
    }
    if (schema.maximum !== undefined && value > schema.maximum) {
      return wrong(`must be at most ${schema.maximum}`);
    }
  }
  if (Array.isArray(value) && schema.items) {
    const items = schema.items;
    return firstProblem(value.map((item, at) => [items, item, `${field}/${at}`]));
  }
  if (isObject(value)) {
    const missing = schema.required?.find((name) => !Object.hasOwn(value, name));
    if (missing !== undefined) return { field: `${field}/${missing}`, message: "is missing" };
    return firstProblem(
      Object.entries(schema.properties ?? {})
        .filter(([name]) => Object.hasOwn(value, name))
        .map(([name, property]) => [property, value[name], `${field}/${name}`]),
    );
  }
  return undefined;
}

function checkText(schema: Schema, value: string, wrong: (message: string) => Problem) {
  const length = [...value].length;
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  if (length < minLength) {
    return wrong(length === 0 ? "must not be empty" : `must have at least ${minLength} characters`);
  }
  if (length > maxLength) return wrong(`must have at most ${maxLength} characters`);
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value)) {
    return wrong(`must match ${schema.pattern}`);
  }
  return undefined;
}

function firstProblem(parts: (readonly [Schema, unknown, string])[]): Problem | undefined {
  for (const [schema, value, field] of parts) {
    const problem = check(schema, value, field);
    if (problem) return problem;
  }
  return undefined;
}
