/** What a spec promises of the refund call, line by line, with where each line comes from. */
import { type At, readSpec as readDocument } from "@refunds/spec-reader";
import { dotted } from "../pointers.ts";
import type { Place, Side } from "../reading/fact.ts";
import { type Holder, isRecord, list, listOfText, resolve, text } from "./data.ts";

export type { At };

export interface Line {
  readonly at: At;
  /** Names of `x-sources`. */
  readonly sources: readonly string[];
  /** What the spec says is assumed or contradicted here; empty where nothing is. */
  readonly marks: readonly string[];
}

export interface Field extends Line {
  readonly side: Side;
  readonly place: Place;
  /** `result.refundId`. */
  readonly path: string;
  readonly required: boolean;
  readonly schema: Holder;
}

export interface Contract {
  readonly root: Holder;
  /** The source that is the refund page. */
  readonly page: string | undefined;
  readonly path: string;
  readonly operation: Line & { readonly method: string; readonly holder: Holder };
  readonly servers: readonly (Line & { readonly url: string; readonly environment: string })[];
  readonly fields: readonly Field[];
  readonly errors: readonly (Line & {
    readonly code: string;
    readonly text: string;
    readonly matchMessage: boolean;
  })[];
  /** Values the outcome is decided by: `result.refundStatus` to its documented words. */
  readonly decisive: ReadonlyMap<string, ReadonlySet<string>>;
  /** The error code's own field, `result.code`. */
  readonly codeField: string;
}

export interface Spec {
  readonly file: string;
  readonly text: string;
  readonly contract: Contract;
  /** The line of a place; of its nearest parent where the place itself is not written down. */
  lineOf(at: At): number;
}

/** @throws {ProblemsFound} for what is not YAML: half of a spec is not what the page would be held against */
export function readSpec(file: string, content: string): Spec {
  const { root, lineOf } = readDocument(file, content);
  return { file, text: content, contract: contractOf(file, root), lineOf };
}

function contractOf(file: string, root: Holder): Contract {
  const paths = isRecord(root.paths) ? root.paths : {};
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(isRecord(item) ? item : {})) {
      if (isRecord(operation) && operation.operationId === "refund")
        return refundContract(root, path, method, operation);
    }
  }
  throw new Error(`${file} has no operation "refund"; docs:check follows the page of that one.`);
}

function refundContract(root: Holder, path: string, method: string, operation: Holder): Contract {
  const at: At = ["paths", path, method];
  const own = lineAt(operation, at, []);
  const errors = isRecord(root["x-errors"]) ? root["x-errors"] : {};
  return {
    root,
    path,
    page: pageSource(root),
    operation: { ...own, method: method.toUpperCase(), holder: operation },
    servers: list(root.servers).map((server, index) => ({
      ...lineAt(server, ["servers", index], []),
      url: text(server.url),
      environment: text(server["x-environment"]),
    })),
    fields: [...parameters(root, operation, at, own), ...bodies(root, operation, at, own)],
    errors: list(errors.list).map((entry, index) => ({
      ...lineAt(entry, ["x-errors", "list", index], []),
      code: text(entry.code),
      text: text(entry.text),
      matchMessage: entry.matchMessage === true,
    })),
    decisive: decisiveValues(operation),
    codeField: dotted(text(errors.code)),
  };
}

function pageSource(root: Holder): string | undefined {
  const provider = isRecord(root["x-provider"]) ? root["x-provider"] : {};
  const sources = isRecord(root["x-sources"]) ? root["x-sources"] : {};
  return Object.keys(sources).find((name) => {
    const source = sources[name];
    return isRecord(source) && source.url === provider.documentation;
  });
}

export function lineAt(holder: Holder, at: At, inherited: readonly string[]): Line {
  const own = listOfText(holder["x-source"]);
  const marks = [holder["x-assumption"], holder["x-contradiction"]].map(text).filter(Boolean);
  return { at, sources: own.length > 0 ? own : inherited, marks };
}

