/** Turns the caller's request into the request that the provider documents. Pure. */

import { deepFreeze } from "../deep-freeze.ts";
import { jsonNumber } from "../json/json.ts";
import { putAt, valueAt } from "../json/pointer.ts";
import type { CheckedAmount, MoneyFeatures, MoneyUnit, MoneyUnits } from "../money/money.ts";
import type { OperationTable, Place, Placement, RefundTable, Source } from "../table.ts";
import type { ReadNested } from "./nested.ts";
import { readFields } from "./read-fields.ts";
import { check, isObject, type Problem } from "./value-check.ts";

/** The parts of a request, with the provider's names. */
export interface RequestParts {
  readonly path: Record<string, string>;
  readonly query: Record<string, string>;
  readonly headers: Record<string, string>;
  readonly body: Record<string, unknown>;
}

/** Values that can be sent, by source. */
export type Values = Readonly<Record<Source, unknown>>;

/** The caller's request, read once, with its problems. */
interface ReadRequest {
  readonly values: Values;
  readonly problems: readonly Problem[];
  /** The same request as a plain, frozen object. */
  readonly request: Readonly<Record<string, unknown>>;
}

/**
 * @param refused fields that must not be ignored where the operation does not take them
 * @returns reads a caller's request once: any object, including proxies and class instances
 */
export function requestReader(
  operation: OperationTable & Pick<RefundTable, "currencies">,
  features: MoneyFeatures & { readonly nested?: ReadNested },
  refused?: readonly string[],
): (request: unknown) => ReadRequest {
  const { send, exactlyOne = [], currencies } = operation;
  const placements = send.filter(({ from }) =>
    /^(payment|extra|refund)\.|^(amount|reason|key)$/.test(from),
  );
  // The members of each field. The facade passes its key to every provider, including those that do not send it.
  const known: Record<string, string[]> = { key: [] };
  for (const { from } of placements) {
    const [name = "", member] = from.split(".");
    known[name] ??= [];
    if (member) known[name].push(member);
  }
  const names = Object.keys(known);
  return (request) => {
    const read = readFields(request, names, "", "request", [], refused);
    const { values: fields, problems, wrong } = read;
    const values: Record<Source, unknown> = {};
    for (const [name, value] of Object.entries(fields)) {
      const members = known[name] as string[];
      // The members of `amount` are read when it is checked.
      if (members.length === 0) values[name] = value;
      else if (value !== undefined) {
        const own = readFields(value, members, name, name, problems).values;
        fields[name] = own;
        for (const member of members) values[`${name}.${member}`] = own[member];
      }
    }
    for (const group of exactlyOne) {
      if (group.filter((source) => values[source] !== undefined).length !== 1) {
        wrong(group.join(" or "), "is required; provide exactly one");
      }
    }
    for (const { from, to, schema, optional, money } of placements) {
      const value = values[from];
      if (value === undefined) {
        if (!optional) wrong(from, "is missing");
        // Without an amount, the whole payment is refunded. An undefined variable must not do that.
        else if (money && from in fields) {
          wrong(from, "is undefined; leave the field out to refund the whole payment");
        }
      } else if (money) {
        // Throws where the unit is missing: an amount that is not read must not become a whole refund.
        const unit = features.money?.[money.unit] as MoneyUnit;
        const amount = unit.check(value, currencies, features, money, schema, problems);
        if (!amount) continue;
        const { currency } = amount;
        Object.assign(values, { amount, currency });
        fields.amount = { value: amount.value, currency };
      } else if (!features.nested?.(from, schema, values, fields, wrong)) {
        const message = check(schema, value) ?? problemAt(to, value);
        if (message) wrong(from, message);
      }
    }
    // If there are problems, a field may still be the caller's own object.
    return { values, problems, request: problems.length > 0 ? {} : deepFreeze(fields) };
  };
}

/**
 * The identifiers that name the payment: those of the first alternative in `identifiedBy` that the request has. Refunds
 * with equal identifiers are refunds of one payment.
 */
export function paymentOf({ identifiedBy }: RefundTable, values: Values): Record<string, string> {
  const way = identifiedBy.find((sources) =>
    sources.every((source) => values[source] !== undefined),
  );
  // In a form or a path, 7 and "7" are the same identifier.
  const named = way?.map((source) => [source.replace("payment.", ""), String(values[source])]);
  return Object.freeze(Object.fromEntries(named ?? []));
}

/** Why a value cannot be sent at this place, regardless of its schema. */
export function problemAt(to: Place, value: unknown): string | undefined {
  const text = isObject(value) ? "" : String(value);
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    return "must be a safe integer (at most 2^53 - 1)";
  if (/\p{Surrogate}/u.test(text)) return "must be valid Unicode: it has a lone surrogate";
  // URL parsers resolve dot segments even when percent-encoded, which would change the path.
  if (to.startsWith("path.") && /^\.{0,2}$/.test(text)) return "must not be empty, . or ..";
  return to.startsWith("header.") && !/^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(text)
    ? "must be printable ASCII"
    : undefined;
}

/** The features that composing a request needs. */
export interface ComposeFeatures {
  /** Makes timestamps and nonces. */
  readonly fresh?: (placement: Placement, parts: RequestParts) => unknown;
  readonly money?: MoneyUnits;
}

/** Puts every value in its place. `values` must have been checked. */
export function compose(
  operation: OperationTable,
  values: Values,
  features: ComposeFeatures,
): RequestParts {
  const parts: RequestParts = { path: {}, query: {}, headers: {}, body: {} };
  for (const placement of operation.send) {
    const value = wireValue(placement, values, features, parts);
    const { to, money } = placement;
    // What is only known tells payments apart, or is compared with the answer.
    if (to.startsWith("known.") || value === undefined) continue;
    place(parts, to, value, money && money.as !== "string");
  }
  return parts;
}

/** @param digits whether a JSON body writes this text as a number */
export function place(parts: RequestParts, to: Place, value: unknown, digits?: boolean): void {
  const [map, name] = locate(parts, to);
  if (map === parts.body) putAt(map, name, digits ? jsonNumber(value as string) : value);
  else map[name] = String(value);
}

/** The value at a place of the request. */
export function placed(parts: RequestParts, at: Place): unknown {
  const [map, name] = locate(parts, at);
  return map === parts.body ? valueAt(map, name) : map[name];
}

function locate(parts: RequestParts, at: Place): [Record<string, unknown>, string] {
  if (at.startsWith("body#")) return [parts.body, at.slice(5)];
  const dot = at.indexOf(".");
  const where = at.slice(0, dot);
  return [where === "header" ? parts.headers : parts[where as "path"], at.slice(dot + 1)];
}

/** The value that a placement sends; undefined if it sends nothing. */
export function wireValue(
  placement: Placement,
  values: Values,
  { fresh, money: units }: ComposeFeatures,
  parts: RequestParts,
): unknown {
  const { from, schema, prefix = "", money } = placement;
  const value = values[from] ?? schema.const ?? fresh?.(placement, parts);
  if (value === undefined) return undefined;
  if (money) return units?.[money.unit]?.write(value as CheckedAmount, money);
  return prefix ? `${prefix}${value}` : value;
}
