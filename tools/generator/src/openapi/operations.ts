/** The operations of a spec, and finding a place of a request or a field of an answer in them. */
import { type At, resolve } from "@refunds/spec-reader";
import { type Answer, type AnswerHeader, answersOf, emptyOf, headersOf } from "./answers.ts";
import type {
  OpenApi,
  RawBody,
  RawMedia,
  RawOperation,
  RawParameter,
  RawPathItem,
  RawRefund,
  RawVocabulary,
  Ref,
} from "./document.ts";
import type { RawSecurityScheme } from "./raw-access.ts";
import { branchesOf, type LocatedSchema, type Lookup, lookUp } from "./schemas.ts";

export interface Operation {
  readonly kind: "refund" | "query" | "token";
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly at: At;
  readonly raw: RawOperation;
  /** With the first place of each value. */
  readonly vocabulary: RawVocabulary;
  /** Every place of every value, in the order of the bytes. */
  readonly sent: readonly Sent[];
  /** Where `vocabulary` stands. */
  readonly wordsAt: At;
  readonly parameters: readonly { readonly value: RawParameter; readonly at: At }[];
  readonly body?: {
    readonly required: boolean;
    readonly mediaType: string;
    readonly media: RawMedia;
    readonly schema: LocatedSchema;
    readonly at: At;
  };
  /** One for each documented answer with a JSON body. */
  readonly answers: readonly Answer[];
  /** The documented answers without a body. */
  readonly empty: readonly { readonly status: string; readonly at: At }[];
  /** The documented headers of answers. */
  readonly answerHeaders: readonly AnswerHeader[];
}

export interface Sent {
  readonly source: string;
  readonly place: string;
  readonly at: At;
  /** It is not the value's first place. */
  readonly again: boolean;
}

const methods = ["get", "put", "post", "patch", "delete"] as const;

export function operationsOf(root: OpenApi): Operation[] {
  return Object.entries(root.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const raw = item[method] as RawOperation | undefined;
      const at = ["paths", path, method];
      const kind = (["refund", "query", "token"] as const).find((name) => raw?.[`x-${name}`]);
      return raw && kind ? [readOperation(root, raw, kind, method, path, item, at)] : [];
    }),
  );
}

function readOperation(
  root: OpenApi,
  raw: RawOperation,
  kind: Operation["kind"],
  method: string,
  path: string,
  item: RawPathItem,
  at: At,
): Operation {
  const wordsAt = [...at, `x-${kind}`];
  const words = raw[`x-${kind}`] as RawVocabulary;
  const sent = sentOf(words.send, [...wordsAt, "send"]);
  const first = sent.filter(({ again }) => !again).map(({ source, place }) => [source, place]);
  const bodyAt = [...at, "requestBody"];
  const requestBody = raw.requestBody && resolve<RawBody>(root, raw.requestBody, bodyAt);
  const [mediaType, media] = Object.entries(requestBody?.value.content ?? {})[0] ?? [];
  const contentAt = [...(requestBody?.at ?? bodyAt), "content", mediaType ?? ""];
  return {
    kind,
    method: method.toUpperCase() as Operation["method"],
    path,
    at,
    raw,
    vocabulary: { ...words, send: Object.fromEntries(first) },
    sent,
    wordsAt,
    parameters: [
      ...locate(root, item.parameters, ["paths", path, "parameters"]),
      ...locate(root, raw.parameters, [...at, "parameters"]),
    ],
    ...(mediaType !== undefined &&
      media?.schema && {
        body: {
          required: requestBody?.value.required === true,
          mediaType,
          media,
          schema: { value: media.schema, at: [...contentAt, "schema"] },
          at: contentAt,
        },
      }),
    answers: answersOf(root, raw, at),
    empty: emptyOf(root, raw, at),
    answerHeaders: headersOf(root, raw, at),
  };
}

const sentOf = (send: Readonly<Record<string, string | readonly string[]>>, sendAt: At): Sent[] =>
  Object.entries(send).flatMap(([source, places]) => {
    const at = [...sendAt, source];
    if (typeof places === "string") return [{ source, place: places, at, again: false }];
    return places.map((place, index) => ({ source, place, at: [...at, index], again: index > 0 }));
  });

const locate = (root: OpenApi, parameters: readonly (RawParameter | Ref)[] | undefined, at: At) =>
  (parameters ?? []).flatMap((parameter, index) => {
    const found = resolve<RawParameter>(root, parameter as RawParameter, [...at, index]);
    return found ? [found] : [];
  });

export const formType = "application/x-www-form-urlencoded";

