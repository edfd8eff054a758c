import { JsonNumber, readJson } from "./json.ts";
import type { Declined, FailureCause, NotSent, UnknownBecause } from "./outcome.ts";
import { place, placed, problemAt, type RequestParts, type Values, wireValue } from "./request.ts";
import type { Problem } from "./schema-check.ts";
import type { OperationTable } from "./table.ts";
import type { Exchange, RawAnswer } from "./transport.ts";

/** A request in the provider's own shape. What the client adds itself (credentials, signature) is left out. */
export interface WireRequest {
  readonly path?: object;
  readonly query?: object;
  readonly headers?: object;
  readonly body?: object;
}

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

/** The request in pieces, with what the client adds (credentials, times, nonces) where the caller left it out. */
export function wireParts(
  operation: OperationTable,
  request: unknown,
  credentials: Values,
): { parts: RequestParts; problems: Problem[] } {
  const problems: Problem[] = [];
  const parts: RequestParts = { path: {}, query: {}, headers: {}, body: {} };
  if (typeof request !== "object" || request === null) {
    problems.push({
      field: "request",
      message: "must be an object with path, query, headers, body",
    });
  }
  for (const [where, members] of Object.entries(request ?? {})) {
    if (where in parts) Object.assign(parts, { [where]: copyJson(members ?? {}, where, problems) });
    else
      problems.push({
        field: where,
        message: "does not exist; there are path, query, headers, body",
      });
  }
  for (const placement of operation.send) {
    const { from, to } = placement;
    const added = /^(credentials\.|timestamp$|nonce$|const$)/.test(from);
    const insideText = operation.jsonText?.some((pointer) => to.startsWith(`body#${pointer}/`));
    if (!added || insideText || placed(parts, to) !== undefined) continue;
    const value = wireValue(placement, credentials);
    if (value !== undefined) place(parts, to, value);
  }
  for (const [, name = ""] of operation.path.matchAll(/\{([^}]+)\}/g)) {
    problems.push(...found(problemAt(`path.${name}`, parts.path[name] ?? "", `path.${name}`)));
  }
  for (const [name, value] of Object.entries(parts.headers)) {
    problems.push(...found(problemAt(`header.${name}`, value, `headers.${name}`)));
  }
  return { parts, problems };
}

const found = (problem: Problem | undefined) => (problem ? [problem] : []);

/** A copy, so that nothing is added to the caller's own objects; what JSON cannot say becomes a problem. */
function copyJson(value: unknown, field: string, problems: Problem[]): unknown {
  if (Array.isArray(value))
    return value.map((item, at) => copyJson(item, `${field}/${at}`, problems));
  if (typeof value === "object" && value !== null && !(value instanceof JsonNumber)) {
    const members = Object.entries(value);
    return Object.fromEntries(
      members.map(([name, member]) => [name, copyJson(member, `${field}/${name}`, problems)]),
    );
  }
  if (
    /bigint|function|symbol/.test(typeof value) ||
    Number.isNaN(value) ||
    Math.abs(value as number) === Number.POSITIVE_INFINITY
  ) {
    problems.push({ field, message: "cannot be written as JSON" });
  }
  return value;
}

export function wireResult(exchange: Exchange): WireResult {
  if (exchange.kind !== "answered") {
    const { kind, ...told } = exchange;
    return { status: kind, ...told } as WireResult;
  }
  const { status, body } = exchange.raw;
  return { status: "answered", httpStatus: status, body: readJson(body)?.value, text: body };
}

/** A token that could not be had, told as what it means for a wire call. */
export function wireNotSent(outcome: Declined | NotSent): WireResult {
  if (outcome.status === "not_sent") {
    const { message, cause } = outcome;
    return { status: "not_sent", message, cause };
  }
  const { reason, code = "", message = "" } = outcome;
  return {
    status: "not_sent",
    message: `The access token was refused (${reason}), so nothing else was sent. ${message}`,
    cause: { name: "TokenError", message, ...(code && { code }) },
  };
}
