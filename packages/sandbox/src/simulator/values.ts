import type { OperationTable, Placement } from "@refunds/core/provider";
import { type Incoming, type RequestValue, textOf } from "./incoming.ts";
import { isNestedSchema, nestedProblem, textOfNested, typedNested } from "./nested-value.ts";
import { schemaProblem, typed } from "./single-value.ts";

/** The values of a request as text, by their source, such as `payment.id` or `amount`. */
export type Values = ReadonlyMap<string, string>;

/**
 * Reads all values that an operation needs. Returns a message if one is missing or wrong. Does not check credentials, nor
 * amounts, because those depend on the payment's currency.
 */
export function readValues(operation: OperationTable, incoming: Incoming): Values | string {
  const list = wrongList(operation, incoming);
  if (list !== undefined) return `${list} must be a list of one item`;
  const grouped = new Set((operation.exactlyOne ?? []).flat());
  const values = new Map<string, string>();
  for (const placement of operation.send) {
    if (placement.from.startsWith("credentials.") || placement.to.startsWith("known.")) continue;
    const given = incoming.at(placement.to);
    if (!given) {
      // A value stands in all of its places.
      const elsewhere = values.has(placement.from);
      if (!elsewhere && (placement.optional || grouped.has(placement.from))) continue;
      return `${placement.to} is missing`;
    }
    const nested = nestedText(placement, given);
    const text = nested?.text ?? textOf(incoming, placement);
    const problem = nested
      ? nested.problem
      : text === undefined
        ? mustBe(placement)
        : checkValue(placement, given, text);
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

/** A list of one that is something else. What stands behind its first item would be left unread. */
function wrongList({ send }: OperationTable, incoming: Incoming): string | undefined {
  const lists = send.flatMap(({ to }) => /^(body#.*)\/0\//.exec(to)?.[1] ?? []);
  return lists.find((list) => {
    const given = incoming.at(list)?.value;
    return given !== undefined && !(Array.isArray(given) && given.length === 1);
  });
}

/** An object or a list as text, where the provider takes one; undefined for a single value. */
function nestedText({ from, schema }: Placement, { value: given, untyped }: RequestValue) {
  // Of null, too: only there a provider can take it.
  if (typeof given !== "object" || !from.startsWith("extra.")) return undefined;
  if (!isNestedSchema(schema)) return undefined;
  const value = untyped ? typedNested(schema, given) : given;
  return { text: textOfNested(value), problem: nestedProblem(schema, value) };
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
