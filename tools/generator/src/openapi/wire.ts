/** The types of the provider's own operations, as expressions over the `operations` that openapi-typescript prints. */
import { resolve } from "@refunds/spec-reader";
import type { WireOperation } from "../model.ts";
import { isPresence } from "../presence.ts";
import type { Answer } from "./answers.ts";
import type { OpenApi, RawSchema } from "./document.ts";
import { type Operation, placeOfScheme, securityOf } from "./operations.ts";
import { type LocatedSchema, lookUp } from "./schemas.ts";
import { placesOf } from "./signing.ts";

export function wireOperation(root: OpenApi, operation: Operation): WireOperation {
  const name = operation.kind === "query" ? "query" : "refund";
  return {
    name,
    method: operation.method,
    path: operation.path,
    summary: operation.raw.summary,
    parts: partsOf(root, operation),
    ...(operation.body && { media: operation.body.mediaType }),
    responses: responsesOf(operation),
    success: union([
      ...operation.answers.flatMap((answer) => successTypes(root, operation, answer)),
      ...operation.empty.flatMap(({ status }) => (status.startsWith("2") ? ["undefined"] : [])),
    ]),
  };
}

const union = (types: readonly string[]) =>
  types.length > 0 ? [...new Set(types)].join(" | ") : "unknown";

/** openapi-fetch takes `default` for the answer to failures only; where nothing else is documented, it is every answer. */
function responsesOf({ kind, answers, empty }: Operation): WireOperation["responses"] {
  const responses = [...answers, ...empty].map(({ status }) => {
    const key = /^\d+$/.test(status) ? status : JSON.stringify(status);
    return { status: key, type: `operations["${kind}"]["responses"][${key}]` };
  });
  const success = [...answers, ...empty].some(({ status }) => /^2/.test(status));
  const other = responses.filter(({ status }) => status === '"default"');
  return [...(success ? [] : other.map(({ type }) => ({ status: '"2XX"', type }))), ...responses];
}

function partsOf(root: OpenApi, operation: Operation): WireOperation["parts"] {
  const base = `operations["${operation.kind}"]`;
  const added = addedPlaces(root, operation);
  const parameters = (["path", "query", "header"] as const).flatMap((where) => {
    const here = operation.parameters.filter(({ value }) => value.in === where);
    const hidden = here
      .filter(({ value }) => added.has(fold(`${where}.${value.name}`)))
      .map(({ value }) => value.name);
    if (here.length === hidden.length) return [];
    const optional = here.every(({ value }) => !value.required || hidden.includes(value.name));
    const type = `${base}["parameters"]["${where}"]`;
    return [
      {
        name: where === "header" ? ("headers" as const) : where,
        // Where every parameter is optional, so is the whole.
        type: without(
          here.every(({ value }) => !value.required) ? `NonNullable<${type}>` : type,
          hidden,
        ),
        optional,
      },
    ];
  });
  if (!operation.body) return parameters;
  const { mediaType, required, schema } = operation.body;
  const fields = Object.keys(
    resolve<RawSchema>(root, schema.value, schema.at)?.value.properties ?? {},
  );
  const hidden = fields.filter((name) => added.has(`body#/${name}`));
  const whole = required ? `${base}["requestBody"]` : `NonNullable<${base}["requestBody"]>`;
  const type = without(`${whole}["content"][${JSON.stringify(mediaType)}]`, hidden);
  return [...parameters, { name: "body", type, optional: !required }];
}

const fold = (place: string) => (place.startsWith("header.") ? place.toLowerCase() : place);

const without = (type: string, names: readonly string[]) =>
  names.length === 0
    ? type
    : `Omit<${type}, ${names.map((name) => JSON.stringify(name)).join(" | ")}> & { ${names.map((name) => `${JSON.stringify(name)}?: never`).join("; ")} }`;

/** The places the client fills itself: credentials, security and the signature. */
function addedPlaces(root: OpenApi, operation: Operation): Set<string> {
  const { sign } = operation.vocabulary;
  const credentials = operation.sent.filter(({ source }) =>
    /^(credentials|settings)\./.test(source),
  );
  const security = securityOf(root, operation).map(({ scheme }) => placeOfScheme(scheme));
  return new Set(
    [...credentials.map(({ place }) => place), ...placesOf(sign), ...security].map(fold),
  );
}

const answerType = (operation: Operation, { status, mediaType }: Answer) =>
  `operations["${operation.kind}"]["responses"][${/^\d+$/.test(status) ? status : JSON.stringify(status)}]["content"][${JSON.stringify(mediaType)}]`;

/** The alternatives that a rule with a good ending can hold for; the whole answer where they have no names of their own. */
function successTypes(root: OpenApi, operation: Operation, answer: Answer): string[] {
  const good = operation.vocabulary.outcomes.filter(({ means }) =>
    ["succeeded", "pending", "found", "issued"].includes(means),
  );
  const fitting = alternatives(root, answer.schema).filter((branch) =>
    good.some(({ when }) =>
      Object.entries(when).every(([pointer, expected]) => {
        if (pointer === "http" || pointer.startsWith("header.")) return true;
        const { fields } = lookUp(root, branch, pointer);
        if (isPresence(expected)) return !expected.present || fields.length > 0;
        const values = [expected].flat().map(String);
        return fields.some(({ value }) => values.some((each) => canBe(value, each)));
      }),
    ),
  );
  return fitting.map((branch) => {
    const name = /^#\/components\/schemas\/([^/]+)$/.exec(branch.value.$ref ?? "")?.[1];
    return name === undefined
      ? answerType(operation, answer)
      : `components["schemas"][${JSON.stringify(name)}]`;
  });
}

function canBe({ const: only, pattern }: RawSchema, value: string): boolean {
  if (only !== undefined) return String(only) === value;
  return pattern === undefined || new RegExp(pattern, "u").test(value);
}

function alternatives(root: OpenApi, schema: LocatedSchema): LocatedSchema[] {
  const found = resolve<RawSchema>(root, schema.value, schema.at);
  const word = found?.value.oneOf ? "oneOf" : "anyOf";
  const nested = found?.value[word];
  if (!found || !nested) return [schema];
  return nested.flatMap((value, index) =>
    alternatives(root, { value, at: [...found.at, word, index] }),
  );
}
