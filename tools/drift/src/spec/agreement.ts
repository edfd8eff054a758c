/** Whether a field of the spec says what the page says of it. */
import type { Contract, Field } from "./contract.ts";
import { isRecord, list, listOfText, text } from "./data.ts";
import type { BareFact } from "./ties.ts";

export type Verdict = "agrees" | "open" | "differs";

const says = (same: boolean): Verdict => (same ? "agrees" : "differs");

export function agreement(fact: BareFact, field: Field, contract: Contract): Verdict {
  const { aspect, value } = fact;
  const [kind = "", word = ""] = /^(\w+)\.?(.*)$/.exec(aspect)?.slice(1) ?? [];
  // Clients hold an answer only to what the outcome relies on, and no request is measured by an answer's limits.
  const relied = field.side === "request";
  switch (kind) {
    case "place":
      return says(field.place === value);
    case "type":
      return says(value.split(/\||\s\/\s/).some((type) => accepts(field, type)));
    case "required":
      return relied ? says(field.required === (value === "yes")) : "open";
    case "requiredWhen":
      return relied ? says(isAlternative(field, contract)) : "open";
    case "minLength":
    case "maxLength":
    case "minimum":
    case "maximum":
      return relied ? says(limit(field, kind, value)) : "open";
    case "unit":
      return says(isRecord(field.schema["x-money"]) && field.schema["x-money"].unit === value);
    case "enum":
      return says(wordsOf(field, contract).has(word));
    case "member":
      return memberOf(field, word, contract);
    case "deprecated":
      return says(field.schema.deprecated === true);
    case "listed":
      return "agrees";
    default:
      return "open";
  }
}

/** Wire types that can hold what documentation calls by a type word. */
const holders: Record<string, readonly string[]> = {
  string: ["string"],
  uuid: ["string"],
  enum: ["string", "integer"],
  file: ["string"],
  date: ["string"],
  time: ["string"],
  datetime: ["string", "integer"],
  integer: ["integer", "number"],
  number: ["number", "integer"],
  boolean: ["boolean"],
  object: ["object"],
  array: ["array"],
  null: ["null"],
};

const typesOf = (field: Field): readonly string[] => {
  const own = listOfText(field.schema.type);
  return [
    ...own,
    ...["oneOf", "anyOf"].flatMap((key) =>
      list(field.schema[key]).flatMap((one) => (one.$ref ? ["object"] : listOfText(one.type))),
    ),
  ];
};

function accepts(field: Field, word: string): boolean {
  const family = word.startsWith("array of") ? "array" : word;
  const types = typesOf(field);
  return types.length === 0 || (holders[family] ?? [family]).some((type) => types.includes(type));
}

/** A pattern such as `^[A-Z]{3}$` limits a length too. */
function limit({ schema }: Field, kind: string, value: string): boolean {
  return (
    String(schema[kind]) === value ||
    (/Length$/.test(kind) && text(schema.pattern).includes(`{${value}}`))
  );
}

/** Of several fields the caller gives exactly one. */
function isAlternative(field: Field, { operation }: Contract): boolean {
  const refund = operation.holder["x-refund"];
  if (!isRecord(refund) || !isRecord(refund.send)) return false;
  const sent = Object.entries(refund.send).find(([, places]) =>
    [places].flat().some((place) => String(place).endsWith(`/${field.path.split(".").at(-1)}`)),
  )?.[0];
  return JSON.stringify(refund.exactlyOne ?? []).includes(JSON.stringify(sent));
}

/** The words of a field that clients know. */
export function wordsOf(field: Field, contract: Contract): ReadonlySet<string> {
  const { schema } = field;
  const decisive = field.side === "response" ? (contract.decisive.get(field.path) ?? []) : [];
  return new Set([
    ...listOfText(schema.enum),
    ...("const" in schema ? [String(schema.const)] : []),
    ...decisive,
  ]);
}

function memberOf(field: Field, name: string, contract: Contract): Verdict {
  const own = contract.fields.some(
    ({ side, path }) => side === field.side && path === `${field.path}.${name}`,
  );
  if (own) return "agrees";
  const closed =
    "properties" in field.schema ||
    contract.fields.some(({ path }) => path.startsWith(`${field.path}.`));
  return closed ? "differs" : "open";
}

/** Whether a field is the documented one for the JSON type an example shows. */
export function exampleType(value: string, field: Field): Verdict {
  const types = typesOf(field);
  const shown = value === "number" ? ["number", "integer"] : [value];
  return says(types.length === 0 || shown.some((type) => types.includes(type)));
}

/** Whether clients know the word that an example has. */
export function exampleValue(value: string, field: Field, contract: Contract): Verdict {
  const words = wordsOf(field, contract);
  const codes = contract.codeFields.includes(field.path)
    ? contract.errors.map(({ code }) => code)
    : [];
  const nullable = typesOf(field).includes("null");
  return says(
    value
      .split(" / ")
      .every((one) => words.has(one) || codes.includes(one) || (nullable && one === "null")),
  );
}
