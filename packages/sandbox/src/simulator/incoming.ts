import {
  type OperationTable,
  type Placement,
  type Pointer,
  readJson,
  valueAt,
} from "@refunds/core/provider";

import { readForm } from "./form.ts";

/** A request that was parsed, but not judged yet. */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The value at a place, or undefined. */
  at(place: string): RequestValue | undefined;
  /** The fields of the query, the headers, or the first level of the body, in their order, each with its place. */
  fields(
    of: "body" | "query" | "headers",
  ): readonly (readonly [name: string, value: string, place: string])[];
}

/** A value in a request. */
export interface RequestValue {
  /** Typed as in JSON. Outside a JSON body always a string. */
  readonly value: unknown;
  /** The original text, with every digit of a number; undefined for objects, arrays and null. */
  readonly text: string | undefined;
  /** Whether the place can hold only text (path, query, header, form), so that "32" can be the number 32. */
  readonly untyped: boolean;
}

/** `value` is what JSON.parse returns. In `exact`, numbers are strings with their original digits. */
type Tree = Pick<ReturnType<typeof readJson>, "value" | "exact">;

/** Parses a request by its operation's table. Returns a message if it cannot be parsed. */
export function readIncoming(
  operation: OperationTable,
  request: Request,
  bytes: Uint8Array<ArrayBuffer>,
  pathValues: readonly string[],
): Incoming | string {
  const url = new URL(request.url);
  const path = readPath(operation.path, pathValues);
  if (typeof path === "string") return path;
  const body = readBody(operation, request.headers.get("content-type") ?? "", bytes);
  if (typeof body === "string") return body;

  const at = (place: string): RequestValue | undefined => {
    if (place.startsWith("body#")) return inBody(operation, body, place.slice("body#".length));
    const dot = place.indexOf(".");
    const name = place.slice(dot + 1);
    switch (place.slice(0, dot)) {
      case "path":
        return untyped(path.get(name));
      case "query":
        return untyped(url.searchParams.get(name));
      default:
        return untyped(request.headers.get(name));
    }
  };
  const fields = (of: "body" | "query" | "headers"): [string, string, string][] => {
    if (of === "query") return [...url.searchParams].map(([n, value]) => [n, value, `query.${n}`]);
    if (of === "headers") {
      return [...request.headers].map(([name, value]) => [name, value, `header.${name}`]);
    }
    return Object.keys(body.tree.value as object).map((name) => {
      const place = `body#/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      const found = at(place);
      return [name, found?.text ?? JSON.stringify(found?.value), place];
    });
  };
  return { method: request.method, url, bytes, at, fields };
}

/** The text of a placement's value without the prefix; undefined if the value or the prefix is missing. */
export function textOf(incoming: Incoming, placement: Placement): string | undefined {
  const { prefix = "" } = placement;
  const text = incoming.at(placement.to)?.text;
  return text?.startsWith(prefix) ? text.slice(prefix.length) : undefined;
}

const untyped = (text: string | null | undefined): RequestValue | undefined =>
  text == null ? undefined : { value: text, text, untyped: true };

function readPath(template: string, values: readonly string[]): Map<string, string> | string {
  const names = [...template.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name as string);
  try {
    return new Map(names.map((name, at) => [name, decodeURIComponent(values[at] ?? "")]));
  } catch {
    return "the path has an invalid percent encoding";
  }
}

interface Body {
  readonly form: boolean;
  readonly tree: Tree;
  /** The parsed content of fields that hold JSON as text. */
  readonly inner: ReadonlyMap<Pointer, Tree>;
}

const mediaTypes = { json: "application/json", form: "application/x-www-form-urlencoded" } as const;

function readBody(operation: OperationTable, type: string, bytes: Uint8Array): Body | string {
  const { media } = operation;
  const empty: Tree = { value: {}, exact: {} };
  if (!media) return { form: false, tree: empty, inner: new Map() };
  const essence = type.split(";")[0]?.trim().toLowerCase();
  const own = operation.send.find(({ to }) => to === "header.Content-Type")?.schema.const;
  const documented = own ?? mediaTypes[media];
  if (essence !== documented) {
    return `the content-type must be ${documented}, but is ${essence || "missing"}`;
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return "the body is not UTF-8";
  }
  if (media === "form") {
    const tree = readForm(operation, text);
    if (typeof tree === "string") return tree;
    return { form: true, tree: { value: tree, exact: tree }, inner: new Map() };
  }
  const tree = readJson(text);
  if (tree.problem !== undefined) return `the body ${tree.problem}`;
  if (!isObject(tree.value)) return "the body must be a JSON object";
  return readInner(operation, tree);
}

/** Parses the fields that hold JSON as text, outer fields first. */
function readInner(operation: OperationTable, tree: Tree): Body | string {
  const inner = new Map<Pointer, Tree>();
  const body: Body = { form: false, tree, inner };
  for (const pointer of (operation.jsonText ?? []).toSorted((a, b) => a.length - b.length)) {
    const held = inBody(operation, body, pointer)?.value;
    if (typeof held !== "string") return `body#${pointer} must be a string that holds JSON`;
    const read = readJson(held);
    if (read.problem !== undefined) return `body#${pointer} ${read.problem}`;
    if (!isObject(read.value)) return `body#${pointer} must hold a JSON object`;
    inner.set(pointer, read);
  }
  return body;
}

function inBody(operation: OperationTable, body: Body, pointer: Pointer): RequestValue | undefined {
  const through = (operation.jsonText ?? [])
    .filter((outer) => pointer.startsWith(`${outer}/`))
    .toSorted((a, b) => b.length - a.length)[0];
  const tree = through === undefined ? body.tree : body.inner.get(through);
  const rest = pointer.slice(through?.length ?? 0);
  const value = valueAt(tree?.value, rest);
  if (value === undefined) return undefined;
  const exact = valueAt(tree?.exact, rest);
  const text = typeof exact === "string" || typeof exact === "boolean" ? String(exact) : undefined;
  return { value, text, untyped: body.form };
}

const isObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);
