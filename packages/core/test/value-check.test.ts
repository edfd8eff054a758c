import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { check, isOfType, type Schema } from "../src/request/value-check.ts";

const scalars = ["", "a", "ab", "🙂", "1", 0, 1, -1, 1.5, 2, true, false] as const;
const values = fc.oneof(
  fc.constantFrom<unknown>(...scalars, null, [], ["a"], {}, { a: 1 }),
  fc.string({ maxLength: 4, unit: "binary" }),
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const type = fc.constantFrom("string", "number", "integer", "boolean", "object", "array", "null");
const keywords: Record<string, fc.Arbitrary<unknown>> = {
  type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
  enum: fc.uniqueArray(fc.constantFrom(...scalars), { minLength: 1, maxLength: 4 }),
  minLength: fc.nat(3),
  maxLength: fc.nat(3),
  pattern: fc.constantFrom("^a", "b$", "^.$", "^[0-9]+$"),
  minimum: fc.integer({ min: -2, max: 2 }),
  maximum: fc.integer({ min: -2, max: 2 }),
};
/** A schema of a few keywords: with more, hardly a value is accepted. */
const schemas = fc
  .subarray(Object.entries(keywords), { maxLength: 3 })
  .chain((kept) => fc.record(Object.fromEntries(kept))) as fc.Arbitrary<Schema>;

test("agrees with ajv on every schema of the subset", () => {
  const ajv = new Ajv({ strict: false, addUsedSchema: false });
  let accepted = 0;
  let refused = 0;
  fc.assert(
    fc.property(schemas, values, (schema, value) => {
      const right = ajv.validate(schema, value);
      const problem = check(schema, value);
      if (right) accepted += 1;
      else refused += 1;
      expect(problem === undefined).toBe(right);
      if (problem) expect(problem).toMatch(/^must ./);
    }),
    { numRuns: 3000 },
  );
  // Neither side of the comparison may be rare.
  expect(Math.min(accepted, refused)).toBeGreaterThan(300);
});

const wants: { schema: Schema; value: unknown; message: string | undefined }[] = [
  { schema: { type: "string" }, value: 7, message: "must be string" },
  { schema: { type: ["string", "integer"] }, value: 1.5, message: "must be string or integer" },
  { schema: { type: "number" }, value: Number.NaN, message: "must be number" },
  { schema: { type: "integer" }, value: 2 ** 53, message: undefined },
  { schema: { type: "string" }, value: Object("text"), message: "must be string" },
  { schema: { type: "string" }, value: Symbol("x"), message: "must be string" },
  { schema: { type: "integer" }, value: 10n, message: "must be integer" },
  { schema: { enum: ["a", "b"] }, value: "c", message: "must be a or b" },
  { schema: { enum: ["1"] }, value: 1, message: "must be 1" },
  { schema: { minLength: 1 }, value: "", message: "must not be empty" },
  { schema: { minLength: 2 }, value: "🙂", message: "must have at least 2 characters" },
  { schema: { maxLength: 1 }, value: "🙂", message: undefined },
  { schema: { maxLength: 1 }, value: "ab", message: "must have at most 1 characters" },
  { schema: { pattern: "^[a-z]+$" }, value: "a\n", message: "must match ^[a-z]+$" },
  { schema: { pattern: "^.$" }, value: "🙂", message: undefined },
];
test.each(wants)("$schema and $value: $message", ({ schema, value, message }) => {
  expect(check(schema, value)).toBe(message);
});

test("a null is a null, and a list no object", () => {
  expect(isOfType(["null"], null)).toBe(true);
  expect(isOfType(["object"], null)).toBe(false);
  expect(isOfType(["object"], [])).toBe(false);
  expect(isOfType(["array"], [])).toBe(true);
  expect(isOfType(["object", "string"], undefined)).toBe(false);
});
