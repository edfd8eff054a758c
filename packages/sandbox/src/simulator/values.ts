import type { OperationTable, Placement, Schema } from "@refunds/core/provider";
import { type Incoming, type RequestValue, textOf } from "./incoming.ts";

/** The values of a request as text, by their source, such as `payment.id` or `amount`. */
export type Values = ReadonlyMap<string, string>;

/**
 * Reads all values that an operation needs. Returns a message if one is missing or wrong. Does not check credentials, nor
 * amounts, because those depend on the payment's currency.
 */
export function readValues(operation: OperationTable, incoming: Incoming): Values | string {
  const grouped = new Set((operation.exactlyOne ?? []).flat());
  const values = new Map<string, string>();
  for (const placement of operation.send) {
    if (placement.from.startsWith("credentials.")) continue;
    const given = incoming.at(placement.to);
    if (!given) {
      // A value stands in all of its places.
      const elsewhere = values.has(placement.from);
      if (!elsewhere && (placement.optional || grouped.has(placement.from))) continue;
      return `${placement.to} is missing`;
    }
    const text = textOf(incoming, placement);
    const problem = text === undefined ? mustBe(placement) : checkValue(placement, given, text);
    if (problem !== undefined) return `${placement.to} ${problem}`;
    // Every constant has its own value.
    if (placement.from === "const") continue;
    const plain = plainOf(placement, text as string);
    const before = values.get(placement.from);
    if (before !== undefined && before !== plain)
      return `${placement.to} contradicts another ${placement.from} of the request`;
    values.set(placement.from, plain);
  }
  for (const group of operation.exactlyOne ?? []) {
    const count = group.filter((source) => values.has(source)).length;
    if (count !== 1) return `provide exactly one of ${group.join(", ")}; the request has ${count}`;
  }
  return values;
}

/** The currency as ISO 4217 writes it. Other values stay as they were sent. */
const plainOf = ({ from, form }: Placement, text: string): string =>
  from === "currency" && form ? text.toUpperCase() : text;

const mustBe = ({ prefix }: Placement): string =>
  prefix === undefined ? "must be a single value" : `must start with "${prefix}"`;

/** What is wrong with a value, or undefined. Does not use the client's checks, so that both cannot share a mistake. */
function checkValue(placement: Placement, given: RequestValue, text: string): string | undefined {
  const { schema, money } = placement;
  const misshapen = formProblem(placement.form, text);
  if (misshapen !== undefined) return misshapen;
  const value = given.untyped || placement.prefix !== undefined ? typed(schema, text) : given.value;
  if (money && !given.untyped && (typeof value === "string") !== (money.as === "string")) {
    return `must be a JSON ${money.as}`;
  }
  return schemaProblem(schema, value);
}

const uuid5 = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function formProblem(form: Placement["form"], text: string): string | undefined {
  if (form === "uuid") return uuid5.test(text) ? undefined : "must be a UUID of version 5";
  if (!form) return undefined;
  const written = form === "lower" ? text.toLowerCase() : text.toUpperCase();
  return text === written ? undefined : `must be in ${form} case`;
}

/** Converts text to a number or boolean if the schema does not allow a string. */
function typed(schema: Schema, text: string): unknown {
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
