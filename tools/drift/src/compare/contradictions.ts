/** What a page says twice and differently. */
import type { CommittedFact } from "../facts/file.ts";
import { dotted } from "../facts/pointers.ts";

export interface Contradiction {
  readonly subject: string;
  readonly message: string;
}

export function contradictions(facts: readonly CommittedFact[]): readonly Contradiction[] {
  const value = (subject: string, aspect: string) =>
    facts.find((fact) => fact.subject === subject && fact.aspect === aspect)?.value;
  const fields = [...new Set(facts.map(({ subject }) => subject))].filter((subject) =>
    /^(?:request|response)\./.test(subject),
  );
  const shown = facts.filter(
    ({ subject, aspect }) => subject.startsWith("example.") && aspect === "type",
  );
  return [
    ...typesAgainstSamples(fields, value),
    ...tablesAgainstExamples(fields, shown, value),
    ...neverShown(fields, shown, value),
  ];
}

type Value = (subject: string, aspect: string) => string | undefined;

/** JSON types that a type word of a table is written as. */
const written: Record<string, readonly string[]> = {
  string: ["string"],
  integer: ["number"],
  number: ["number"],
  boolean: ["boolean"],
  object: ["object"],
  array: ["array"],
  date: ["string"],
  time: ["string"],
};

function typesAgainstSamples(fields: readonly string[], value: Value): Contradiction[] {
  return fields.flatMap((subject) => {
    const [type = "", sample = ""] = [value(subject, "type"), value(subject, "sample")];
    const wrong =
      (type === "integer" && /text|decimal|boolean/.test(sample)) ||
      (type === "number" && /text|boolean/.test(sample)) ||
      (type === "boolean" && /text|decimal/.test(sample));
    return wrong ? [{ subject, message: `the type is ${type}, and the sample is ${sample}` }] : [];
  });
}

function tablesAgainstExamples(
  fields: readonly string[],
  shown: readonly CommittedFact[],
  value: Value,
): Contradiction[] {
  return shown.flatMap(({ subject, value: json }) => {
    const own = fields.filter((field) => isAbout(field, subject));
    if (own.length === 0)
      return fields.some((field) => field.startsWith(`${sideOf(subject)}.`)) &&
        !isEnvelope(subject, fields, shown)
        ? [{ subject, message: "the example has it, and no table does" }]
        : [];
    const types = own.map((field) => value(field, "type")).filter((type) => type !== undefined);
    const fits =
      types.length === 0 || types.some((type) => (written[type] ?? [json]).includes(json));
    return fits || json === "null"
      ? []
      : [{ subject, message: `${types.join(" or ")} in the table, ${json} in the example` }];
  });
}

function neverShown(
  fields: readonly string[],
  shown: readonly CommittedFact[],
  value: Value,
): Contradiction[] {
  return fields.flatMap((field) => {
    const side = sideOf(field);
    const examples = shown.filter(({ subject }) => sideOf(subject) === side);
    if (examples.length === 0 || value(field, "required") !== "yes") return [];
    if (side === "request" && value(field, "place") !== "body") return [];
    return examples.some(({ subject }) => isAbout(field, subject))
      ? []
      : [{ subject: field, message: "required in the table, and in no example" }];
  });
}

const sideOf = (subject: string) => /\b(request|response)\b/.exec(subject)?.[1] ?? "";

/** Whether an example's field is the one that a table lists: the same path, or one that ends in the other. */
export function isAbout(field: string, example: string): boolean {
  if (sideOf(field) !== sideOf(example)) return false;
  const name = field.slice(field.indexOf(".") + 1);
  const path = dotted(example.slice(example.indexOf("/")));
  return name === path || path.endsWith(`.${name}`) || name.endsWith(`.${path}`);
}

/** An object around listed fields, such as `result`: tables rarely name it. */
const isEnvelope = (subject: string, fields: readonly string[], shown: readonly CommittedFact[]) =>
  shown.some(
    (inner) =>
      inner.subject.startsWith(`${subject}/`) &&
      fields.some((field) => isAbout(field, inner.subject)),
  );
