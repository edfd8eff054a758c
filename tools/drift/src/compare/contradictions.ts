/** What a page says twice and differently. */
import type { CommittedFact } from "../facts/file.ts";
import { dotted } from "../facts/pointers.ts";

export interface Contradiction {
  readonly subject: string;
  readonly message: string;
}

export function contradictions(facts: readonly CommittedFact[]): readonly Contradiction[] {
  // Of what is said twice the first counts.
  const values = new Map(
    facts.toReversed().map((fact) => [`${fact.subject} ${fact.aspect}`, fact.value]),
  );
  const value = (subject: string, aspect: string) => values.get(`${subject} ${aspect}`);
  const fields = [...new Set(facts.map(({ subject }) => subject))]
    .filter((subject) => /^(?:request|response)\./.test(subject))
    .map(fieldAt);
  const shown = facts
    .filter(({ subject, aspect }) => subject.startsWith("example.") && aspect === "type")
    .map((fact) => ({ ...exampleAt(fact.subject), json: fact.value }));
  return [
    ...typesAgainstSamples(fields, value),
    ...tablesAgainstExamples(fields, shown, value),
    ...neverShown(fields, shown, value),
  ];
}

/** A field of a table or of an example, by its path in the request or the response. */
interface Named {
  readonly subject: string;
  readonly side: string;
  readonly path: string;
}

interface Shown extends Named {
  readonly json: string;
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

function typesAgainstSamples(fields: readonly Named[], value: Value): Contradiction[] {
  return fields.flatMap(({ subject }) => {
    const [type = "", sample = ""] = [value(subject, "type"), value(subject, "sample")];
    const wrong =
      (type === "integer" && /text|decimal|boolean/.test(sample)) ||
      (type === "number" && /text|boolean/.test(sample)) ||
      (type === "boolean" && /text|decimal/.test(sample));
    return wrong ? [{ subject, message: `the type is ${type}, and the sample is ${sample}` }] : [];
  });
}

function tablesAgainstExamples(
  fields: readonly Named[],
  shown: readonly Shown[],
  value: Value,
): Contradiction[] {
  return shown.flatMap((example) => {
    const { subject, side, json } = example;
    const own = fields.filter((field) => isAbout(field, example));
    if (own.length === 0)
      return fields.some((field) => field.side === side) && !isEnvelope(example, fields, shown)
        ? [{ subject, message: "the example has it, and no table does" }]
        : [];
    const types = own
      .map((field) => value(field.subject, "type"))
      .filter((type) => type !== undefined);
    const fits =
      types.length === 0 || types.some((type) => (written[type] ?? [json]).includes(json));
    return fits || json === "null"
      ? []
      : [{ subject, message: `${types.join(" or ")} in the table, ${json} in the example` }];
  });
}

function neverShown(
  fields: readonly Named[],
  shown: readonly Shown[],
  value: Value,
): Contradiction[] {
  return fields.flatMap((field) => {
    const { subject, side } = field;
    const examples = shown.filter((example) => example.side === side);
    if (examples.length === 0 || value(subject, "required") !== "yes") return [];
    if (side === "request" && value(subject, "place") !== "body") return [];
    return examples.some((example) => isAbout(field, example))
      ? []
      : [{ subject, message: "required in the table, and in no example" }];
  });
}

const sideOf = (subject: string) => /\b(request|response)\b/.exec(subject)?.[1] ?? "";

/** `request.refund.id` */
export const fieldAt = (subject: string): Named => ({
  subject,
  side: sideOf(subject),
  path: subject.slice(subject.indexOf(".") + 1),
});

/** `example.request/refund/id` */
export const exampleAt = (subject: string): Named => ({
  subject,
  side: sideOf(subject),
  path: dotted(subject.slice(subject.indexOf("/"))),
});

/** Whether an example's field is the one that a table lists: the same path, or one that ends in the other. */
export const isAbout = (field: Named, example: Named): boolean =>
  field.side === example.side &&
  (field.path === example.path ||
    example.path.endsWith(`.${field.path}`) ||
    field.path.endsWith(`.${example.path}`));

/** An object around listed fields, such as `result`: tables rarely name it. */
const isEnvelope = (outer: Named, fields: readonly Named[], shown: readonly Named[]) =>
  shown.some(
    (inner) =>
      inner.subject.startsWith(`${outer.subject}/`) &&
      fields.some((field) => isAbout(field, inner)),
  );
