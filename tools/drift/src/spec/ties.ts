/** Which line of the spec carries a fact, and whether it says the same. */

import { dotted } from "../pointers.ts";
import type { Fact } from "../reading/fact.ts";
import { agreement, exampleType, exampleValue, type Verdict } from "./agreement.ts";
import type { At, Contract, Field, Line, Spec } from "./contract.ts";

export interface Tie {
  readonly at: At;
  /**
   * `agrees`: the line says it. `open`: it deliberately does not, as a mark on it explains or because clients do not rely
   * on it. `differs`: it says something else.
   */
  readonly verdict: Verdict;
  /** The line says something else, and a mark on it says why. */
  readonly excused?: boolean;
  /** Lines that the fact is about, for finding those that no fact is about. */
  readonly lines: readonly Line[];
}

export type BareFact = Pick<Fact, "id" | "subject" | "aspect" | "value">;

/** Undefined for a fact without a line. */
export function tie(fact: BareFact, spec: Spec): Tie | undefined {
  const { contract } = spec;
  const [head = "", name = ""] = split(fact.subject);
  switch (head) {
    case "operation":
      return operationTie(fact, contract);
    case "host":
      return hostTie(fact, contract);
    case "answer":
      return { at: contract.outcomesAt, verdict: "open", lines: [] };
    case "page":
      return versionTie(fact, contract);
    case "request":
    case "response":
      return fieldTie(fact, head, name, contract);
    case "error":
      return errorTie(fact, name, contract);
    case "example":
      return exampleTie(fact, contract);
    default:
      return mentioned(fact, spec);
  }
}

const split = (subject: string) => /^([^./]+)[./]?(.*)$/s.exec(subject)?.slice(1) ?? [subject, ""];

const tied = (line: Line, verdict: Verdict, lines: readonly Line[] = [line]): Tie => {
  const excused = verdict === "differs" && line.marks.length > 0;
  return { at: line.at, verdict: excused ? "open" : verdict, excused, lines };
};

function operationTie({ aspect, value }: BareFact, contract: Contract): Tie {
  const { operation, path, servers, fields } = contract;
  if (aspect === "method")
    return tied(operation, operation.method === value ? "agrees" : "differs");
  const whole = servers.map(({ url }) => url.replace(/^https?:\/\/[^/]+/, "") + path);
  // Some pages print only the end of the path; the spec says so where it completes one.
  const same =
    [path, ...whole].includes(value) ||
    (operation.marks.length > 0 && path.endsWith(`/${value.replace(/^\//, "")}`));
  // A path names its parameters, whether or not a table does as well.
  const named = fields.filter(
    (field) => field.side === "request" && value.includes(`{${field.path}}`),
  );
  return { at: operation.at, verdict: same ? "agrees" : "differs", lines: [operation, ...named] };
}

function hostTie({ aspect, value }: BareFact, { servers }: Contract): Tie | undefined {
  const own = servers.filter(({ environment }) => aspect === "base" || environment === aspect);
  const hosts = value.split(" / ");
  const same = own.find(({ url }) =>
    hosts.some((host) => url === host || url.startsWith(`${host}/`)),
  );
  if (same) return tied(same, hosts.length === 1 ? "agrees" : "differs");
  return own[0] && { ...tied(own[0], "differs"), verdict: "differs" };
}

function versionTie({ value }: BareFact, { provider }: Contract): Tie {
  const line: Line = { at: ["x-provider", "version"], sources: [], marks: [] };
  return tied(line, String(provider.version) === value ? "agrees" : "differs");
}

/** Fields that a name on the page can mean: that path, or else the shallowest that ends in it. */
export function fieldsNamed(contract: Contract, side: string, name: string): readonly Field[] {
  const own = contract.fields.filter((field) => field.side === side);
  const exact = own.filter(({ path }) => path.toLowerCase() === name.toLowerCase());
  if (exact.length > 0) return exact;
  const ending = own.filter(({ path }) => path.endsWith(`.${name}`));
  const depth = Math.min(...ending.map(({ path }) => path.split(".").length));
  return ending.filter(({ path }) => path.split(".").length === depth);
}

function fieldTie(fact: BareFact, side: string, name: string, contract: Contract): Tie | undefined {
  if (side === "request" && /^(?:content-type|authorization)$/i.test(name))
    return headerTie(fact, name, contract);
  const fields = fieldsNamed(contract, side, name);
  const security =
    side === "request" && fields.length === 0 ? securityTie(name, contract) : undefined;
  if (security) return security;
  const verdicts = fields.map((field) => [field, agreement(fact, field, contract)] as const);
  return best(verdicts, fields);
}

function best(
  verdicts: readonly (readonly [Field, Verdict])[],
  fields: readonly Field[],
): Tie | undefined {
  const order: readonly Verdict[] = ["agrees", "open", "differs"];
  const [first] = [...verdicts].sort(([, a], [, b]) => order.indexOf(a) - order.indexOf(b));
  return first && tied(first[0], first[1], fields);
}

