/** Turns what the caller asks into the request the provider documents. Pure: nothing is sent from here. */
import { jsonNumber } from "../json/json.ts";
import { putAt, valueAt } from "../json/pointer.ts";
import {
  type CheckedAmount,
  checkAmount,
  type DecimalsOf,
  type MoneyUnits,
} from "../money/money.ts";
import type { OperationTable, Place, Placement, RefundTable, Source } from "../table.ts";
import { check, isObject, type Problem } from "./value-check.ts";

/** A request in pieces, in the provider's own names. */
export interface RequestParts {
  readonly path: Record<string, string>;
  readonly query: Record<string, string>;
  readonly headers: Record<string, string>;
  readonly body: Record<string, unknown>;
}

/** Everything that can be sent, by source name. */
export type Values = Readonly<Record<Source, unknown>>;

/** What amounts are read with. */
export interface MoneyFeatures {
  readonly money?: MoneyUnits;
  readonly currencies?: DecimalsOf;
}

/** The caller's request as values, and everything that is wrong with it. */
export function readRequest(
  operation: OperationTable & Pick<RefundTable, "currencies">,
  request: unknown,
  { currencies, money: units = {} }: MoneyFeatures,
): { values: Values; problems: Problem[] } {
  const values: Record<Source, unknown> = {};
  const problems: Problem[] = [];
  const wrong = (field: string, message: string) => problems.push({ field, message });
  const placements = operation.send.filter(({ from }) =>
    /^(payment|extra)\.|^(amount|reason|key)$/.test(from),
  );
  const sources = placements.map(({ from }) => from);
  const take = (source: Source, value: unknown) => {
    if (sources.includes(source)) values[source] = value;
    // The facade hands its key to every provider; those without a place for it do not send it.
    else if (value !== undefined && source !== "key") {
      wrong(source, `is unknown; there are ${sources.join(", ")}`);
    }
  };
  const given = isObject(request) ? request : {};
  if (given !== request) wrong("request", "must be an object");
  for (const [field, value] of Object.entries(given)) {
    if (/^(payment|extra)$/.test(field) && isObject(value)) {
      for (const [name, member] of Object.entries(value)) take(`${field}.${name}`, member);
    } else {
      // Only what stands inside payment or extra has a dotted name.
      take(field.replace(".", "/"), value);
    }
  }
  for (const group of operation.exactlyOne ?? []) {
    if (group.filter((source) => values[source] !== undefined).length !== 1) {
      wrong(group.join(" or "), "must be given, only one");
    }
  }
  for (const { from, to, schema, optional, money } of placements) {
    const value = values[from];
    if (value === undefined) {
      // An amount left out may mean all of it; one that came out undefined must not.
      if (!optional || (money && from in given)) wrong(from, "is missing");
      continue;
    }
    if (money) {
      // A copy: what is checked now is what is sent later, whatever the caller does to the object meanwhile.
      const amount = checkAmount(value, operation.currencies, currencies, units, money);
      if ("message" in amount) problems.push(amount);
      else Object.assign(values, { amount, currency: amount.currency });
      continue;
    }
    const problem = check(schema, value, from) ?? problemAt(to, value, from);
    if (problem) problems.push(problem);
  }
  return { values, problems };
}

/** Why `value` cannot stand at a place, whatever its schema says. */
export function problemAt(to: Place, value: unknown, field: string): Problem | undefined {
  const text = isObject(value) ? "" : String(value);
  const message =
    Number.isInteger(value) && !Number.isSafeInteger(value)
      ? "is too large"
      : /\p{Surrogate}/u.test(text)
        ? "has a lone surrogate"
        : // URL parsers resolve dot segments even when percent-encoded, which would change the path.
          to.startsWith("path.") && /^\.{0,2}$/.test(text)
          ? "must not be empty, . or .."
          : to.startsWith("header.") && !/^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(text)
            ? "must be printable ASCII"
            : undefined;
  return message === undefined ? undefined : { field, message };
}

export const emptyParts = (): RequestParts => ({ path: {}, query: {}, headers: {}, body: {} });

/** What a request is made with. */
export interface Making {
  /** Makes the values that are new in every request, for providers that need any. */
  readonly fresh?: (placement: Placement) => unknown;
  readonly money?: MoneyUnits;
}

/** Puts every value in its place. `values` must be free of problems. */
export function compose(operation: OperationTable, values: Values, features: Making): RequestParts {
  const parts = emptyParts();
  for (const placement of operation.send) {
    const value = wireValue(placement, values, features);
    const { to, money } = placement;
    if (value !== undefined) place(parts, to, value, money && money.as !== "string");
  }
  return parts;
}

/** @param digits whether the value is a text of digits that is a number where the body is JSON */
export function place(parts: RequestParts, to: Place, value: unknown, digits?: boolean): void {
  const [map, name] = locate(parts, to);
  if (map === parts.body) putAt(map, name, digits ? jsonNumber(value as string) : value);
  else map[name] = String(value);
}

/** What stands at a place of the request, if anything. */
export function placed(parts: RequestParts, at: Place): unknown {
  const [map, name] = locate(parts, at);
  return map === parts.body ? valueAt(map, name) : map[name];
}

function locate(parts: RequestParts, at: Place): [Record<string, unknown>, string] {
  const [, where, name = ""] = /^(\w+)[.#](.*)$/s.exec(at) ?? [];
  return [where === "header" ? parts.headers : parts[where as "body"], name];
}

/** What a placement sends, of all there is; undefined where that is nothing. */
export function wireValue(
  placement: Placement,
  values: Values,
  { fresh, money: units }: Making,
): unknown {
  const { from, schema, prefix = "", money } = placement;
  const value = values[from] ?? schema.const ?? fresh?.(placement);
  if (value === undefined) return undefined;
  if (money) return units?.[money.unit]?.write(value as CheckedAmount, money);
  return prefix ? `${prefix}${value}` : value;
}
