import fc from "fast-check";
import { expect, test } from "vitest";
import { Digits, readStrictly } from "../../src/answers/strict-json.ts";

const plainly = (value: unknown): unknown => {
  if (value instanceof Digits) return Number(value.text);
  if (Array.isArray(value)) return value.map(plainly);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plainly(member)]));
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

test("reads what JSON.parse reads, except repeated names", () => {
  const piece = fc.constantFrom(...'{}[]:,"\\u0a1-.eE+ \n', '"a"', '"b":1', "\\u0061", "\ufeff");
  const text = fc.oneof(
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.tuple(fc.jsonValue(), fc.nat(50), piece).map(([value, at, put]) => {
      const whole = JSON.stringify(value);
      return whole.slice(0, at) + put + whole.slice(at);
    }),
    fc.array(piece).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(text, (each) => {
      const value = plainly(readStrictly(each));
      // Parsing loses a repeated name.
      const names = each.match(/"\s*:/g)?.length ?? 0;
      const kept = JSON.stringify(parsed(each) ?? null).match(/":/g)?.length ?? 0;
      if (value !== undefined || names === kept) expect(value).toStrictEqual(parsed(each));
    }),
    { numRuns: 3000 },
  );
});
