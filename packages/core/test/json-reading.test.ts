import { readJson } from "@refunds/core/provider";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectWorkBelow } from "./support/work.ts";

/** Holds both trees against what `JSON.parse` makes of the text, and the problem against its refusal. */
function holdAgainstParse(text: string) {
  const read = readJson(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    expect(read, text).toEqual({ problem: "is not JSON" });
    return;
  }
  expect(read.value, text).toStrictEqual(value);
  expect(numbersOf(read.exact, value), text).toStrictEqual(value);
}

/** The exact tree with a number for the text of every number. */
function numbersOf(exact: unknown, value: unknown): unknown {
  if (typeof value === "number") {
    expect(exact).toBeTypeOf("string");
    return Number(exact);
  }
  if (typeof exact !== "object" || exact === null) return exact;
  const valueAt = (name: string) => (value as Record<string, unknown>)[name];
  if (Array.isArray(exact)) return exact.map((item, at) => numbersOf(item, valueAt(`${at}`)));
  return Object.fromEntries(
    Object.entries(exact).map(([name, member]) => [name, numbersOf(member, valueAt(name))]),
  );
}

const valid = [
  ..."0 -0 0.0 -0.0 1e5 1E+5 1e-400 1e400 -1e400 0e0 123456789012345678901234567890 0.1000000000000000055511151231257827".split(
    " ",
  ),
  ...String.raw`"" "a" "\u0000" "\ud800" "\ude00\ud83d" "\ud83d\ude00" "\"" "\\" "\\\\" "\/\b\f\n\r\t" "1" "[1]" "{\"a\":1}" ":" "\\u0061"`.split(
    " ",
  ),
  ...String.raw`[] [[]] [[],{}] [1,"1",1.0] {} {"":1} {"a":{}} {"a":[]} {"a":"a","b":"a"} {"a":{"a":1}} [{"a":1},{"a":1}] {"\u0061":1,"A":2}`.split(
    " ",
  ),
  ...'{"a":":","b":"a"} {"a":["a","a"],"b":["b"]} {"1":1,"01":2,"1.0":3} {"__proto__":1} {"__proto__":{"a":[]}} {"constructor":1}'.split(
    " ",
  ),
  ...String.raw`{"\ud800":1,"\ud801":2} {"a\u0000":1,"a":2} {"\u00e9":1,"e\u0301":2} {"\\u0061":1,"a":2} null true false`.split(
    " ",
  ),
  '"\u2028\u007f"',
  " \t\r\n[ 1 , { \"a\" : 'b' } ] ".replaceAll("'", '"'),
];
const invalid = [
  ..."{ } [ ] [1 01 1. .5 - +1 1e 1e+ 0x1 1_0 NaN Infinity undefined 'a' {a:1} {1:1} [1,] [,1] {,} {}{} []1 tru True nul".split(
    " ",
  ),
  ...String.raw`{"a" {"a": {"a":1 {"a":1,} {"a":1}} [1]] [1} {"a":1] [1:2] {"a"::1} "a a" "\x41" "\u12" "\u12g4" "\'" "\" "\uD83D`.split(
    " ",
  ),
  ...["", " ", "\n", "1 2", '"a" "b"', '{"a" 1}', '{"a":1 "b":2}', "// 1", "/**/1", "[1]//", "<p>"],
  ...["\ufeff1", "\ufeff{}", "1\u00a0", "\u20281", '"\n"', '"\t"', "[1]\0", "\v1", "1\f"],
];

