import { jsonNumber, readJson } from "@refunds/core/provider";
import fc from "fast-check";
import { expect, test } from "vitest";
import { expectWorkBelow } from "./support/work.ts";

/** The tree with every number as its text. */
function numbersAsText(value: unknown): unknown {
  if (typeof value === "number") return JSON.stringify(value);
  if (Array.isArray(value)) return value.map(numbersAsText);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, numbersAsText(member)]),
  );
}
const tricky = fc.constantFrom(
  '"',
  '\\"',
  "\\",
  "\\\\",
  "1",
  "-1.5e3",
  '":1',
  "\u2028",
  "\n",
  "__proto__",
  "[1]",
  "{",
);
const json = fc.jsonValue({
  stringUnit: fc.oneof(tricky, fc.string({ maxLength: 2, unit: "binary" })) as fc.Arbitrary<string>,
});
const plain = fc.oneof(json, fc.dictionary(tricky, fc.integer()), fc.jsonValue());

test("exact differs from value in its numbers only", () => {
  fc.assert(
    fc.property(plain, fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const read = readJson(text);
      expect(read.value).toStrictEqual(JSON.parse(text));
      expect(read.exact).toStrictEqual(numbersAsText(JSON.parse(text)));
    }),
    { numRuns: 1000 },
  );
});

const exact: [string, unknown][] = [
  ["15.00", "15.00"],
  ["-0", "-0"],
  ["1E+2", "1E+2"],
  ["0.10e-7", "0.10e-7"],
  ["12345678901234567890", "12345678901234567890"],
  ["[1,2.50,[3]]", ["1", "2.50", ["3"]]],
  ['{"a":1,"1":"1"}', { a: "1", 1: "1" }],
  ['"1\\"2"', '1"2'],
  ['["\\\\",1]', ["\\", "1"]],
  ['"\\u0031"', "1"],
  ["true", true],
  ["null", null],
];
test.each(exact)("%s is kept to the digit", (text, want) => {
  expect(readJson(text).exact).toStrictEqual(want);
});

test("__proto__ is a field like any other", () => {
  const read = readJson('{"__proto__":{"state":1}}');
  for (const tree of [read.value, read.exact]) {
    expect(Object.keys(tree as object)).toEqual(["__proto__"]);
    expect((tree as { state?: unknown }).state).toBeUndefined();
  }
});

test("a megabyte of digits or quotes is read in no time", () => {
  for (const text of [
    "1".repeat(2 ** 20),
    `"${'\\"'.repeat(2 ** 19)}"`,
    `"${"\\\\".repeat(2 ** 19)}`,
    "[".repeat(2 ** 19),
    `"${'\\"'.repeat(2 ** 19)}`,
    `[${'"",'.repeat(2 ** 18)}""]`,
    `{${Array.from({ length: 2 ** 16 }, (_, at) => `"${at}":${at}`)}}`,
  ]) {
    expectWorkBelow(500, () => readJson(text));
  }
});

test("writes a number digit by digit", () => {
  const amount = jsonNumber("90071992547409.910");
  expect(JSON.stringify({ amount, list: [amount] })).toBe(
    '{"amount":90071992547409.910,"list":[90071992547409.910]}',
  );
});
