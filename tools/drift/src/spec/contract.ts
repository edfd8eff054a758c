/** What a spec promises of the refund call, line by line, with where each line comes from. */
import { type At, readSpec as readDocument } from "@refunds/spec-reader";
import { dotted } from "../pointers.ts";
import type { Place, Side } from "../reading/fact.ts";
import { type Holder, isRecord, list, listOfText, record, resolve, text } from "./data.ts";

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

/** A line that decides a refund's outcome by words of the answer. */
interface Deciding extends Line {
  /** Of the answer: `result.refundStatus`. */
  readonly path: string;
  readonly words: readonly string[];
}

export interface Contract {
  /** `x-provider` */
  readonly provider: Holder;
  /** The source that is the refund page. */
  readonly page: string | undefined;
  readonly path: string;
  readonly operation: Line & { readonly method: string; readonly holder: Holder };
  readonly servers: readonly (Line & { readonly url: string; readonly environment: string })[];
  readonly schemes: readonly (readonly [name: string, scheme: Holder])[];
  /** Media types of the request. */
  readonly media: readonly string[];
  readonly fields: readonly Field[];
  readonly errors: readonly (Line & {
    readonly code: string;
    readonly text: string;
    readonly matchMessage: boolean;
  })[];
  readonly outcomesAt: At;
  readonly deciding: readonly Deciding[];
  /** The same by field: `result.refundStatus` to its documented words. */
  readonly decisive: ReadonlyMap<string, ReadonlySet<string>>;
  /** Fields that have the error code: `result.code`. */
  readonly codeFields: readonly string[];
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
  for (const [path, item] of Object.entries(record(root.paths)))
    for (const [method, operation] of Object.entries(record(item)))
      if (isRecord(operation) && operation.operationId === "refund")
        return refundContract(root, path, method, operation);
  throw new Error(`${file} has no operation "refund"; docs:check follows the page of that one.`);
}

function refundContract(root: Holder, path: string, method: string, operation: Holder): Contract {
  const at: At = ["paths", path, method];
  const own = lineAt(operation, at, []);
  const provider = record(root["x-provider"]);
  const errors = record(root["x-errors"]);
  const outcomesAt = [...at, "x-refund", "outcomes"];
  const deciding = decidingLines(list(record(operation["x-refund"]).outcomes), outcomesAt);
  const wordsOf = (field: string) => deciding.filter((line) => line.path === field);
  return {
    provider,
    // A name after `#` tells operations at one path apart. No page has it.
    path: path.replace(/#.*/, ""),
    page: Object.entries(record(root["x-sources"])).find(
      ([, source]) => record(source).url === provider.documentation,
    )?.[0],
    operation: { ...own, method: method.toUpperCase(), holder: operation },
    servers: list(root.servers).map((server, index) => ({
      ...lineAt(server, ["servers", index], []),
      url: text(server.url),
      environment: text(server["x-environment"]),
    })),
    schemes: Object.entries(record(record(root.components).securitySchemes)).map(
      ([name, scheme]) => [name, record(scheme)],
    ),
    media: Object.keys(record(record(operation.requestBody).content)),
    fields: [...parameters(root, operation, at, own), ...bodies(root, operation, at, own)],
    errors: list(errors.list).map((entry, index) => ({
      ...lineAt(entry, ["x-errors", "list", index], []),
      code: text(entry.code),
      text: text(entry.text),
      matchMessage: entry.matchMessage === true,
    })),
    outcomesAt,
    deciding,
    decisive: new Map(
      deciding.map((line) => [
        line.path,
        new Set(wordsOf(line.path).flatMap(({ words }) => words)),
      ]),
    ),
    codeFields: listOfText(errors.code).map(dotted),
  };
}

const decidingLines = (outcomes: readonly Holder[], at: At): Deciding[] =>
  outcomes.flatMap((outcome, index) =>
    Object.entries(record(outcome.when))
      .filter(([pointer]) => pointer.startsWith("/"))
      .map(([pointer, words]) => ({
        ...lineAt(outcome, [...at, index], []),
        path: dotted(pointer),
        words: listOfText(words),
      })),
  );

function lineAt(holder: Holder, at: At, inherited: readonly string[]): Line {
  const own = listOfText(holder["x-source"]);
  const marks = [holder["x-assumption"], holder["x-contradiction"]].map(text).filter(Boolean);
  return { at, sources: own.length > 0 ? own : inherited, marks };
}

const parameters = (root: Holder, operation: Holder, at: At, own: Line): Field[] =>
  list(operation.parameters).map((written, index) => {
    const { holder, at: where } = resolve(root, written, [...at, "parameters", index]);
    return {
      ...lineAt(holder, where, own.sources),
      side: "request" as const,
      place: text(holder.in) as Place,
      path: text(holder.name),
      required: holder.required === true,
      schema: record(holder.schema),
    };
  });

function bodies(root: Holder, operation: Holder, at: At, { sources }: Line): Field[] {
  const walk = (holder: unknown, where: At, side: Side) =>
    Object.entries(record(record(holder).content)).flatMap(([type, media]) =>
      fieldsOf(root, record(record(media).schema), [...where, "content", type, "schema"], {
        side,
        path: "",
        sources,
        depth: 0,
      }),
    );
  const answers = Object.entries(record(operation.responses)).flatMap(([status, response]) =>
    walk(response, [...at, "responses", status], "response"),
  );
  const found = [...walk(operation.requestBody, [...at, "requestBody"], "request"), ...answers];
  const key = (field: Field) => `${field.side} ${field.path} ${field.at.join("/")}`;
  return [...new Map(found.map((field) => [key(field), field])).values()];
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
  const own = Object.entries(record(schema.properties)).flatMap(([name, property]): Field[] => {
    if (!isRecord(property)) return [];
    const place = [...at, "properties", name];
    const target = resolve(root, property, place);
    const path = above.path ? `${above.path}.${name}` : name;
    const line = lineAt(target.holder, target.at, sources);
    const field: Field = {
      ...line,
      marks: [...new Set([...line.marks, ...lineAt(property, place, sources).marks])],
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
