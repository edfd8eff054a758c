import { expect, test } from "vitest";
import { generate } from "../../src/index.ts";
import { change, northpay, problemsOf } from "../fixtures.ts";
import { type Mistake, testMistakes } from "./mistakes.ts";

test("the fixture has no problem", async () => {
  expect(await problemsOf(northpay)).toEqual([]);
});

const mistakes: readonly Mistake[] = [
  [
    "an unknown x- key",
    "x-money: { unit",
    "x-mony: { unit",
    '"x-mony" is not a word of the vocabulary here; did you mean "x-money"?',
  ],
  [
    "an unknown word",
    "repeated: true",
    "repeatd: true",
    '"repeatd" is not a word of the vocabulary here; did you mean "repeated"?',
  ],
  [
    "an unknown key of the document",
    "x-assumptions:",
    "x-asumptions:",
    'did you mean "x-assumptions"?',
  ],
  ["a wrong value", "unit: major", "unit: majr", '"majr" is not known here; did you mean "major"?'],
  [
    "a source that is not listed",
    "x-environment: live\n    x-source: page",
    "x-environment: live\n    x-source: pge",
    '"pge" is not among x-sources; did you mean "page"?',
  ],
  [
    "an unresolved reference",
    'schemas/Refusal" }',
    'schemas/Refusl" }',
    '"#/components/schemas/Refusl" leads nowhere; did you mean "Refusal"?',
  ],
  [
    "a reference to another file",
    '"#/components/schemas/Refusal"',
    '"other.yaml#/Refusal"',
    "points outside this file",
  ],
  [
    "an unsupported keyword",
    "maxLength: 100",
    "multipleOf: 5",
    'the schema keyword "multipleOf" is not supported',
  ],
  ["allOf", "type: string, maxLength: 100", "allOf: []", "write the fields of its parts out"],
  [
    "a closed object",
    "required: [error]",
    "additionalProperties: false",
    "unknown fields are always allowed",
  ],
  ["a pattern that is none", "maxLength: 100", 'pattern: "("', '"(" is not a regular expression'],
  [
    "a second live server",
    "x-environment: test",
    "x-environment: live",
    "there is a second live server; keep one",
  ],
  ["a server in the clear", "https://api.test", "http://api.test", "is not https"],
  [
    "a server with variables",
    "https://api.test",
    "https://{region}.test",
    "{region} is not among variables",
  ],
  [
    "plain OpenAPI",
    "summary: Refund a payment, in full or in part, any number of times.",
    "sumary: x",
    "Property `sumary` is not expected here",
  ],
  ["broken YAML", "x-sources:", "x-sources: [", "this is not valid YAML"],
];

testMistakes(mistakes, ["a second live server", "broken YAML"]);

test("all problems of all specs come at once, in order, and nothing is generated", async () => {
  const one = change(
    change(northpay, "repeated: true", "repeatd: true"),
    "always: provider_error",
    "always: provider_eror",
  );
  const two = change(northpay, "refundId: /id", "refundId: /idd");
  const specs = new Map([
    ["specs/b.yaml", two],
    ["specs/a.yaml", one],
  ]);
  await expect(generate({ specs, existing: new Map() })).rejects.toThrow(
    /^specs\/a\.yaml:\d+:\d+ {2}[\s\S]*repeated[\s\S]*specs\/a\.yaml:\d+:\d+ {2}[\s\S]*provider_error[\s\S]*specs\/b\.yaml:\d+:\d+ {2}[\s\S]*nothing was written\.$/,
  );
});

test("a file's name must be able to name a provider", async () => {
  expect(await problemsOf(northpay, "specs/North-pay.yaml")).toEqual([
    expect.stringContaining("cannot name a provider"),
  ]);
});

test.each(["cli", "core", "journal", "mcp", "otel", "refunds", "sandbox", "providers", "class"])(
  "%s names something else, so no provider",
  async (name) => {
    expect(await problemsOf(northpay, `specs/${name}.yaml`)).toEqual([
      expect.stringContaining("is the name of something else here"),
    ]);
  },
);
