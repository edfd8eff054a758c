import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { generate } from "../src/index.ts";
import { change, fjordpay, northpay } from "./fixtures.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const readmeOf = async (spec: string, name = "northpay") => {
  const output = await generate({
    specs: new Map([[`specs/${name}.yaml`, spec]]),
    existing: new Map(),
  });
  return {
    output,
    readme: output.get(`packages/${name}/README.md`) ?? "",
    page: output.get(`docs/providers/${name}.md`) ?? "",
  };
};

test("a sample key has the form that the provider takes", async () => {
  const field = "schema: { type: string, minLength: 1, maxLength: 64 }";
  const keyIn = async (spec: string) =>
    /key: "(.*?)"/.exec((await readmeOf(spec, "fjordpay")).readme)?.[1];
  expect(await keyIn(fjordpay)).toBe("order-1042/refund-1");
  const strict = 'schema: { type: string, pattern: "^[A-Za-z0-9_-]{10,}$" }';
  expect(await keyIn(change(fjordpay, field, strict))).toBe("order-1042-refund-1");
});

test("the client's programs in a generated README compile", async () => {
  // Inside this package, so that imports of core find it.
  const root = path("../node_modules/.cache/readme");
  await rm(root, { recursive: true, force: true });
  const { output, readme, page } = await readmeOf(northpay);
  const put = async (name: string, text: string) => {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  };
  for (const [name, text] of output) {
    if (name.startsWith("packages/northpay/src/")) await put(name, text);
  }
  const programs = [...(readme + page).matchAll(/```ts\n([\s\S]*?)```/g)].map(
    ([, text = ""]) => text,
  );
  expect(programs).toHaveLength(3);
  for (const [at, program] of programs.slice(0, 2).entries()) {
    const local = program.replace('"@refunds/northpay"', '"./src/index.ts"');
    expect(local).not.toBe(program);
    await put(`packages/northpay/readme-${at}.ts`, local);
  }
  const base = path("../../../tsconfig.base.json");
  const compilerOptions = { types: ["node"] };
  await put(
    "tsconfig.json",
    JSON.stringify({ extends: base, include: ["packages"], compilerOptions }),
  );
  const compiler = path("../../../node_modules/typescript/bin/tsc");
  const said = await new Promise<string>((resolve) =>
    execFile(process.execPath, [compiler, "-p", root], (_, out, err) => resolve(out + err)),
  );
  expect(said).toBe("");
});

test("a README prints a refund's id only where the provider gives one", async () => {
  expect((await readmeOf(northpay)).readme).toContain(
    "console.log(outcome.status, outcome.refundId)",
  );
  const without = change(northpay, "        refundId: /id\n", "");
  expect((await readmeOf(without)).readme).not.toContain("refundId");
});

test("a README says what one client promises, and what takes a journal", async () => {
  for (const [spec, name] of [
    [northpay, "northpay"],
    [fjordpay, "fjordpay"],
  ] as const) {
    const { readme, page } = await readmeOf(spec, name);
    const text = readme.replaceAll(/\s+/g, " ");
    expect(text).toContain("call `refund()` twice, and");
    expect(page).toContain("npm install refunds @refunds/journal");
    for (const word of [
      "`timeoutMs`",
      "`logger`",
      "`fetch`",
      "@refunds/sandbox",
      "Node 22.13 or newer",
    ])
      expect(text, name).toContain(word);
    expect(text).not.toMatch(/never (sent )?twice/);
  }
});

test("a package's description promises no more than its client", async () => {
  const { output } = await readmeOf(northpay);
  const { description } = JSON.parse(output.get("packages/northpay/package.json") ?? "");
  expect(description).toBe(
    "Typed refunds through Northpay: a call refunds at most once and never guesses. It keeps no keys: for one key, one refund, use `refunds`.",
  );
});

test("a README fits one screen, and leads to the provider's page", async () => {
  const { readme, page } = await readmeOf(fjordpay, "fjordpay");
  expect(readme.split("\n").length).toBeLessThan(70);
  expect(readme).toContain("docs/providers/fjordpay.md");
  for (const section of ["The request", "Options", "Errors", "What a query proves", "Sources"])
    expect(page).toContain(`## ${section}\n`);
});

test("a README gives a reason that the provider knows", async () => {
  const text = change(
    northpay,
    "note: { type: string,",
    "note: { type: string, enum: [faulty, late],",
  );
  const { readme } = await readmeOf(text);
  expect(readme).toContain('reason: "faulty"');
  expect(readme).not.toContain("damaged product");
});
