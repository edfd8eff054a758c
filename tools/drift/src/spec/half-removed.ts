/** Fields that the page's tables do not have any more, and its examples still do: a maintainer says which is right. */
import { isAbout } from "../compare/judge.ts";
import type { Spec } from "./contract.ts";
import { placeFor } from "./places.ts";
import type { Gap } from "./self-check.ts";
import { type BareFact, fieldsNamed, mentions } from "./ties.ts";

export function halfRemoved(
  facts: readonly BareFact[],
  before: { readonly facts: readonly BareFact[] },
  spec: Spec,
): { readonly field: string; readonly gap: Gap }[] {
  const { contract } = spec;
  const now = new Set(facts.map(({ subject }) => subject));
  const shown = [...now].filter(
    (subject) => subject.startsWith("example.") && ![...now].some((one) => isAbout(one, subject)),
  );
  const gone = [...new Set(before.facts.map(({ subject }) => subject))].filter(
    (field) => !now.has(field) && shown.some((subject) => isAbout(field, subject)),
  );
  return gone.flatMap((field) => {
    const [, side = "", path = ""] = /^(\w+)\.(.+)$/.exec(field) ?? [];
    const name = path.slice(path.lastIndexOf(".") + 1);
    const own = fieldsNamed(contract, side, path);
    const marks = [...own.flatMap((line) => line.marks), ...contract.operation.marks];
    if (marks.some((mark) => mentions(mark, name))) return [];
    const advice = own[0]
      ? "Remove the field, and name it in an x-contradiction of the operation; or keep it with one of its own"
      : "Name it in an x-contradiction of the operation, or keep the field with one of its own";
    const message = `${field}: its example still has it; the table does not. ${advice}: "The example has ${name}; the table does not."`;
    return [
      { field, gap: { line: spec.lineOf(own[0]?.at ?? placeFor(field, facts, spec)), message } },
    ];
  });
}
