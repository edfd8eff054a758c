/** Compares the request of a published SDK with ours: what a provider would read differently. Pure. */
import { isDeepStrictEqual } from "node:util";
import type { ReceivedRequest } from "../lost-reply/fault-server.ts";

/** A part of the request in which the two differ. */
export interface Difference {
  /** `method`, `host`, `path`, `query`, `body` or `header <name>`. */
  readonly part: string;
  readonly sdk: string;
  readonly ours: string;
}

/** Headers that mean something to every provider. */
const always = ["host", "authorization", "content-type", "accept"];

/** @param headers further headers that matter, in lower case */
export function compareRequests(
  sdk: ReceivedRequest,
  ours: ReceivedRequest,
  headers: readonly string[] = [],
): Difference[] {
  const [there, here] = [partsOf(sdk, headers), partsOf(ours, headers)];
  return Object.keys(there).flatMap((part) => {
    const [one, other] = [there[part], here[part]];
    return isDeepStrictEqual(one, other) ? [] : { part, sdk: shown(one), ours: shown(other) };
  });
}

/** The parts of a request as a provider reads them: the order of fields does not count. */
function partsOf(
  { method, url, headers, body }: ReceivedRequest,
  more: readonly string[],
): Record<string, unknown> {
  const { pathname, searchParams } = new URL(url, "https://provider.invalid");
  const type = mediaType(headers["content-type"]);
  return {
    method,
    path: decodeURIComponent(pathname),
    query: sorted(searchParams),
    body: readBody(type, body),
    ...Object.fromEntries(
      [...always, ...more].map((name) => [
        `header ${name}`,
        name === "content-type" ? (body === "" ? "" : type) : readHeader(name, headers[name]),
      ]),
    ),
  };
}

const mediaType = (type = "") => type.split(";")[0]?.trim().toLowerCase() ?? "";

function readHeader(name: string, value = ""): string {
  // Any JSON is asked for by both, in different words.
  if (name === "accept") return /json|\*\/\*|^$/.test(value) ? "json" : value;
  return name === "host" ? value.replace(/:443$/, "") : value;
}

function readBody(type: string, body: string): unknown {
  if (body === "") return "";
  // Without a type, a provider can only go by what it looks like. That the type is missing is a difference of its own.
  if (type.endsWith("json") || (type === "" && body.startsWith("{"))) return JSON.parse(body);
  return type === "application/x-www-form-urlencoded" ? sorted(new URLSearchParams(body)) : body;
}

const sorted = (pairs: URLSearchParams) =>
  [...pairs].map(([name, value]) => `${name}=${value}`).sort();

const shown = (part: unknown) => (typeof part === "string" ? part : JSON.stringify(part));
