/** What compilers and errors say of the mistakes that people make first. The words are an interface: they name the field. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { compilers, emptyFolder, node } from "./support/programs.ts";
import { type Mistake, mistakes } from "./types/mistakes.ts";

const file = (at: number) => `mistake-${at}.ts`;

let folder: string;
beforeAll(async () => {
  folder = await emptyFolder("mistakes");
  for (const [at, { program }] of mistakes.entries())
    await writeFile(join(folder, file(at)), `${program}\n`);
});

/** Each file's complaints, as their code and lines. */
async function complaintsOf(tsc: string) {
  const { out } = await node([tsc, "--pretty", "false", "-p", folder]);
  const all = out.trim().split(/\n(?! )/);
  return (at: number) =>
    all
      .filter((complaint) => complaint.includes(`/${file(at)}(`))
      .map((complaint) => {
        const [, line, column, code = "", text = ""] =
          /\((\d+),(\d+)\): error (TS\d+): ([\s\S]*)$/.exec(complaint) ?? [];
        const source = mistakes[at]?.program.split("\n")[Number(line) - 1] ?? "";
        const start = Number(column) - 1;
        return {
          said: [code, ...text.split("\n").map((each) => each.trim())],
          // The property that an editor underlines, or whose value it underlines.
          underlined:
            /(\w+): $/.exec(source.slice(0, start))?.[1] ?? /^\w*/.exec(source.slice(start))?.[0],
        };
      });
}

const expected = (compiler: Mistake["compiler"], version: 7 | 5) =>
  compiler && (7 in compiler ? compiler[version] : compiler);

describe.each([
  ["TypeScript 7", 7],
  ["TypeScript 5.9", 5],
] as const)("%s", (name, version) => {
  let complaints: Awaited<ReturnType<typeof complaintsOf>>;
  beforeAll(async () => {
    complaints = await complaintsOf(compilers[name]);
  });

  test.each(mistakes.map((mistake, at) => ({ ...mistake, at })))(
    "$title: one complaint, short, that names the field",
    ({ at, compiler, names }) => {
      const said = expected(compiler, version);
      const told = complaints(at);
      expect(told.map((each) => each.said)).toEqual(said ? [said] : []);
      for (const { said, underlined } of told) {
        if (underlined !== names) expect(said.join("\n")).toContain(`'${names}'`);
        for (const line of said) expect(line.length).toBeLessThan(200);
      }
    },
  );
});

test("the error of each names the field, and nothing is sent", async () => {
  const runner = `const said = [];
globalThis.fetch = () => { throw new Error("something was sent"); };
for (const file of ${JSON.stringify(mistakes.map((_, at) => pathToFileURL(join(folder, file(at))).href))})
  said.push(await import(file).then(() => undefined, (error) => error.message));
console.log(JSON.stringify(said.map((text) => text ?? null)));
`;
  await writeFile(join(folder, "runner.mjs"), runner);
  const { out, err } = await node(["--conditions=refunds-source", join(folder, "runner.mjs")]);
  expect(out, err).not.toBe("");
  const said: (string | null)[] = JSON.parse(out);
  expect(said).toEqual(mistakes.map(({ error }) => error ?? null));
  for (const [at, { error, names }] of mistakes.entries())
    if (error !== undefined) expect(said[at]).toContain(names);
});
