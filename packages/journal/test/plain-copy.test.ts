import { expect, test } from "vitest";
import { plainCopy } from "../src/records/plain-copy.ts";

const copyOf = (value: unknown) => plainCopy(value, "field");

test.each([
  '{"a":1,"b":["x",null,true,{"c":-1.5}]}',
  // Assigned, it would set the prototype and be lost.
  '{"__proto__":{"a":1},"b":2}',
  '[[],{},""]',
])("%s is the same afterwards, and frozen", (text) => {
  const copy = copyOf(JSON.parse(text));
  expect(JSON.stringify(copy)).toBe(text);
  expect(Object.isFrozen(copy)).toBe(true);
});

test("leaves out fields that are undefined, as JSON does", () => {
  expect(Object.keys(copyOf({ a: undefined, b: 1 }) as object)).toEqual(["b"]);
});

test.each([
  ["undefined in a list, which JSON makes null", [undefined]],
  ["a hole in a list", new Array(1)],
  ["a number that is not finite", Number.NaN],
  ["a bigint", 1n],
  ["a function, such as toJSON", { toJSON: () => 1 }],
  ["a symbol", Symbol("a")],
  ["an instance of a class", new Date(0)],
])("refuses %s", (_, value) => {
  expect(() => copyOf({ inner: { value } })).toThrow(/^its field \w+ has a value that JSON cannot/);
});
