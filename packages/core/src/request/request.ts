/** Turns what the caller asks into the request the provider documents. Pure: nothing is sent from here. */

import { deepFreeze } from "../deep-freeze.ts";
import { jsonNumber } from "../json/json.ts";
import { putAt, valueAt } from "../json/pointer.ts";
import {
  type CheckedAmount,
  checkAmount,
  type MoneyFeatures,
  type MoneyUnits,
} from "../money/money.ts";
import type { OperationTable, Place, Placement, RefundTable, Source } from "../table.ts";
import { readFields } from "./read-fields.ts";
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

/** The caller's request, read once, and everything that is wrong with it. */
export interface ReadRequest {
  readonly values: Values;
  readonly problems: readonly Problem[];
  /** The same request as a plain, frozen object. */
  readonly request: Readonly<Record<string, unknown>>;
}

/** @param request anything: getters, proxies and class instances are read once and never touched again */
export function readRequest(
  operation: OperationTable & Pick<RefundTable, "currencies">,
  request: unknown,
  features: MoneyFeatures,
): ReadRequest {
  const placements = operation.send.filter(({ from }) =>
    /^(payment|extra)\.|^(amount|reason|key)$/.test(from),
  );
  const sources = placements.map(({ from }) => from);
  const { fields, problems } = readAll(sources, request);
  const wrong = (field: string, message: string) => problems.push({ field, message });
  const values: Record<Source, unknown> = {};
  for (const source of sources) values[source] = valueAt(fields, `/${source.replace(".", "/")}`);
  for (const group of operation.exactlyOne ?? []) {
    if (group.filter((source) => values[source] !== undefined).length !== 1) {
      wrong(group.join(" or "), "is required; provide exactly one");
    }
  }
  for (const { from, to, schema, optional, money } of placements) {
    const value = values[from];
    if (value === undefined) {
      if (!optional) wrong(from, "is missing");
      // Left out, it means the whole payment. A variable that happens to be undefined must not.
      else if (money && from in fields) {
        wrong(from, "is undefined; leave the field out to refund the whole payment");
      }
    } else if (money) {
      const amount = checkAmount(value, operation.currencies, features, money, problems);
      if (!amount) continue;
      const { currency } = amount;
      Object.assign(values, { amount, currency });
      fields.amount = { value: amount.value, currency };
    } else {
      const message = check(schema, value) ?? problemAt(to, value);
      if (message) wrong(from, message);
    }
  }
  // With a problem, some field may be an object of the caller's.
  return { values, problems, request: problems.length > 0 ? {} : deepFreeze(fields) };
}

/** The request as a plain object. The members of an amount are read where it is checked. */
function readAll(sources: readonly Source[], given: unknown) {
  // The facade passes its key to every provider; those without a place for it do not send it.
  const names = [...sources.map((source) => source.split(".")[0] as string), "key"];
  const { values: fields, problems } = readFields(given, names, "", "request");
  for (const [name, value] of Object.entries(fields)) {
    const members = sources.flatMap((source) => source.split(`${name}.`)[1] ?? []);
    if (members.length === 0 || value === undefined) continue;
    fields[name] = readFields(value, members, name, name, problems).values;
  }
  return { fields, problems };
}

/**
 * The identifiers by which a request names its payment: those of the first way that it fills. Refunds whose identifiers
 * are the same are refunds of one payment, whatever accompanies them.
 */
export function paymentOf({ identifiedBy }: RefundTable, values: Values): Record<string, string> {
  const way = identifiedBy.find((sources) =>
    sources.every((source) => values[source] !== undefined),
  );
  const named = (way ?? []).map((source) => [source.replace("payment.", ""), values[source]]);
  // 7 and "7" are the same identifier on the wire of a form or a path.
  return Object.freeze(Object.fromEntries(named.map(([name, value]) => [name, String(value)])));
}

/** Why `value` cannot stand at a place, whatever its schema says. */
export function problemAt(to: Place, value: unknown): string | undefined {
  const text = isObject(value) ? "" : String(value);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return "is too large";
  if (/\p{Surrogate}/u.test(text)) return "has a lone surrogate";
  // URL parsers resolve dot segments even when percent-encoded, which would change the path.
  if (to.startsWith("path.") && /^\.{0,2}$/.test(text)) return "must not be empty, . or ..";
  return to.startsWith("header.") && !/^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(text)
    ? "must be printable ASCII"
    : undefined;
}

const emptyParts = (): RequestParts => ({ path: {}, query: {}, headers: {}, body: {} });

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
