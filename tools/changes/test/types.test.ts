/** Public types, by one edit each, in one package that is nothing but these edits. Expected by hand. */
import { expect, test } from "vitest";
import { packagesOf } from "../src/release/packages.ts";
import type { Tree } from "../src/release/tree.ts";
import { compileProgram, programsOf } from "../src/tests/type-tests.ts";
import { compareExports } from "../src/types/compare-exports.ts";
import { typesOf } from "../src/types/program.ts";

/** What is declared under a name of its own (`It`, `it`); before and after; what is found forward; what is found back. */
const cases: readonly (readonly [
  name: string,
  past: string,
  now: string,
  there: readonly string[],
  back: readonly string[],
])[] = [
  [
    "a field of a raw answer",
    "export interface operations { responses: { a: string } } export declare function it(given: operations): void;",
    "export interface operations { responses: { a: string; b?: number; c: number } } export declare function it(given: operations): void;",
    [
      "minor: `operations.responses.b` is new, and optional.",
      "major: `operations.responses.c` is required.",
    ],
    ["major: `operations.responses.b` is gone.", "major: `operations.responses.c` is gone."],
  ],
  [
    "an optional field that callers give",
    "export interface It { a: string } export declare function it(given: It): void;",
    "export interface It { a: string; b?: number } export declare function it(given: It): void;",
    ["minor: `It.b` is new, and optional."],
    ["major: `It.b` is gone."],
  ],
  [
    "a field that callers have to give",
    "export interface It { a?: string } export declare function it(given: It): void;",
    "export interface It { a: string } export declare function it(given: It): void;",
    ["major: `It.a` is required."],
    ["minor: `It.a` may be absent."],
  ],
  [
    "a field that callers get",
    "export interface It { a: string } export declare function it(): Promise<It>;",
    "export interface It { a: string; b: number } export declare function it(): Promise<It>;",
    ["minor: `It.b` is new."],
    ["major: `It.b` is gone."],
  ],
  [
    "an optional field that callers get",
    "export interface It { a?: string } export declare function it(): readonly It[];",
    "export interface It {} export declare function it(): readonly It[];",
    ["major: `It.a` is gone."],
    ["minor: `It.a` is new."],
  ],
  [
    "a certain field that callers get",
    "export interface It { a: string } export declare const it: { get(): It };",
    "export interface It { a?: string } export declare const it: { get(): It };",
    ["major: `It.a` may be absent."],
    ["minor: `It.a` is always there."],
  ],
  [
    "a method's parameter, which assignability alone does not tell",
    "export interface It { do(given: { a: string }): void } export declare function it(): It;",
    "export interface It { do(given: { a: string; b: number }): void } export declare function it(): It;",
    ["major: `It.do(given).b` is required."],
    ["major: `It.do(given).b` is gone."],
  ],
  [
    "a closed list that callers get",
    'export declare function it(): { status: "a" | "b" };',
    'export declare function it(): { status: "a" | "b" | "c" };',
    ['major: `it.status` may be `"c"`.'],
    ['major: `it.status` may no longer be `"c"`.'],
  ],
  [
    "an open list that callers get",
    'export declare function it(): { code: "a" | "b" | (string & {}) };',
    'export declare function it(): { code: "a" | "b" | "c" | (string & {}) };',
    ['minor: `it.code` may be `"c"`.'],
    ['minor: `it.code` may no longer be `"c"`.'],
  ],
  [
    "a list that callers give",
    'export declare function it(given: "a" | "b"): void;',
    'export declare function it(given: "a" | "b" | "c"): void;',
    ['minor: `it(given)` may be `"c"`.'],
    ['major: `it(given)` may no longer be `"c"`.'],
  ],
  [
    "a named list that no call gives closed",
    'export type It = "a" | "b"; export declare function it(): It | (string & {});',
    'export type It = "a" | "b" | "c"; export declare function it(): It | (string & {});',
    ['minor: `it` may be `"c"`.', 'minor: `It` has `"c"`.'],
    ['minor: `it` may no longer be `"c"`.', 'major: `It` no longer has `"c"`.'],
  ],
  [
    "the first value of a named list that no call gives closed",
    "export type It = never; export declare function it(): It | (string & {});",
    'export type It = "a"; export declare function it(): It | (string & {});',
    ['minor: `it` may be `"a"`.', 'minor: `It` has `"a"`.'],
    ['minor: `it` may no longer be `"a"`.', 'major: `It` no longer has `"a"`.'],
  ],
  [
    "a type that callers get",
    "export declare function it(): { a: number };",
    "export declare function it(): { a: string };",
    ["major: `it.a` may be any string.", "major: `it.a` may no longer be any number."],
    ["major: `it.a` may be any number.", "major: `it.a` may no longer be any string."],
  ],
  [
    "a type that callers give",
    "export declare function it(given: string): void;",
    "export declare function it(given: string | number): void;",
    ["minor: `it(given)` may be any number."],
    ["major: `it(given)` may no longer be any number."],
  ],
  [
    "a kind of answer",
    'export type It = { status: "x"; a: 1 } | { status: "y"; b: string }; export declare function it(): It;',
    'export type It = { status: "y"; b: string } | { status: "x"; a: 1 } | { status: "z" }; export declare function it(): It;',
    ['major: `It` may also be { status: "z"; }.'],
    ['major: `It` may no longer be { status: "z"; }.'],
  ],
  [
    "a named union that is passed together with something else",
    "interface Good { id?: string } interface Bad { code: string } export type It = Good | Bad; export declare function it(): It | undefined;",
    "interface Good { id: string } interface Bad { code: string } export type It = Good | Bad; export declare function it(): It | undefined;",
    ["minor: `Good.id` is always there."],
    ["major: `Good.id` may be absent."],
  ],
  [
    "an object that becomes a function",
    "export declare const it: { get: { a: string } };",
    "export declare const it: { get: () => string };",
    ["major: `it.get` is () => string, and was { a: string; }."],
    ["major: `it.get` is { a: string; }, and was () => string."],
  ],
  [
    "a way to prove who is calling",
    "export declare function it(given: { token: string; id?: never } | { id: string; token?: never }): void;",
    "export declare function it(given: { token: string }): void;",
    ["major: `it(given)` may no longer be { id: string; token?: never; }."],
    ["minor: `it(given)` may also be { id: string; token?: never; }."],
  ],
  [
    "a parameter",
    "export declare function it(a: string): void;",
    "export declare function it(a: string, b?: number): void;",
    ["minor: `it(b)` is new."],
    ["major: `it(b)` is gone."],
  ],
  [
    "what callers implement",
    "export interface It { read(): string } export declare function it(given: It): void;",
    "export interface It { read(): string; write(): void } export declare function it(given: It): void;",
    ["major: `It.write` is required."],
    ["major: `It.write` is gone."],
  ],
  [
    "a name",
    "export declare const it: 1;",
    "export declare const it: 1; export declare const other: 2;",
    ["minor: `other` is new."],
    ["major: `other` is no longer exported."],
  ],
  [
    "an interface that no value leads to",
    "export interface It { a: string }",
    "export interface It { a: string; b?: string }",
    ["minor: `It.b` is new."],
    ["major: `It.b` is gone."],
  ],
  [
    "a generic that cannot be seen through",
    "type Pick<A> = A extends { x: infer X } ? X : never; export declare function it<A extends object>(given: A): Pick<A>;",
    "type Pick<A> = A extends { y: infer X } ? X : never; export declare function it<A extends object>(given: A): Pick<A>;",
    ["major: What `Pick` stands for changed."],
    ["major: What `Pick` stands for changed."],
  ],
  [
    "the bound of a generic",
    "export interface It { a: string } export declare function it<A extends It>(given: A): A;",
    "export interface It { a: string; b?: string } export declare function it<A extends It>(given: A): A;",
    ["minor: `It.b` is new, and optional."],
    ["major: `It.b` is gone."],
  ],
  [
    "a class",
    "export declare class It extends Error { constructor(a: string); private x: number; a: string }",
    "export declare class It extends Error { constructor(a: string); private y: string; a: string; b: 1 }",
    ["minor: `It.b` is new."],
    ["major: `It.b` is gone."],
  ],
  [
    "other words for the same",
    "export type It = string | number; export declare function it(a: It): { x: It };",
    "/** A comment. */ export type Other = string | number; export type It = Other; export declare function it(b: number | string): { x: Other };",
    ["minor: `Other` is new."],
    ["major: `Other` is no longer exported."],
  ],
];