function parameters(root: Holder, operation: Holder, at: At, own: Line): Field[] {
  return list(operation.parameters).map((written, index) => {
    const parameter = resolve(root, written, [...at, "parameters", index]);
    const holder = parameter.holder;
    return {
      ...lineAt(holder, parameter.at, own.sources),
      side: "request" as const,
      place: text(holder.in) as Place,
      path: text(holder.name),
      required: holder.required === true,
      schema: isRecord(holder.schema) ? holder.schema : {},
    };
  });
}

function bodies(root: Holder, operation: Holder, at: At, own: Line): Field[] {
  const request = isRecord(operation.requestBody) ? operation.requestBody : {};
  const responses = isRecord(operation.responses) ? operation.responses : {};
  const walk = (holder: Holder, where: At, side: Side) =>
    Object.entries(isRecord(holder.content) ? holder.content : {}).flatMap(([type, media]) =>
      isRecord(media) && isRecord(media.schema)
        ? fieldsOf(root, media.schema, [...where, "content", type, "schema"], {
            side,
            path: "",
            sources: own.sources,
            depth: 0,
          })
        : [],
    );
  const answers = Object.entries(responses).flatMap(([status, response]) =>
    isRecord(response) ? walk(response, [...at, "responses", status], "response") : [],
  );
  const seen = new Map(
    [...walk(request, [...at, "requestBody"], "request"), ...answers].map((field) => [
      `${field.side} ${field.path} ${field.at.join("/")}`,
      field,
    ]),
  );
  return [...seen.values()];
}

interface Inherited {
  readonly side: Side;
  readonly path: string;
  readonly sources: readonly string[];
  readonly depth: number;
}

/** Deeper than any answer is: a schema that holds itself ends here. */
const deepest = 12;

function fieldsOf(root: Holder, written: Holder, writtenAt: At, above: Inherited): Field[] {
  if (above.depth > deepest) return [];
  const { holder: schema, at } = resolve(root, written, writtenAt);
  const sources = lineAt(schema, at, above.sources).sources;
  const next: Inherited = { ...above, sources, depth: above.depth + 1 };
  const inner = ["oneOf", "anyOf", "allOf"].flatMap((key) =>
    list(schema[key]).flatMap((one, index) => fieldsOf(root, one, [...at, key, index], next)),
  );
  const wrapped = ["items", "contentSchema"].flatMap((key) =>
    isRecord(schema[key]) ? fieldsOf(root, schema[key], [...at, key], next) : [],
  );
  const required = listOfText(schema.required);
  const properties = Object.entries(isRecord(schema.properties) ? schema.properties : {});
  const own = properties.flatMap(([name, property]): Field[] => {
    if (!isRecord(property)) return [];
    const place = [...at, "properties", name];
    const target = resolve(root, property, place);
    const path = above.path ? `${above.path}.${name}` : name;
    const line = lineAt(target.holder, target.at, sources);
    const marks = [...line.marks, ...lineAt(property, place, sources).marks];
    const field: Field = {
      ...line,
      marks: [...new Set(marks)],
      side: above.side,
      place: "body",
      path,
      required: required.includes(name),
      schema: target.holder,
    };
    return [field, ...fieldsOf(root, property, place, { ...next, path })];
  });
  return [...inner, ...wrapped, ...own];
}

function decisiveValues(operation: Holder): ReadonlyMap<string, ReadonlySet<string>> {
  const refund = isRecord(operation["x-refund"]) ? operation["x-refund"] : {};
  const values = new Map<string, Set<string>>();
  for (const { when } of list(refund.outcomes)) {
    for (const [pointer, value] of Object.entries(isRecord(when) ? when : {})) {
      if (!pointer.startsWith("/")) continue;
      const known = values.get(dotted(pointer)) ?? new Set();
      values.set(dotted(pointer), known);
      for (const one of Array.isArray(value) ? value : [value]) known.add(String(one));
    }
  }
  return values;
}
