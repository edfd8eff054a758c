/** The part of JSON Schema that specs may use, and holding a value against it. */
export interface JsonSchema {
  readonly type?: SchemaType | readonly SchemaType[];
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | number | boolean)[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: true | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly JsonSchema[];
  /** Excludes one value. */
  readonly not?: { readonly const: string | number | boolean };
}

type SchemaType = "string" | "number" | "integer" | "boolean" | "object" | "array" | "null";

/** One thing that is wrong, and where. */
export interface Problem {
  /** The caller's field (`payment.id`, `amount.value`), or a JSON Pointer into an answer. */
  readonly field: string;
  readonly message: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function typeOf(value: unknown): SchemaType[] {
  if (typeof value === "number" && Number.isFinite(value)) {
    return Number.isInteger(value) ? ["number", "integer"] : ["number"];
  }
  if (value === null) return ["null"];
  if (Array.isArray(value)) return ["array"];
  return typeof value === "number" ? [] : [typeof value as SchemaType];
}

/** The first thing in which `value` breaks `schema`, or undefined. Unknown fields are allowed: providers add them. */
export function check(schema: JsonSchema, value: unknown, field: string): Problem | undefined {
  const { anyOf, type, enum: words, pattern, minLength = 0, maxLength, minimum, maximum } = schema;
  const must = (be: string) => ({ field, message: `must ${be}` });
  // The branch that gets deepest is the one that was meant; its complaint is the useful one.
  const wrong = anyOf
    ?.map((branch) => check(branch, value, field))
    .reduce((a, b) => a && b && (b.field.length > a.field.length ? b : a));
  if (wrong) return wrong;
  const types = [type ?? []].flat();
  if (types.length > 0 && !typeOf(value).some((found) => types.includes(found))) {
    return must(`be ${types.join(" or ")}`);
  }
  for (const only of [schema.const === undefined ? undefined : [schema.const], words]) {
    if (only && !(only as readonly unknown[]).includes(value)) {
      return must(`be ${only.join(" or ")}`);
    }
  }
  if (schema.not && value === schema.not.const) return must(`not be ${schema.not.const}`);
  const text = typeof value === "string";
  const size = text ? [...value].length : typeof value === "number" ? value : undefined;
  const least = text ? minLength : minimum;
  const most = text ? maxLength : maximum;
  const [verb, unit] = text ? ["have", " characters"] : ["be", ""];
  if (size !== undefined && least !== undefined && size < least) {
    return must(text && !size ? "not be empty" : `${verb} at least ${least}${unit}`);
  }
  if (size !== undefined && most !== undefined && size > most)
    return must(`${verb} at most ${most}${unit}`);
  if (text && pattern !== undefined && !new RegExp(pattern, "u").test(value)) {
    return must(`match ${pattern}`);
  }
  return checkMembers(schema, value, field);
}

function checkMembers(schema: JsonSchema, value: unknown, field: string): Problem | undefined {
  const list = Array.isArray(value);
  if (!list && !isObject(value)) return undefined;
  const missing = list ? undefined : schema.required?.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return { field: `${field}/${missing}`, message: "is missing" };
  for (const [name, member] of Object.entries(value)) {
    const inner = list ? schema.items : own(schema.properties, name);
    const problem = inner && check(inner, member, `${field}/${name}`);
    if (problem) return problem;
  }
  return undefined;
}

const own = (members: JsonSchema["properties"] = {}, name: string) =>
  Object.hasOwn(members, name) ? members[name] : undefined;