/** Compiling is slow, so every case is an entry point of one package, and each is compared by itself. */
function treesOf(side: 1 | 2): Tree {
  const doors = cases.map((_, index) => [`./${index}`, { "refunds-source": `./src/${index}.ts` }]);
  const manifest = { name: "shop", version: "1.0.0", exports: Object.fromEntries(doors) };
  return new Map([
    ["packages/shop/package.json", JSON.stringify(manifest)],
    ...cases.map((each, index): [string, string] => [`packages/shop/src/${index}.ts`, each[side]]),
  ]);
}

const states = ([1, 2] as const).map((side) => {
  const tree = treesOf(side);
  return { tree, packages: packagesOf(tree) };
});
const [past, now] = states as [(typeof states)[0], (typeof states)[0]];
const shop = [...past.packages.values()];
const forward = typesOf(past, now, "/nowhere", shop, []);
const backward = typesOf(now, past, "/nowhere", shop, []);

function found(types: typeof forward, index: number): string[] {
  const [each] = shop;
  if (!each) throw new Error("no package");
  const door = `./${index}`;
  const one = { ...each, doors: new Map([[door, each.doors.get(door) ?? ""]]) };
  return compareExports(types, one, one).map(({ effect, text }) => `${effect}: ${text}`);
}

test.each(cases.map(([name], index) => [name, index] as const))("%s", (_, index) => {
  expect(found(forward, index)).toEqual(cases[index]?.[3]);
  expect(found(backward, index)).toEqual(cases[index]?.[4]);
});

