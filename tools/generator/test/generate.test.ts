import { describe, expect, test } from "vitest";
import { generate } from "../src/index.ts";
import { change, northpay } from "./fixtures.ts";

const spec = new Map([["specs/northpay.yaml", northpay]]);
const output = await generate({ specs: spec, existing: new Map() });
const textOf = (path: string) => output.get(path) ?? `nothing at ${path}`;

test("one spec is a package, an export, a simulator and a row in the docs", () => {
  expect([...output.keys()]).toEqual([
    "docs/providers.md",
    "docs/providers/northpay.md",
    "packages/cli/src/generated/providers.ts",
    "packages/northpay/README.md",
    "packages/northpay/package.json",
    "packages/northpay/src/features.ts",
    "packages/northpay/src/fetch.ts",
    "packages/northpay/src/index.ts",
    "packages/northpay/src/schema.ts",
    "packages/northpay/src/table.ts",
    "packages/northpay/test/examples.test.ts",
    "packages/northpay/test/tsconfig.json",
    "packages/northpay/tsconfig.json",
    "packages/northpay/vitest.config.ts",
    "packages/refunds/package.json",
    "packages/refunds/src/generated/loaders.ts",
    "packages/refunds/src/generated/providers.ts",
    "packages/sandbox/src/generated/northpay.ts",
    "packages/sandbox/src/generated/simulators.ts",
  ]);
  expect(textOf("packages/refunds/src/generated/providers.ts")).toContain(
    'from "@refunds/northpay"',
  );
  expect(JSON.parse(textOf("packages/refunds/package.json")).dependencies).toEqual({
    "@refunds/core": "workspace:^",
    "@refunds/journal": "workspace:^",
    "@refunds/northpay": "workspace:^",
  });
  expect(textOf("packages/sandbox/src/generated/simulators.ts")).toContain('from "./northpay.ts"');
  expect(textOf("docs/providers.md")).toContain("| Northpay |");
});

test("the same specs give the same bytes, in whatever order they come", async () => {
  const other = change(northpay, "title: Northpay\n", "title: Southpay\n");
  const two = [
    ["specs/northpay.yaml", northpay],
    ["specs/southpay.yaml", other],
  ] as const;
  const first = await generate({ specs: new Map(two), existing: new Map() });
  const second = await generate({ specs: new Map([...two].reverse()), existing: new Map() });
  expect([...second]).toEqual([...first]);
  for (const [path, text] of first) {
    expect(text, path).not.toContain(process.cwd());
    expect(text, path).not.toContain("\r");
  }
});

test("the version of a package belongs to the release tool", async () => {
  const manifest = JSON.stringify({
    version: "3.1.4",
    description: "old",
    devDependencies: { x: "1" },
  });
  const existing = new Map([
    ["packages/northpay/package.json", manifest],
    ["packages/refunds/package.json", manifest],
  ]);
  const again = await generate({ specs: spec, existing });
  const read = (path: string) => JSON.parse(again.get(path) ?? "{}");
  expect(read("packages/northpay/package.json")).toMatchObject({ version: "3.1.4" });
  expect(read("packages/northpay/package.json")).not.toHaveProperty("devDependencies");
  expect(read("packages/refunds/package.json")).toMatchObject({
    version: "3.1.4",
    devDependencies: { x: "1" },
  });
});

test("the README is the hand-written one with the providers and the samples put in", async () => {
  const existing = new Map([
    ["docs/readme.md", "# Hello\n\n<!-- providers -->\n\n<!-- sample: a/b.ts -->\n"],
    ["a/b.ts", "const a = 1;\n"],
  ]);
  const readme = (await generate({ specs: spec, existing })).get("README.md");
  expect(readme).toContain("# Hello\n\n| provider |");
  expect(readme).toContain("```ts\nconst a = 1;\n```");
  existing.delete("a/b.ts");
  await expect(generate({ specs: spec, existing })).rejects.toThrow(
    "shows the sample a/b.ts, which does not exist",
  );
});

describe("types", () => {
  const schema = textOf("packages/northpay/src/schema.ts");
  const entryPoint = textOf("packages/northpay/src/index.ts");

  test("enums are open, constants closed", () => {
    expect(schema).toContain('state: "DONE" | "QUEUED" | (string & {});');
    expect(schema).toContain('version: "2";');
  });

  test("a caller's own values are held to the documented ones", () => {
    expect(entryPoint).toContain('readonly channel?: "web" | "shop";');
    expect(entryPoint).toContain("readonly key: string;");
  });

  test("openapi-fetch's paths leave out what the client adds", () => {
    const fetchEntryPoint = textOf("packages/northpay/src/fetch.ts");
    expect(fetchEntryPoint).toContain('operations["refund"]["parameters"]["header"]');
    expect(fetchEntryPoint).toContain('"X-Signature"');
  });

  test("only the fetch entry loads openapi-fetch", () => {
    for (const [path, text] of output) {
      if (!path.startsWith("packages/northpay/src/") || path.endsWith("/fetch.ts")) continue;
      expect(text).not.toMatch(/fetch-client|fetch\.ts/);
    }
  });

  test("a choice among values is a union, and can no longer be left out", async () => {
    const chosen = change(
      change(northpay, "reason: body#/note", "extra.memo: body#/note"),
      "partial: true",
      "exactlyOne: [[extra.memo, extra.channel]]\n        partial: true",
    );
    const files = await generate({
      specs: new Map([["specs/northpay.yaml", chosen]]),
      existing: new Map(),
    });
    const union = files.get("packages/northpay/src/index.ts") ?? "";
    expect(union).toMatch(
      /NorthpayExtra =\n {2}\| \{[^}]*memo: string;\s+readonly channel\?: never;\s+\}\n {2}\| \{[^}]*memo\?: never;[^}]*channel: "web" \| "shop";/,
    );
    expect(union).toContain("readonly extra: NorthpayExtra;");
    expect(entryPoint).toContain("readonly extra?: NorthpayExtra;");
  });
});

describe("tables", () => {
  const table = textOf("packages/northpay/src/table.ts");

  test("constants, security and optional values find their place", () => {
    expect(table).toContain('from: "const"');
    expect(table).toContain('to: "header.X-Key"');
    expect(table).toMatch(/from: "reason",[^}]*\},\s*optional: true/);
    expect(table).not.toMatch(/from: "key",[^}]*\},\s*optional: true/);
  });

  test("nothing for people is left in them, and enums of answers are open", () => {
    expect(table).not.toContain("description");
    expect(table).not.toContain('QUEUED", "');
    expect(table).not.toContain("$ref");
  });

  test("a simulator fills by the type of the field", () => {
    const simulator = textOf("packages/sandbox/src/generated/northpay.ts");
    expect(simulator).toContain(
      '{ at: "/id", from: "refund.number", as: "string", within: "r{{}}" }',
    );
    expect(simulator).toMatch(
      /from: "refund\.amount",\s+as: "string",\s+money: \{ unit: "major", as: "string" \}/,
    );
  });
});
