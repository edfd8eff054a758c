/** What OpenAPI can say and nothing here reads. Each is refused, because a client would be made as if it were not there. */
import { type At, isObject, objectOf, resolve } from "@refunds/spec-reader";
import { isJson } from "../openapi/answers.ts";
import type { OpenApi, RawBody } from "../openapi/document.ts";
import { type Operation, operationsOf } from "../openapi/operations.ts";
import type { SpecFile } from "../read.ts";

export function checkUnread(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  for (const [path, item] of Object.entries(root.paths)) {
    reportWords(spec, item, ["paths", path], {
      head: "describe the request that is sent",
      options: "describe the request that is sent",
      trace: "describe the request that is sent",
    });
  }
  for (const operation of operationsOf(root)) {
    reportWords(spec, operation.raw, operation.at, {
      callbacks: "describe what the provider sends in `webhooks`",
    });
    checkParameters(spec, operation);
    checkResponses(spec, operation);
  }
}

/** What to do instead, by word. */
type Advices = Readonly<Record<string, string>>;

function reportWords(spec: SpecFile, value: unknown, at: At, advices: Advices): void {
  for (const [word, advice] of Object.entries(advices)) {
    if (!Object.hasOwn(objectOf(value), word)) continue;
    spec.report([...at, word], `nothing reads "${word}" here`, advice, "key");
  }
}

const oneWay = "remove it: a value is written in one way, percent-encoded";

function checkParameters(spec: SpecFile, { parameters, body }: Operation): void {
  for (const { value, at } of parameters) {
    reportWords(spec, value, at, {
      content: "use `schema`, with contentMediaType and contentSchema for JSON in a string",
      style: oneWay,
      explode: oneWay,
      allowReserved: oneWay,
      allowEmptyValue: "say in the schema what it can be",
    });
  }
  for (const [name, encoding] of Object.entries(body?.media.encoding ?? {})) {
    reportWords(spec, encoding, [...(body?.at ?? []), "encoding", name], {
      contentType: "remove it: the fields of a form have no media types",
      headers: "remove it: the fields of a form have no headers",
      allowReserved: oneWay,
    });
  }
}

function checkResponses(spec: SpecFile, { raw, at }: Operation): void {
  for (const [status, response] of Object.entries(raw.responses)) {
    const found = resolve<RawBody>(spec.root, response, [...at, "responses", status]);
    if (!found) continue;
    reportWords(spec, found.value, found.at, { links: "describe the field that is read" });
    const { content } = found.value;
    if (!isObject(content)) continue;
    const contentAt = [...found.at, "content"];
    const [first] = Object.keys(content).filter(isJson);
    for (const [type, media] of Object.entries(content)) {
      if (!isJson(type)) {
        const what = `an answer of ${type} cannot be read, so it is always unknown`;
        spec.report([...contentAt, type], what, "remove it, or describe its JSON form", "key");
      } else if (type !== first) {
        const what = `only ${first}, the first JSON of this status, would be read`;
        spec.report([...contentAt, type], what, "describe both there, as oneOf", "key");
      } else if (media.schema === undefined) {
        const what = `an answer of ${type} without a schema cannot be read`;
        spec.report([...contentAt, type], what, "describe it", "key");
      }
    }
  }
}
