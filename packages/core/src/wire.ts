/** The raw client of a provider: its own operations, uninterpreted. */

import type { Exchange } from "./answer/ending.ts";
import { connect } from "./exchange/connection.ts";
import type { Features } from "./features.ts";
import { isJsonNumber, readJson } from "./json/json.ts";
import type { FailureCause, RawAnswer, UnknownBecause } from "./outcome.ts";
import { readFields } from "./request/read-fields.ts";
import {
  emptyParts,
  type Making,
  place,
  placed,
  problemAt,
  type RequestParts,
  type Values,
  wireValue,
} from "./request/request.ts";
import { isObject, type Problem } from "./request/value-check.ts";
import type { OperationTable, ProviderTable } from "./table.ts";

/** What came of a wire call. Nothing is interpreted: what the body means is the caller's to read. */
export type WireResult<Body = unknown> =
  | {
      readonly status: "answered";
      readonly httpStatus: number;
      /** The parsed body; undefined where it is not JSON. Typed as documented, not checked. */
      readonly body: Body | undefined;
      /** The body as it came, with secrets masked. */
      readonly text: string;
    }
  | { readonly status: "not_sent"; readonly message: string; readonly cause: FailureCause }
  | {
      readonly status: "unknown";
      readonly because: UnknownBecause;
      readonly message: string;
      readonly cause?: FailureCause;
      /** As much of an answer as came. */
      readonly raw?: RawAnswer;
    };

/** The factory of a provider's raw client, from its table. */
export const defineWire =
  <Options, Wire>(table: ProviderTable, features: Features = {}) =>
  (options: Options): Wire => {
    const connection = connect(table, features, options);
    const method = (operation: OperationTable) => async (request: unknown, options?: unknown) => {
      const { parts, problems } = wireParts(operation, request, connection.given, features);
      const call = connection.read(problems, options);
      const build = (known: Values) => wireParts(operation, parts, known, features).parts;
      return wireResult(await connection.perform(operation, call, build));
    };
    const { refund, query } = table;
    return Object.freeze({
      refund: method(refund),
      ...(query && { query: method(query) }),
    }) as Wire;
  };

/** The request in pieces, with what the client adds (credentials, times, nonces) where the caller left it out. */
function wireParts(
  operation: OperationTable,
  request: unknown,
  known: Values,
  features: Making,
): { parts: RequestParts; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (field: string, message: string) => problems.push({ field, message });
  const parts = emptyParts();
  const given = readFields(request, Object.keys(parts), "", "request");
  problems.push(...given.problems);
  for (const [where, members = {}] of Object.entries(given.values)) {
    if (!isObject(members)) wrong(where, "must be an object");
    else Object.assign(parts, { [where]: copyJson(members, where, wrong) });
  }
  for (const placement of operation.send) {
    const { from, to } = placement;
    const added = /^(credentials\.|timestamp$|nonce$|const$)/.test(from);
    const insideText = operation.jsonText?.some((pointer) => to.startsWith(`body#${pointer}/`));
    if (!added || insideText || placed(parts, to) !== undefined) continue;
    const value = wireValue(placement, known, features);
    if (value !== undefined) place(parts, to, value);
  }
  const places = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => `path.${name}`);
  places.push(...Object.keys(parts.headers).map((name) => `header.${name}`));
  for (const at of places) {
    const problem = problemAt(at, placed(parts, at) ?? "", at.replace("header.", "headers."));
    if (problem) problems.push(problem);
  }
  return { parts, problems };
}

/** A copy, so that nothing is added to the caller's own objects; what JSON cannot say becomes a problem. */
function copyJson(
  value: unknown,
  field: string,
  wrong: (field: string, message: string) => void,
): unknown {
  if (Array.isArray(value)) return value.map((item, at) => copyJson(item, `${field}/${at}`, wrong));
  if (isJsonNumber(value)) return value;
  if (isObject(value)) {
    const prototype = Object.getPrototypeOf(value);
    // A date, a map or an instance of a class would silently become something else, or lose fields.
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      wrong(field, "must be plain data: an object, a list, text, a number, true, false or null");
      return undefined;
    }
    return Object.fromEntries(
      Object.getOwnPropertyNames(value).map((name) => [
        name,
        copyJson(value[name], `${field}/${name}`, wrong),
      ]),
    );
  }
  if (
    /bigint|function|symbol/.test(typeof value) ||
    (typeof value === "number" && !Number.isFinite(value))
  ) {
    wrong(field, "cannot be written as JSON");
  }
  return value;
}

function wireResult(exchange: Exchange): WireResult {
  if (exchange.status === "answered") {
    const { status, body } = exchange.raw;
    return { status: "answered", httpStatus: status, body: readJson(body)?.value, text: body };
  }
  if (exchange.status !== "declined") return exchange;
  // Only the token call is read here, so it was the token that was refused.
  const { reason, code, message = "" } = exchange;
  return {
    status: "not_sent",
    message: `The access token was refused (${reason}), so nothing else was sent. ${message}`,
    cause: { name: "TokenError", message, ...(code !== undefined && { code }) },
  };
}
