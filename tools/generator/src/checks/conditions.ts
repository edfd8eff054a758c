/** A condition of an answer can hold, and holds of nothing else. */
import { type At, nearest, suggest } from "@refunds/spec-reader";
import type { RawRule } from "../openapi/document.ts";
import { isPresence } from "../presence.ts";
import type { SpecFile } from "../read.ts";
import type { Find } from "./answers.ts";

type When = RawRule["when"];

/** The pointers of a condition, and the values expected there. @param means what it says where it holds */
export function checkCondition(
  spec: SpecFile,
  when: When,
  means: string,
  at: At,
  find: Find,
): void {
  for (const [pointer, expected] of Object.entries(when)) {
    const whenAt = [...at, pointer];
    // What a total says is in checks/evidence.ts.
    if (pointer === "refunded") continue;
    if (pointer === "http") {
      checkStatuses(spec, expected, whenAt);
      continue;
    }
    const fields = find(pointer, whenAt, "any item");
    if (isPresence(expected)) continue;
    checkLiteral(spec, expected, whenAt, fields);
    const documented = fields.map(({ value }) =>
      value.const === undefined ? value.enum : [value.const],
    );
    if (fields.length === 0 || documented.includes(undefined)) continue;
    const values = documented.flatMap((list) => [...(list ?? [])]).map(String);
    const closed = fields.every(({ value }) => value.const !== undefined);
    for (const value of [expected].flat().map(String)) {
      // Enums are open, so a rule may know more words than the page lists; a slip of the pen is another matter.
      if (!values.includes(value) && (closed || nearest(value, values))) {
        spec.report(
          whenAt,
          `${pointer} is never "${value}" in the documented answers`,
          suggest(value, values),
        );
      }
    }
  }
  checkAbsence(spec, when, means, at);
}

/** A condition compares text. A value of the request there would silently be a word of its own. */
function checkLiteral(
  spec: SpecFile,
  expected: Exclude<When[string], { readonly present: boolean }>,
  at: At,
  fields: ReturnType<Find>,
): void {
  const values = [expected].flat().map(String);
  for (const word of values.filter((value) => /^(key|refund\.id|payment\.\w+)$/.test(value))) {
    if (fields.some(({ value }) => value.const === word || value.enum?.includes(word))) continue;
    spec.report(
      at,
      `"${word}" is compared as this text, not as the refund's own ${word}`,
      "compare with the refund in x-query.find.where or in echo, or add the word to the field's enum",
    );
  }
}

function checkStatuses(spec: SpecFile, expected: When[string], at: At): void {
  if (isPresence(expected)) {
    spec.report(at, "every answer has an HTTP status", "list the statuses, such as [200, 201]");
    return;
  }
  for (const status of [expected].flat().map(String)) {
    if (/^[1-5](\d\d|XX)$/.test(status)) continue;
    spec.report(
      at,
      `"${status}" is not an HTTP status, so the condition would never hold`,
      "list the statuses, such as [400, 404, 422], or write a class: 4XX",
    );
  }
}

/** What an answer lacks is also lacking in an answer about something else. */
function checkAbsence(spec: SpecFile, when: When, means: string, at: At): void {
  const members = Object.entries(when).filter(([pointer]) => pointer !== "http");
  const absent = members.filter(([, expected]) => isPresence(expected) && !expected.present);
  if (absent.length === 0 || absent.length < members.length) return;
  if (means === "unknown" || means === "by_code") return;
  spec.report(
    [...at, absent[0]?.[0] ?? ""],
    `an answer of something else has no ${absent[0]?.[0]} either, so this alone does not say ${means}`,
    "name a field that is there, too, with its value or { present: true }",
    "key",
  );
}