function headerTie({ aspect, value }: BareFact, name: string, contract: Contract): Tie | undefined {
  const { schemes, media, operation } = contract;
  const is = (same: boolean, at: At): Tie => ({
    at,
    verdict: aspect !== "value" || same ? "agrees" : "differs",
    lines: [],
  });
  if (/^content-type$/i.test(name))
    return is(media.includes(value), [...operation.at, "requestBody", "content", media[0] ?? ""]);
  const [key, scheme] = schemes.find(([, { type }]) => type === "http") ?? schemes[0] ?? [];
  return scheme && is(String(scheme.scheme).toLowerCase() === value, schemeAt(key ?? ""));
}

const schemeAt = (name: string): At => ["components", "securitySchemes", name];

/** A credential that travels in a header or the query under its own name. */
function securityTie(name: string, contract: Contract): Tie | undefined {
  const found = contract.schemes.find(
    ([, scheme]) => String(scheme.name).toLowerCase() === name.toLowerCase(),
  );
  return found && { at: schemeAt(found[0]), verdict: "open", lines: [] };
}

function errorTie(
  { aspect, value }: BareFact,
  code: string,
  { errors, decisive, codeFields, outcomesAt }: Contract,
): Tie | undefined {
  const own = errors.filter((error) => error.code === code);
  const bare = (words: string) => words.toLowerCase().replace(/[\s.]+$/, "");
  const same = own.find(
    (error) =>
      aspect !== "message" || value.split(" / ").some((one) => bare(one) === bare(error.text)),
  );
  if (same) return tied(same, "agrees", own);
  if (own[0]) return tied(own[0], "differs", own);
  // The code of a success stands in tables of codes too, and is not an error.
  return codeFields.some((field) => decisive.get(field)?.has(code))
    ? { at: outcomesAt, verdict: "open", lines: [] }
    : undefined;
}

function exampleTie(fact: BareFact, contract: Contract): Tie | undefined {
  const [, side = "", pointer = ""] =
    /^example\.(request|response)[^/]*(\/.*)$/.exec(fact.subject) ?? [];
  const path = dotted(pointer);
  // A page may print an answer without the envelope that the field stands in.
  const own = contract.fields.filter((field) => field.side === side);
  const exact = own.filter((field) => field.path === path);
  const fields = [...exact, ...own.filter((field) => field.path.endsWith(`.${path}`))];
  const [first] = fields;
  if (!first) return inside(path, side, contract) ?? namedByMark(path, contract);
  if (pointer.endsWith("/*")) return tied(first, "open", fields);
  const judge = fact.aspect === "value" ? exampleValue : exampleType;
  const verdicts = fields.map((field) => [field, judge(fact.value, field, contract)] as const);
  const found = best(verdicts, fields);
  const same = verdicts.filter(([, verdict]) => verdict === found?.verdict).map(([field]) => field);
  const errors = contract.errors.filter(
    ({ code }) =>
      fact.aspect === "value" && contract.codeFields.includes(path) && code === fact.value,
  );
  return found && { ...found, lines: [...(same.length > 0 ? same : fields), ...errors] };
}

/** A field that only an example still has, as a mark of the operation says. */
function namedByMark(path: string, { operation }: Contract): Tie | undefined {
  const name = path.slice(path.lastIndexOf(".") + 1);
  return operation.marks.some((mark) => mentions(mark, name))
    ? { at: operation.at, verdict: "open", lines: [] }
    : undefined;
}

/** What is inside a field that the spec leaves open is carried by that field. */
function inside(path: string, side: string, contract: Contract): Tie | undefined {
  for (let parent = path; parent.includes("."); ) {
    parent = parent.slice(0, parent.lastIndexOf("."));
    const [field] = fieldsNamed(contract, side, parent);
    if (field)
      return "properties" in field.schema || "oneOf" in field.schema
        ? undefined
        : tied(field, "open");
  }
  return undefined;
}

/** A word of a list is carried by the line that speaks of it. */
function mentioned({ aspect }: BareFact, { text }: Spec): Tie | undefined {
  const word = aspect.slice(aspect.indexOf(".") + 1);
  const lines = text.split("\n");
  const index = lines.findIndex((line) => mentions(line, word));
  return index < 0 ? undefined : { at: [index + 1], verdict: "open", lines: [] };
}

export const mentions = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\w])${word.replace(/[^\w]/g, "\\$&")}(?![\\w])`).test(text);

/** The word of an answer's field that a fact is about, where the outcome is decided by that field. */
export function decidingWord(
  { subject, aspect, value }: BareFact,
  contract: Contract,
): { readonly path: string; readonly word: string } | undefined {
  const [, name] = /^(?:response\.|example\.response[^/]*\/)(.+)$/.exec(subject) ?? [];
  const word = aspect.startsWith("enum.") ? aspect.slice("enum.".length) : value;
  if (name === undefined || (word === value && aspect !== "value")) return undefined;
  const paths = fieldsNamed(contract, "response", dotted(`/${name}`)).map(({ path }) => path);
  const path = paths.find((one) => contract.decisive.has(one));
  return path === undefined ? undefined : { path, word };
}