test("a field of a raw answer is what callers read, whichever way its type is used", () => {
  const index = cases.findIndex(([name]) => name === "a field of a raw answer");
  const because = (types: typeof forward) => {
    const [each] = shop;
    if (!each) throw new Error("no package");
    const door = `./${index}`;
    const one = { ...each, doors: new Map([[door, each.doors.get(door) ?? ""]]) };
    return compareExports(types, one, one).map((finding) => finding.because);
  };
  expect(because(forward)).toEqual([
    "a new field of an answer",
    "programs that make such an answer themselves no longer compile",
  ]);
});

test("programs of the last release are compiled against now", () => {
  const manifest = JSON.stringify({
    name: "shop",
    version: "1.0.0",
    exports: { ".": { "refunds-source": "./src/index.ts" } },
  });
  const state = (source: string, program: string) => {
    const tree = new Map([
      ["packages/shop/package.json", manifest],
      ["packages/shop/src/index.ts", source],
      ["packages/shop/test/types/all.test-d.ts", program],
    ]);
    return { tree, packages: packagesOf(tree) };
  };
  const program = `import { buy } from "shop";
buy("bread", 2);
// @ts-expect-error - no such thing
buy("cake", 1);
const never: string = 1;
`;
  const before = state('export declare function buy(what: "bread", count: number): void;', program);
  const after = state('export declare function buy(what: "bread" | "cake"): void;', "");
  const types = typesOf(before, after, "/nowhere", shop, [
    "packages/shop/test/types/all.test-d.ts",
  ]);
  const [each] = programsOf(before.tree);
  if (!each) throw new Error("no program");
  expect(each.folder).toBe("shop");
  expect(compileProgram(types, each)).toMatchObject([
    {
      effect: "major",
      text: '`buy("bread", 2);` no longer compiles: Expected 1 arguments, but got 2.',
      where: "packages/shop/test/types/all.test-d.ts:2 of the last release",
    },
  ]);
  const looser = state(
    'export declare function buy(what: "bread" | "cake", count: number): void;',
    "",
  );
  const again = typesOf(before, looser, "/nowhere", shop, [each.path]);
  expect(compileProgram(again, each)).toMatchObject([
    { effect: "minor", text: "What did not compile does: no such thing." },
  ]);
}, 120_000);
