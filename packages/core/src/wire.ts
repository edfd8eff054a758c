/** The raw door of a provider: its own operations, uninterpreted. */

import type { Exchange } from "./answer/ending.ts";
import { connect } from "./exchange/connection.ts";
import type { Features } from "./features.ts";
import { isJsonNumber, readJson } from "./json/json.ts";
import type { CallOptions } from "./options.ts";
import type { FailureCause, RawAnswer, UnknownBecause } from "./outcome.ts";
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
      /**
       * The parsed body; undefined where it is not JSON, has a name twice in one object, or is nested deeper than 64
       * levels. Typed as documented, not checked.
       */
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

/** The factory of a provider's raw door, from its table. */
export const defineWire =
  <Options, Wire>(table: ProviderTable, features: Features = {}) =>
  (options: Options): Wire => {
    const connection = connect(table, features, options);
    const door = (operation: OperationTable) => async (request: unknown, call?: CallOptions) => {
      const { parts, problems } = wireParts(operation, request, connection.given, features);
      connection.refuse(problems, call);
      const build = (known: Values) => wireParts(operation, parts, known, features).parts;
      return wireResult(await connection.perform(operation, call, build));
    };
    const { refund, query } = table;
    return Object.freeze({ refund: door(refund), ...(query && { query: door(query) }) }) as Wire;
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
  if (!isObject(request)) wrong("request", "must be an object");
  for (const [where, members] of Object.entries(Object(request))) {
    if (!Object.hasOwn(parts, where)) {
      wrong(where, `does not exist; there are ${Object.keys(parts).join(", ")}`);
    } else if (!isObject(members ?? {})) wrong(where, "must be an object");
    else Object.assign(parts, { [where]: copyJson(members ?? {}, where, wrong) });
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
  if (isObject(value) && !isJsonNumber(value)) {
    const members = Object.entries(value);
    return Object.fromEntries(
      members.map(([name, member]) => [name, copyJson(member, `${field}/${name}`, wrong)]),
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
    return { status: "answered", httpStatus: status, body: readJson(body).value, text: body };
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
