import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { check, type JsonSchema } from "../src/openapi/json-schema.ts";

const names = fc.constantFrom("a", "b", "c", "__proto__", "constructor");
const scalars = fc.constantFrom<string | number | boolean>(
  "",
  "a",
  "ab",
  "🙂",
  "1",
  0,
  1,
  -1,
  1.5,
  2,
  true,
  false,
);
const values = fc.letrec((self) => ({
  value: fc.oneof(
    { depthSize: "small" },
    scalars,
    fc.constant(null),
    fc.string({ maxLength: 4 }),
    fc.integer({ min: -3, max: 3 }),
    fc.array(self("value"), { maxLength: 3 }),
    fc.dictionary(names, self("value"), { maxKeys: 4 }),
  ),
})).value;
const type = fc.constantFrom("string", "number", "integer", "boolean", "object", "array", "null");
/** A schema of a few keywords: with more, hardly a value is accepted. */
const few = (keywords: Record<string, fc.Arbitrary<unknown>>) =>
  fc.subarray(Object.entries(keywords), { maxLength: 3 }).chain((kept) => {
    return fc.record(Object.fromEntries(kept));
  });
const scalarKeywords: Record<string, fc.Arbitrary<unknown>> = {
  type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
  const: scalars,
  not: fc.record({ const: scalars }),
  enum: fc.uniqueArray(scalars, { minLength: 1, maxLength: 4 }),
  minLength: fc.nat(3),
  maxLength: fc.nat(3),
  pattern: fc.constantFrom("^a", "b$", "^.$", "^[0-9]+$"),
  minimum: fc.integer({ min: -2, max: 2 }),
  maximum: fc.integer({ min: -2, max: 2 }),
  required: fc.uniqueArray(fc.constantFrom("a", "b", "constructor"), { maxLength: 2 }),
};
const nest = (inner: fc.Arbitrary<unknown>) =>
  few({
    ...scalarKeywords,
    properties: fc.dictionary(fc.constantFrom("a", "b", "c"), inner, { maxKeys: 3 }),
    items: inner,
    anyOf: fc.array(inner, { minLength: 1, maxLength: 3 }),
  });
const schemas = nest(nest(few(scalarKeywords))) as fc.Arbitrary<JsonSchema>;

test("agrees with ajv on every schema of the subset", () => {
  const ajv = new Ajv({
    strict: false,
    ownProperties: true,
    allErrors: false,
    addUsedSchema: false,
  });
  let accepted = 0;
  let refused = 0;
  fc.assert(
    fc.property(schemas, values, (schema, value) => {
      const right = ajv.validate(schema, value);
      const problem = check(schema, value, "");
      if (right) accepted += 1;
      else refused += 1;
      expect(problem === undefined).toBe(right);
      if (problem)
        expect(problem).toEqual({ field: expect.any(String), message: expect.stringMatching(/./) });
    }),
    { numRuns: 1500 },
  );
  // Neither side of the comparison may be rare.
  expect(Math.min(accepted, refused)).toBeGreaterThan(150);
});

const wants: { name: string; schema: JsonSchema; value: unknown; want: object | undefined }[] = [
  {
    name: "keywords next to anyOf count",
    schema: { required: ["b"], anyOf: [{ required: ["a"] }] },
    value: { a: 1 },
    want: { field: "/b" },
  },
  {
    name: "the deepest problem is reported",
    schema: {
      anyOf: [
        { properties: { a: { const: 1 } } },
        { properties: { b: { properties: { c: { const: 1 } } } } },
      ],
    },
    value: { a: 2, b: { c: 2 } },
    want: { field: "/b/c", message: "must be 1" },
  },
  {
    name: "an inherited field is missing",
    schema: { required: ["toString"] },
    value: {},
    want: { field: "/toString", message: "is missing" },
  },
  {
    name: "a character outside the basic plane counts once",
    schema: { maxLength: 1 },
    value: "🙂",
    want: undefined,
  },
  {
    name: "NaN is not a number",
    schema: { type: "number" },
    value: Number.NaN,
    want: { message: "must be number" },
  },
  {
    name: "an excluded value is refused",
    schema: { properties: { code: { not: { const: "0000" } } } },
    value: { code: "0000" },
    want: { field: "/code", message: "must not be 0000" },
  },
  {
    name: "what only looks like an excluded value is not refused",
    schema: { not: { const: "0" } },
    value: 0,
    want: undefined,
  },
  {
    name: "unknown fields are welcome",
    schema: { type: "object", properties: { a: {} } },
    value: { b: 1 },
    want: undefined,
  },
];
test.each(wants)("$name", ({ schema, value, want }) => {
  const problem = check(schema, value, "");
  if (want) expect(problem).toMatchObject(want);
  else expect(problem).toBeUndefined();
});
