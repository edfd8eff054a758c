import type { OperationTable, Placement, Schema } from "@refunds/core/provider";
import { type Incoming, type RequestValue, textOf } from "./incoming.ts";

/** The values of a request by their source (`payment.id`, `amount`), as text: what the client meant to say. */
export type Values = ReadonlyMap<string, string>;

/**
 * Reads every value that an operation asks for, or tells in a sentence which one is missing or wrong.
 * Credentials are judged elsewhere. Amounts are judged later, once the payment's currency is known.
 */
export function readValues(operation: OperationTable, incoming: Incoming): Values | string {
  const grouped = new Set((operation.exactlyOne ?? []).flat());
  const values = new Map<string, string>();
  for (const placement of operation.send) {
    if (placement.from.startsWith("credentials.")) continue;
    const given = incoming.at(placement.to);
    if (!given) {
      if (placement.optional || grouped.has(placement.from)) continue;
      return `${placement.to} is missing`;
    }
    const text = textOf(incoming, placement);
    const problem = text === undefined ? mustBe(placement) : checkValue(placement, given, text);
    if (problem !== undefined) return `${placement.to} ${problem}`;
    const before = values.get(placement.from);
    if (before !== undefined && before !== text) return `${placement.to} contradicts itself`;
    values.set(placement.from, text as string);
  }
  for (const group of operation.exactlyOne ?? []) {
    const count = group.filter((source) => values.has(source)).length;
    if (count !== 1) return `exactly one of ${group.join(", ")} must be given, not ${count}`;
  }
  return values;
}

const mustBe = ({ prefix }: Placement): string =>
  prefix === undefined ? "must be a single value" : `must start with "${prefix}"`;

/** What is wrong with a value, or undefined. The simulator does not use the client's own checks: both could share a mistake. */
function checkValue(placement: Placement, given: RequestValue, text: string): string | undefined {
  const { schema, money } = placement;
  const value = given.untyped || placement.prefix !== undefined ? typed(schema, text) : given.value;
  if (money && !given.untyped && (typeof value === "string") !== (money.as === "string")) {
    return `must be a JSON ${money.as}`;
  }
  return schemaProblem(schema, value);
}

/** Text that stands for a number where only a number will do. */
function typed(schema: Schema, text: string): unknown {
  const types = [schema.type ?? "string"].flat();
  if (types.includes("string")) return text;
  if (types.includes("boolean")) return text === "true" || (text === "false" ? false : text);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** How a value breaks a schema, or undefined. */
export function schemaProblem(schema: Schema, value: unknown): string | undefined {
  const types = [schema.type ?? []].flat();
  const fits = types.some((type) =>
    type === "integer" ? Number.isInteger(value) : typeof value === type,
  );
  if (types.length > 0 && !fits) return `must be of type ${types.join(" or ")}`;
  if (schema.const !== undefined && value !== schema.const) return `must be ${schema.const}`;
  if (schema.enum && !schema.enum.some((word) => word === value)) {
    return `must be one of ${schema.enum.join(", ")}`;
  }
  if (typeof value === "string") {
    const length = [...value].length;
    if (length < (schema.minLength ?? 0)) return "is too short";
    if (length > (schema.maxLength ?? length)) return "is too long";
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
