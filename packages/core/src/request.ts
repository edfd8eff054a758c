/** Turns what the caller asks into the request the provider documents. Pure: nothing is sent from here. */
import { writeJson } from "./json.ts";
import { type Amount, checkAmount, toWire } from "./money.ts";
import { putAt, valueAt } from "./pointer.ts";
import { check, type Problem } from "./schema-check.ts";
import type { OperationTable, Place, Placement, RefundTable, Source } from "./table.ts";

/** A request in pieces, in the provider's own names. */
export interface RequestParts {
  path: Record<string, string>;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

/** Everything that can be sent, by source name. */
export type Values = Readonly<Record<Source, unknown>>;

/** The caller's request as values; a problem where it has a field this provider does not. */
export function readRequest(
  operation: OperationTable,
  request: unknown,
): { values: Values; problems: Problem[] } {
  const values: Record<Source, unknown> = {};
  const problems: Problem[] = [];
  const known = new Set(operation.send.map(({ from }) => from));
  const fields = [...new Set([...known].map((source) => source.split(".")[0] as string))].filter(
    (field) => !["credentials", "currency", "timestamp", "nonce", "const"].includes(field),
  );
  if (typeof request !== "object" || request === null) {
    return {
      values,
      problems: [{ field: "request", message: `must be an object with ${fields.join(", ")}` }],
    };
  }
  for (const [field, value] of Object.entries(request)) {
    if (value === undefined) continue;
    // The facade hands its key to every provider; those without a place for it do not send it.
    if (field === "key" && !fields.includes(field)) continue;
    if (!fields.includes(field)) {
      problems.push({
        field,
        message: `does not exist for this provider; there are ${fields.join(", ")}`,
      });
    } else if (field === "payment" || field === "extra") {
      const members = typeof value === "object" && value !== null ? value : {};
      for (const [name, member] of Object.entries(members)) {
        const source = `${field}.${name}`;
        if (known.has(source)) values[source] = member;
        else problems.push({ field: source, message: "does not exist for this provider" });
      }
    } else if (field === "amount" && typeof value === "object" && value !== null) {
      // A copy: what is checked now is what is sent later, whatever the caller does to the object meanwhile.
      const { value: minor, currency } = value as Partial<Amount>;
      values.amount = { value: minor, currency };
      values.currency = currency;
    } else {
      values[field] = value;
    }
  }
  return { values, problems };
}

/** Everything wrong with `values`, credentials aside (they were checked when the client was made). */
export function problemsOf(
  operation: OperationTable & Pick<RefundTable, "currencies">,
  values: Values,
): Problem[] {
  const problems: Problem[] = [];
  for (const group of operation.exactlyOne ?? []) {
    const given = group.filter((source) => values[source] !== undefined);
    if (given.length !== 1) {
      const found = given.length === 0 ? "neither is given" : "more than one is given";
      problems.push({
        field: group.join(" or "),
        message: `must be given, exactly one of them: ${found}`,
      });
    }
  }
  for (const placement of operation.send) {
    const { from, optional } = placement;
    if (/^(credentials|timestamp|nonce|const|currency)/.test(from)) continue;
    const value = values[from];
    if (value === undefined) {
      if (!optional) problems.push({ field: from, message: "is missing" });
      continue;
    }
    const problem = problemOf(placement, value, operation.currencies);
    if (problem) problems.push(problem);
  }
  return problems;
}

function problemOf(
  placement: Placement,
  value: unknown,
  currencies: RefundTable["currencies"],
): Problem | undefined {
  const { from, to, schema, money } = placement;
  if (money) {
    return (
      checkAmount(value, currencies) ??
      (toWire(value as Amount, money) === undefined
        ? { field: "amount.value", message: "is finer than this provider can express" }
        : undefined)
    );
  }
  return check(schema, value, from) ?? problemAt(to, value, from);
}

/** Why `value` cannot stand at a place, whatever its schema says. */
export function problemAt(to: Place, value: unknown, field: string): Problem | undefined {
  const wrong = (message: string): Problem => ({ field, message });
  const text = typeof value === "object" ? "" : String(value);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return wrong("is a number too large to be exact");
  }
  if (/\p{Surrogate}/u.test(text)) return wrong("has half a character (a lone surrogate)");
  // URL parsers resolve dot segments even when percent-encoded, which would change the path.
  if (to.startsWith("path.") && /^\.{0,2}$/.test(text)) {
    return wrong("must not be empty, . or .. (it stands in a path)");
  }
  if (to.startsWith("header.") && !/^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(text)) {
    return wrong("must be printable ASCII (it stands in a header)");
  }
  return undefined;
}

/** Puts every value in its place. `values` must be free of problems. */
export function compose(operation: OperationTable, values: Values): RequestParts {
  const parts: RequestParts = { path: {}, query: {}, headers: {}, body: {} };
  for (const placement of operation.send) {
    const value = wireValue(placement, values);
    if (value !== undefined) place(parts, placement.to, value);
  }
  return parts;
}

export function place(parts: RequestParts, to: string, value: unknown): void {
  const [where = "", name = ""] = splitPlace(to);
  if (where === "body") putAt(parts.body, name, value);
  else if (where === "path") parts.path[name] = String(value);
  else if (where === "query") parts.query[name] = String(value);
  else parts.headers[name] = String(value);
}

/** What stands at a place of the request, if anything. */
export function placed(parts: RequestParts, at: string): unknown {
  const [where = "", name = ""] = splitPlace(at);
  if (where === "body") return valueAt(parts.body, name);
  return { path: parts.path, query: parts.query, header: parts.headers }[where]?.[name];
}

const splitPlace = (to: string) =>
  to.startsWith("body#") ? ["body", to.slice(5)] : to.split(/\.(.*)/s);

/** What a placement sends, of all there is; undefined where that is nothing. */
export function wireValue(
  { from, schema, prefix, money, time }: Placement,
  values: Values,
): unknown {
  switch (from) {
    case "amount":
      return values[from] && money && toWire(values[from] as Amount, money);
    case "timestamp":
      return time === "unix-seconds"
        ? Math.floor(Date.now() / 1000)
        : time === "unix-milliseconds"
          ? Date.now()
          : new Date().toISOString();
    case "nonce":
      return crypto.randomUUID();
    case "const":
      return schema.const;
    default: {
      const value = values[from];
      return prefix !== undefined && value !== undefined ? `${prefix}${value}` : value;
    }
  }
}

/** Replaces the parts of the body that travel as JSON text, in place. */
export function writeJsonText(operation: OperationTable, parts: RequestParts): void {
  for (const pointer of operation.jsonText ?? []) {
    const value = valueAt(parts.body, pointer);
    if (typeof value === "object") putAt(parts.body, pointer, writeJson(value));
  }
}

/** The body as the bytes to send; undefined where the operation has none. */
export function writeBody(operation: OperationTable, parts: RequestParts): string | undefined {
  if (operation.media === "json") return writeJson(parts.body);
  if (operation.media === undefined) return undefined;
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(parts.body)) {
    if (value !== undefined) form.append(name, String(value));
  }
  return form.toString();
}