describe("reads what JSON.parse reads, and nothing else:", () => {
  test.each(valid)("%s", (text) => {
    expect(readJson(text).problem).toBeUndefined();
    holdAgainstParse(text);
  });

  test.each(invalid)("%j is not JSON", (text) => {
    expect(readJson(text)).toEqual({ problem: "is not JSON" });
  });

  test("whatever is made of JSON by changing it", () => {
    const pieces = [...'{}[]:,"\\u0a1-.eE+ \n', '"a"', '"a":1', "\\u0061", "__proto__", "\ufeff"];
    const piece = fc.constantFrom(...pieces);
    const edits = fc.array(fc.tuple(fc.nat(200), piece, fc.nat(2)));
    const edited = fc.tuple(fc.jsonValue(), edits).map(([value, all]) =>
      all.reduce((text, [at, put, cut]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + put + text.slice(place + cut);
      }, JSON.stringify(value)),
    );
    const pasted = fc.array(piece).map((all) => all.join(""));
    fc.assert(
      fc.property(fc.oneof(edited, pasted), (text) => {
        // A name that is there twice has tests of its own.
        if (!/twice/.test(readJson(text).problem ?? "")) holdAgainstParse(text);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("an object that has a name twice is refused:", () => {
  test.each([
    '{"a":1,"a":1}',
    '{"a":1,"b":{},"a":null}',
    String.raw`{"code":1,"\u0063ode":2}`,
    String.raw`{"\u0063ode":1,"c\u006fde":2}`,
    String.raw`{"/":1,"\/":2}`,
    '{"a":[{"b":{"c":1,"c":2}}]}',
    '[[],{"x":{}},{"":1,"":2}]',
    '{"a":{"b":1},"a":{"c":1}}',
    '{"__proto__":1,"__proto__":2}',
    String.raw`{"\ud83d\ude00":1,"😀":2}`,
    String.raw`{"\ud800":1,"\uD800":2}`,
    '{ "a" : 1 , "b" : "a" , "a" : ":" }',
    '{"a":"b","b":[1,{"b":2}],"b":3}',
    '{"1":1,"1":1}',
  ])("%s", (text) => {
    const problem = expect.stringMatching(/^has ".*" twice in one object$/);
    expect(readJson(text)).toEqual({ problem });
  });

  test("wherever the name stands, however it is escaped, and no other is", () => {
    interface Members {
      readonly members: readonly (readonly [string, Json])[];
    }
    type Json = null | string | number | readonly Json[] | Members;
    const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, 1, "a", "b", '":', ":"),
        fc.array(tie("tree"), { maxLength: 2 }),
        fc.record({
          members: fc.array(
            fc.tuple(fc.constantFrom("a", "b", "c", "__proto__", '"'), tie("tree")),
            { maxLength: 3 },
          ),
        }),
      ),
    }));
    const asEscapes = (name: string) =>
      `"${Array.from(name, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}"`;
    const isList = (json: Json): json is readonly Json[] => Array.isArray(json);
    const write = (json: Json): string => {
      if (isList(json)) return `[${json.map(write)}]`;
      if (typeof json !== "object" || json === null) return JSON.stringify(json);
      const name = (text: string, at: number) => (at % 2 ? asEscapes : JSON.stringify)(text);
      return `{${json.members.map(([text, member], at) => `${name(text, at)}:${write(member)}`)}}`;
    };
    const hasTwice = (json: Json): boolean => {
      if (isList(json)) return json.some(hasTwice);
      if (typeof json !== "object" || json === null) return false;
      const names = json.members.map(([name]) => name);
      return (
        new Set(names).size < names.length || json.members.some(([, member]) => hasTwice(member))
      );
    };
    fc.assert(
      fc.property(tree, (json) => {
        expect(readJson(write(json)).problem !== undefined, write(json)).toBe(hasTwice(json));
      }),
      { numRuns: 3000 },
    );
  });
});

test.each([
  ["lists", "[", "]", 1],
  ["objects", '{"a":', "}", 1],
  ["lists of objects", '[{"a":', "}]", 2],
] as const)(
  "%s are read to 64 levels; deeper ones are refused, at once",
  (_, open, close, each) => {
    const nested = (depth: number) => `${open.repeat(depth / each)}1${close.repeat(depth / each)}`;
    holdAgainstParse(nested(64));
    for (const depth of [66, 3000, 100_000]) {
      const text = nested(depth);
      expect(readJson(text)).toEqual({ problem: "is nested deeper than 64 levels" });
      expectWorkBelow(200, () => readJson(text));
    }
    // Siblings are not nested.
    holdAgainstParse(`[${Array(500).fill(nested(62)).join()}]`);
  },
);
