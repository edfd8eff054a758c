import { expect, test } from "vitest";
import { change, lineOf, northpay, problemsOf } from "./fixtures.ts";

/** A provider whose yes has a code of its own, where errors have theirs. */
const coded = change(
  change(
    northpay,
    "when: { /state: QUEUED }",
    "when: { /state: QUEUED, /error/kind: [already_done, later] }",
  ),
  "        money:\n          type: object\n          properties:\n            amount: { type: string, x-money",
  "        error: { type: object, properties: { kind: { type: string, x-source: page } } }\n        money:\n          type: object\n          properties:\n            amount: { type: string, x-money",
);
const [entry] = /^ *- \{ code: already_done.*$/m.exec(northpay) ?? [""];

test("a code that an outcome takes for a success is not an error", async () => {
  expect(await problemsOf(coded)).toEqual([
    `${lineOf(coded, entry)} code "already_done" is pending for x-refund.outcomes, and no error; keep it in one of the two`,
  ]);
});

test("unless the error is recognised by its message", async () => {
  const told = change(coded, entry, entry.replace("text:", "matchMessage: true, text:"));
  expect(await problemsOf(told)).toEqual([]);
});