/** A place of the request: `body#/pointer`, `path.name`, `query.name` or `header.name`; or `known.name`, which is not sent. */
export function lookUpPlace(root: OpenApi, operation: Operation, place: string): Lookup {
  if (place.startsWith("body#")) {
    if (!operation.body) return { fields: [], known: [], missing: "body", depth: 0 };
    return lookUp(root, operation.body.schema, place.slice("body#".length));
  }
  const { where, name } = splitPlace(place);
  if (where === "known") return lookUpKnown(operation, name);
  const here = operation.parameters.filter(({ value }) => value.in === where);
  const same = (other: string) =>
    where === "header" ? other.toLowerCase() === name.toLowerCase() : other === name;
  const parameter = here.find(({ value }) => same(value.name));
  if (!parameter)
    return { fields: [], known: here.map(({ value }) => value.name), missing: name, depth: 0 };
  const at = [...parameter.at, "schema"];
  const required = parameter.value.required === true;
  const description = parameter.value.description;
  const fields = branchesOf(root, { value: parameter.value.schema ?? {}, at }).map((branch) => ({
    at: branch.at,
    value: { ...(description !== undefined && { description }), ...branch.value },
    required,
  }));
  return { fields, known: [], depth: 1 };
}

/** An identifier that is not sent. The caller always gives it. */
function lookUpKnown({ vocabulary, wordsAt }: Operation, name: string): Lookup {
  const { known = {} } = vocabulary as RawRefund;
  const described = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!described) return { fields: [], known: Object.keys(known), missing: name, depth: 0 };
  const { description, schema } = described;
  const at = [...wordsAt, "known", name, "schema"];
  return {
    fields: [{ at, value: { description, ...schema }, required: true }],
    known: [],
    depth: 1,
  };
}

function splitPlace(place: string): { where: string; name: string } {
  const dot = place.indexOf(".");
  return { where: place.slice(0, dot), name: place.slice(dot + 1) };
}

/** A field of any documented answer, or one of its headers: `header.<Name>`. */
export function lookUpAnswer(root: OpenApi, operation: Operation, place: string): Lookup {
  if (!place.startsWith("header."))
    return join(operation.answers.map(({ schema }) => lookUp(root, schema, place)));
  const { name } = splitPlace(place);
  const fields = operation.answerHeaders
    .filter((header) => header.name.toLowerCase() === name.toLowerCase())
    .flatMap(({ schema, required }) =>
      branchesOf(root, schema).map((branch) => ({ ...branch, required })),
    );
  if (fields.length > 0) return { fields, known: [], depth: 1 };
  return { fields, known: operation.answerHeaders.map((one) => one.name), missing: name, depth: 0 };
}

/** What several schemas have at a pointer; where none has it, what those know that got furthest. */
export function join(lookups: readonly Lookup[]): Lookup {
  const depth = Math.max(0, ...lookups.map((lookup) => lookup.depth));
  const furthest = lookups.filter((lookup) => lookup.depth === depth);
  const missing = furthest[0]?.missing;
  return {
    fields: lookups.flatMap(({ fields }) => fields),
    known: [...new Set(furthest.flatMap(({ known }) => known))],
    ...(missing !== undefined && { missing }),
    depth,
  };
}

export interface Security {
  readonly name: string;
  readonly scheme: RawSecurityScheme;
  readonly at: At;
}

/** The source of what a scheme sends: `credentials.<name>`, or `credentials.<username>:<password>` for HTTP Basic. */
export function sourceOf({ "x-credential": credential }: RawSecurityScheme): string {
  const name =
    typeof credential === "string" ? credential : `${credential.username}:${credential.password}`;
  return `credentials.${name}`;
}

/** The names of the credentials in a source. */
export const credentialNames = (source: string): string[] =>
  source.startsWith("credentials.")
    ? source
        .slice("credentials.".length)
        .split(":")
        .filter((name) => name !== "")
    : [];

/** The place that a scheme fills. */
export const placeOfScheme = ({ type, in: where, name }: RawSecurityScheme): string =>
  type === "apiKey" ? `${where}.${name}` : "header.Authorization";

/** The security schemes of an operation, its own list or the document's. The first alternative counts. */
export function securityOf(root: OpenApi, operation: Operation): Security[] {
  const [requirement = {}] = operation.raw.security ?? root.security ?? [];
  return Object.keys(requirement).flatMap((name) => {
    const scheme = root.components?.securitySchemes?.[name];
    return scheme ? [{ name, scheme, at: ["components", "securitySchemes", name] }] : [];
  });
}
