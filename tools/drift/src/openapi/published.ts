/** Facts of an OpenAPI file that a provider publishes: of the operation and the schemas that the spec names. */
import { parse } from "yaml";
import { type Fact, Facts, type Place, type Section, type Side } from "../reading/fact.ts";
import { originOf } from "../reading/lines.ts";
import { sentencesIn } from "../reading/sections.ts";
import type { Contract } from "../spec/contract.ts";
import { type Holder, isRecord, list, listOfText, record, resolve, text } from "../spec/data.ts";
import { Unusable } from "../unusable.ts";
import { deepest, merged, wordsAt } from "./schemas.ts";

/** Undefined for anything else. */
export function publishedIn(content: string, page: string): Holder | undefined {
  const isJson = /^\s*\{/.test(content);
  const isAtItsTop = /(?:^|[{,])\s*"?(?:openapi|swagger)"?\s*:/m.test(content.slice(0, 20_000));
  // A file whose keys are sorted has it behind the components. A page of HTML may show such a line.
  const isSorted = /^(?:components|info):/.test(content) && /^(?:openapi|swagger):/m.test(content);
  if (!isAtItsTop && !isSorted) return undefined;
  try {
    const document: unknown = isJson
      ? JSON.parse(content)
      : parse(content, { maxAliasCount: 1000 });
    if (isRecord(document) && isRecord(document.paths)) return document;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new Unusable(`${page} is not a whole OpenAPI file: ${reason}`);
  }
  return undefined;
}

export interface Published {
  readonly facts: readonly Fact[];
  /** Descriptions of what the spec names, each under the name of its subject. */
  readonly sections: readonly Section[];
  /** Why nothing can be concluded from it. */
  readonly problem?: string;
}

export function publishedFacts(document: Holder, contract: Contract): Published {
  const found = operationIn(document, contract);
  if (!found) {
    const { method } = contract.operation;
    const problem = `it has no ${method} ${contract.path}${likely(document, contract)}`;
    return { facts: [], sections: [], problem };
  }
  const facts = new Facts();
  const reader = new Reader(facts, document, contract);
  const { path, item, operation } = found;
  reader.describe("operation", [operation.summary, operation.description]);
  facts.add("operation", "method", contract.operation.method, path);
  // What a placeholder is called makes no other path.
  facts.add("operation", "path", contract.path, path);
  if (operation.deprecated === true) facts.add("operation", "deprecated", "yes", path);
  facts.section = "";
  for (const [environment, url] of hostsIn(document, contract))
    facts.add("host", environment || "base", url, url);
  for (const parameter of [...list(item.parameters), ...list(operation.parameters)])
    reader.parameter(parameter);
  reader.request(operation);
  reader.responses(operation);
  return { facts: facts.list(), sections: reader.sections };
}

/** The spec's servers as the file has them: the same address, or the same host with another path, such as a version. */
function hostsIn(document: Holder, { servers }: Contract): (readonly [string, string])[] {
  const plain = (url: unknown) => text(url).replace(/\/$/, "");
  const own = servers.map(({ url }) => plain(url));
  const urls = list(document.servers).map(({ url }) => plain(url));
  return servers.flatMap(({ url, environment }) => {
    const found =
      urls.find((one) => one === plain(url)) ??
      urls.find((one) => !own.includes(one) && originOf(one) === originOf(url));
    return found === undefined ? [] : [[environment, found]];
  });
}

const bare = (path: string) => path.replace(/\{[^}]*\}/g, "{}").replace(/\/$/, "");

function operationIn({ paths }: Holder, { path, operation, servers }: Contract) {
  // A server may hold what the spec has in its path, or the other way round.
  const whole = [
    path,
    ...servers.map(({ url }) => url.replace(/^https?:\/\/[^/]+/, "") + path),
  ].map(bare);
  for (const [key, item] of Object.entries(record(paths))) {
    const own = record(item)[operation.method.toLowerCase()];
    if (whole.includes(bare(key)) && isRecord(own))
      return { path: key, item: record(item), operation: own };
  }
  return undefined;
}

function likely({ paths }: Holder, { path }: Contract): string {
  const last = path.split("/").findLast((part) => /^\w+$/.test(part)) ?? "";
  const near = Object.keys(record(paths)).filter((key) => key.includes(last));
  return near.length > 0 ? `; near it are ${near.slice(0, 5).join(", ")}` : "";
}

const keywords =
  "minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum minItems maxItems multipleOf pattern format default".split(
    " ",
  );

/** What says that a field of a shared schema is not sent, or not answered. */
const absentFrom = { request: "readOnly", response: "writeOnly" } as const;

class Reader {
  readonly sections: Section[] = [];
  private readonly facts: Facts;
  private readonly document: Holder;
  private readonly contract: Contract;
  private readonly own: ReadonlySet<string>;
  /** Objects of which the spec names a field: all of their fields are read. */
  private readonly named: ReadonlySet<string>;

  constructor(facts: Facts, document: Holder, contract: Contract) {
    this.facts = facts;
    this.document = document;
    this.contract = contract;
    const paths = contract.fields.map(({ side, path }) => `${side}.${path}`);
    this.own = new Set(paths);
    const parents = paths.map((path) => path.split(".").slice(0, -1).join("."));
    this.named = new Set(["request", "response", ...parents]);
  }

  private resolved(written: unknown): Holder {
    return resolve(this.document, record(written), []).holder;
  }

  /** What is added next is of this subject, too. */
  describe(subject: string, words: readonly unknown[]): void {
    const title = `${subject}.description`;
    const units = words.flatMap((one) => sentencesIn(text(one)));
    this.facts.section = title;
    if (units.length > 0) this.sections.push({ title, units });
  }

  parameter(written: Holder): void {
    const parameter = this.resolved(written);
    const schema = isRecord(parameter.schema) ? parameter.schema : parameter;
    const place = text(parameter.in) as Place;
    const { description } = parameter;
    const holder = description === undefined ? schema : { ...schema, description };
    this.field("request", text(parameter.name), holder, parameter.required === true, place, 0);
  }

  request({ requestBody }: Holder): void {
    const own = Object.entries(record(this.resolved(requestBody).content));
    const [, media] = own.find(([type]) => this.contract.media.includes(type)) ?? own[0] ?? [];
    this.object("request", "", record(record(media).schema), 0);
  }

  /** Of a field that several answers have, that of the success counts. */
  responses({ responses }: Holder): void {
    const statuses = Object.entries(record(responses)).toSorted(([a], [b]) => a.localeCompare(b));
    const failures: Holder[] = [];
    for (const [status, written] of statuses) {
      const { description, content } = this.resolved(written);
      this.describe(`answer.${status}`, [description]);
      this.facts.add(`answer.${status}`, "listed", "yes", `${status} ${text(description)}`);
      const schemas = Object.values(record(content)).map((media) => record(record(media).schema));
      for (const schema of schemas) this.object("response", "", schema, 0);
      if (!/^[123]/.test(status)) failures.push(...schemas);
    }
    for (const field of this.contract.codeFields) this.codes(field, failures);
  }

  private codes(field: string, failures: readonly Holder[]): void {
    this.facts.section = "";
    for (const code of failures.flatMap((one) => wordsAt(this.document, one, field.split("."))))
      if (!this.facts.has(`response.${field}`, `enum.${code}`))
        this.facts.add(`error.${code}`, "listed", "yes", code);
  }

  private object(side: Side, path: string, written: Holder, depth: number): void {
    const { properties, required } = merged(this.document, written);
    for (const [name, property] of properties) {
      if (merged(this.document, property).schema[absentFrom[side]] === true) continue;
      const own = path === "" ? name : `${path}.${name}`;
      if (!this.facts.has(`${side}.${own}`, "type"))
        this.field(side, own, property, required.has(name), "body", depth + 1);
    }
  }

  private field(
    side: Side,
    path: string,
    written: Holder,
    required: boolean,
    place: Place,
    depth: number,
  ): void {
    const { schema, types } = merged(this.document, written);
    const subject = `${side}.${path}`;
    const add = (aspect: string, value: unknown) =>
      value !== undefined && this.facts.add(subject, aspect, String(value), path);
    if (this.own.has(subject)) this.describe(subject, [written.description ?? schema.description]);
    if (side === "request") add("place", place);
    const own = [...types].filter((type) => type !== "null");
    add("type", own.sort().join("|") || "any");
    add("required", required ? "yes" : "no");
    if (types.has("null") || schema.nullable === true) add("nullable", "yes");
    for (const aspect of keywords)
      add(aspect, isRecord(schema[aspect]) ? JSON.stringify(schema[aspect]) : schema[aspect]);
    for (const word of [...listOfText(schema.enum), ...listOfText(schema.const)])
      add(`enum.${word}`, "yes");
    if (schema.deprecated === true) add("deprecated", "yes");
    if (depth < deepest && this.named.has(subject))
      this.object(side, path, isRecord(schema.items) ? schema.items : written, depth);
  }
}

/** What the spec has to carry: what it names, and what every request needs. */
export function toCarry<Said extends Pick<Fact, "id" | "subject" | "value">>(
  facts: readonly Said[],
  { fields, errors }: Contract,
): Said[] {
  const wanted = new Set([
    ...errors.map(({ code }) => `error.${code}`),
    ...fields.map(({ side, path }) => `${side}.${path}`),
    ...facts
      .filter(({ id, subject, value }) => id === `${subject}.required` && value === "yes")
      .map(({ subject }) => subject)
      .filter((subject) => subject.startsWith("request.")),
  ]);
  return facts.filter(
    ({ subject }) => !/^(?:request|response|error)\./.test(subject) || wanted.has(subject),
  );
}
