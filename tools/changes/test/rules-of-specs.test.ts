/** Every rule of a spec, by one edit that it is about. What is expected is written by hand. */
import { expect, test } from "vitest";
import { type RuleName, rules } from "../src/rules.ts";
import { compareSpecs } from "../src/spec/compare-specs.ts";
import { editsOfAnswers } from "./support/edits/answers.ts";
import type { Edit } from "./support/edits/edit.ts";
import { editsOfMeanings } from "./support/edits/meanings.ts";
import { editsOfRequests } from "./support/edits/requests.ts";
import { change, signed } from "./support/unsigned.ts";

const cases = [...editsOfRequests, ...editsOfAnswers, ...editsOfMeanings];

const edited = (...edits: Edit[]) =>
  edits.reduce((text, [piece, by]) => change(text, piece, by), signed);

/** The same edit, made and taken back. */
const found = cases.map(([, edits]) => {
  const now = edited(...edits);
  const [there, back] = [
    [signed, now],
    [now, signed],
  ].map(([past = "", present = ""]) => compareSpecs("specs/fjordpay.yaml", past, present));
  return { there, back };
});

const sentencesOf = (findings: (typeof found)[0]["there"]) =>
  findings?.map(({ effect, text }) => `${effect}: ${text}`);

test.each(cases.map(([name], index) => [name, index] as const))("%s", (_, index) => {
  expect(sentencesOf(found[index]?.there)).toEqual(cases[index]?.[2]);
  expect(sentencesOf(found[index]?.back)).toEqual(cases[index]?.[3]);
});

test.each([
  ["words for people", [["Shown to the payer.", "The payer sees it."]]],
  [
    "where a fact is from",
    [["The payment's id., x-source: page", "The payment's id., x-source: signing"]],
  ],
  ["an assumption", [["assumed: An uncertain refund is never resent.", "assumed: Never."]]],
  ["the day the page was read", [["read: 2026-11-22", "read: 2026-12-24"]]],
  ["the simulator's own", [["sandbox-key", "another-key"]]],
  ["an example", [["summary: A partial refund.", "summary: A refund."]]],
  ["layout", [["partial: true\n        repeated: true", "repeated: true\n        partial: true"]]],
] as [string, Edit[]][])("%s changes nothing for callers", (_, edits) => {
  expect(compareSpecs("specs/fjordpay.yaml", signed, edited(...edits))).toEqual([]);
});

test("a value that goes to another place, too, is the same for callers", () => {
  const field = "reason: { type: string, minLength: 1, maxLength: 140";
  const both = edited([
    field,
    `again: { type: string, minLength: 1, maxLength: 140 }\n        ${field}`,
  ]);
  const twice = change(both, "reason: body#/reason", "reason: [body#/reason, body#/again]");
  expect(sentencesOf(compareSpecs("specs/fjordpay.yaml", both, twice))).toEqual([
    "patch: `reason` is sent in another place.",
  ]);
  expect(compareSpecs("specs/fjordpay.yaml", twice, twice)).toEqual([]);
});

test("a finding says where", () => {
  const now = edited(["maxLength: 140", "maxLength: 77"]);
  const line = now.split("\n").findIndex((each) => each.includes("maxLength: 77")) + 1;
  const [finding] = compareSpecs("specs/fjordpay.yaml", signed, now);
  expect(finding?.where).toBe(`specs/fjordpay.yaml:${line}`);
});

/** Not of specs. */
const others = /^(export_|listed_value_|program_|refusal_|vector_|type_unclear)/;

test("every rule of specs is met by an edit here", () => {
  const met = found
    .flatMap(({ there = [], back = [] }) => [...there, ...back])
    .map(({ rule }) => rule);
  const ofSpecs = Object.keys(rules).filter((rule) => !others.test(rule));
  expect(ofSpecs.filter((rule) => !met.includes(rule as RuleName))).toEqual([]);
});
