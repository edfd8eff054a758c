/** Turns openapi-fetch's `Request` into the parts of the request that is sent. */
import {
  type ComposeFeatures,
  place,
  placed,
  problemAt,
  type RequestParts,
  type Values,
  wireValue,
} from "../request/request.ts";
import type { Problem } from "../request/value-check.ts";
import type { OperationTable } from "../table.ts";
import { copyJson, readBody } from "./plain-json.ts";

/** A request for one of the provider's operations. */
export interface RawRequest {
  readonly operation: OperationTable;
  readonly parts: RequestParts;
  readonly problems: readonly Problem[];
}

/** Path parameters that the client fills in, such as a merchant id. */
export const ownPathNames = (operations: readonly OperationTable[]): string[] =>
  operations.flatMap(({ send }) =>
    send.flatMap(({ from, to }) =>
      from.startsWith("credentials.") && to.startsWith("path.") ? to.slice("path.".length) : [],
    ),
  );

/** Reads a request once. Undefined if no operation has its method and URL. */
export async function readRawRequest(
  operations: readonly OperationTable[],
  baseUrl: string,
  request: Request,
): Promise<RawRequest | undefined> {
  const { origin, pathname, searchParams, hash } = new URL(request.url);
  for (const operation of operations) {
    const { method, fragment = "" } = operation;
    if (request.method !== method || hash !== fragment) continue;
    const path = pathValues(baseUrl + operation.path, origin + pathname);
    if (!path) continue;
    // The caller left it out, so the placeholder is still there.
    for (const name of ownPathNames([operation])) if (path[name] === `{${name}}`) delete path[name];
    const problems: Problem[] = [];
    const text = await request.text();
    const read = text ? readBody(text) : { body: {} };
    if ("message" in read) problems.push(read);
    const query: Record<string, string> = Object.create(null);
    for (const [name, value] of searchParams) {
      if (name in query) problems.push({ field: `query.${name}`, message: "is given twice" });
      query[name] = value;
    }
    const headers = headersOf(operation, request.headers);
    problems.push(
      ...Object.entries(headers).flatMap(([name, value]) => {
        const message = problemAt(`header.${name}`, value);
        return message === undefined ? [] : { field: `headers.${name}`, message };
      }),
    );
    const body = "body" in read ? read.body : {};
    return { operation, parts: { path, query, headers, body }, problems };
  }
  return undefined;
}

/** The values of a template's placeholders in a URL; undefined if the URL does not match the template. */
function pathValues(template: string, url: string): Record<string, string> | undefined {
  const [start = "", ...rest] = template.split(/\{([^}]+)\}/);
  const literal = (text: string) => text.replace(/[^\w/]/g, "\\$&");
  const names = rest.filter((_, at) => at % 2 === 0);
  const pattern = rest.map((text, at) => (at % 2 === 0 ? "([^/]+)" : literal(text))).join("");
  const found = new RegExp(`^${literal(new URL(start).href)}${pattern}$`).exec(url);
  try {
    return (
      (found &&
        Object.fromEntries(
          names.map((name, at) => [name, decodeURIComponent(found[at + 1] as string)]),
        )) ??
      undefined
    );
  } catch {
    return undefined;
  }
}

/** Headers that the transport sets. */
const ofTransport =
  /^(accept(-encoding)?|connection|content-(length|type)|host|transfer-encoding)$/;

/** The caller's headers with the table's spelling, because `Request` makes them lower case. */
function headersOf({ send, sign }: OperationTable, given: Headers): Record<string, string> {
  const inSignature = JSON.stringify(sign)?.match(/header\.[\w-]+/g) ?? [];
  const places = [...send.map(({ to }) => to), ...inSignature];
  const spelled = places.map((to) => to.replace("header.", ""));
  const headers: Record<string, string> = {};
  given.forEach((value, name) => {
    if (ofTransport.test(name)) return;
    headers[spelled.find((known) => known.toLowerCase() === name) ?? name] = value;
  });
  return headers;
}

/** Adds credentials, timestamps and nonces that the caller left out. */
export function withAdded(
  { operation, parts }: RawRequest,
  known: Values,
  features: ComposeFeatures,
): RequestParts {
  // Copied for every attempt, because signing changes it.
  const all: RequestParts = {
    path: { ...parts.path },
    query: { ...parts.query },
    headers: { ...parts.headers },
    body: copyJson(parts.body, "body", () => {}) as Record<string, unknown>,
  };
  for (const placement of operation.send) {
    const { from, to } = placement;
    const added = /^(credentials\.|timestamp$|nonce$|const$)/.test(from);
    const insideText = operation.jsonText?.some((pointer) => to.startsWith(`body#${pointer}/`));
    if (!added || insideText || placed(all, to) !== undefined) continue;
    const value = wireValue(placement, known, features, all);
    if (value !== undefined) place(all, to, value);
  }
  return all;
}
