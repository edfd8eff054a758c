/** The compilers' diagnostics and the errors for common first mistakes. Each must name the field. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { compilers, emptyFolder, node } from "./support/programs.ts";
import { mistakes } from "./types/mistakes.ts";

const file = (at: number) => `mistake-${at}.ts`;
const all = mistakes.map((mistake, at) => ({ ...mistake, at }));

let folder: string;
let diagnostics: Record<keyof typeof compilers, Diagnostic[][]>;
let errors: (string | null)[];

beforeAll(async () => {
  folder = await emptyFolder("mistakes");
  for (const { at, program } of all) await writeFile(join(folder, file(at)), `${program}\n`);
  diagnostics = {
    "TypeScript 7": await diagnosticsOf(compilers["TypeScript 7"]),
    "TypeScript 5.9": await diagnosticsOf(compilers["TypeScript 5.9"]),
  };
  errors = await errorsOf();
});

interface Diagnostic {
  /** The error code and the message, line by line. */
  readonly lines: readonly string[];
  /** The property that an editor underlines, by its name or its value. */
  readonly underlined: string | undefined;
}

/** The diagnostics of each mistake. */
async function diagnosticsOf(tsc: string): Promise<Diagnostic[][]> {
  const { out } = await node([tsc, "--pretty", "false", "-p", folder]);
  const reported = out.trim().split(/\n(?! )/);
  return all.map(({ at, program }) =>
    reported
      .filter((diagnostic) => diagnostic.includes(`/${file(at)}(`))
      .map((diagnostic) => {
        const [, line, column, text = ""] =
          /\((\d+),(\d+)\): error (TS[\s\S]*)$/.exec(diagnostic) ?? [];
        const source = program.split("\n")[Number(line) - 1] ?? "";
        const start = Number(column) - 1;
        return {
          lines: text.split("\n"),
          underlined:
            /(\w+): $/.exec(source.slice(0, start))?.[1] ?? /^\w*/.exec(source.slice(start))?.[0],
        };
      }),
  );
}

/** The run-time error of each mistake. */
async function errorsOf(): Promise<(string | null)[]> {
  const runner = `globalThis.fetch = () => { throw new Error("something was sent"); };
const diagnostics = [];
for (const file of ${JSON.stringify(all.map(({ at }) => pathToFileURL(join(folder, file(at))).href))})
  diagnostics.push(await import(file).then(() => null, ({ name, message }) => \`\${name}: \${message}\`));
console.log(JSON.stringify(diagnostics));
`;
  await writeFile(join(folder, "runner.mjs"), runner);
  const { out, err } = await node(["--conditions=refunds-source", join(folder, "runner.mjs")]);
  expect(out, err).not.toBe("");
  return JSON.parse(out);
}

describe.each(["TypeScript 7", "TypeScript 5.9"] as const)("%s", (compiler) => {
  test.each(all)("$title: one short diagnostic that names the field", ({ at, names, silent }) => {
    const reported = diagnostics[compiler][at] ?? [];
    expect(reported).toHaveLength(silent === "compiler" ? 0 : 1);
    for (const { lines, underlined } of reported) {
      if (underlined !== names) expect(lines.join("\n")).toContain(`'${names}'`);
      for (const line of lines) expect(line.length).toBeLessThan(220);
      expect(lines.length).toBeLessThan(5);
    }
  });
});

test.each(all)("$title: an error that names the field, and nothing is sent", (mistake) => {
  const { at, names, silent } = mistake;
  if (silent === "error") expect(errors[at]).toBeNull();
  else
    expect(errors[at]).toMatch(new RegExp(`^RefundError: .*\\b${names}\\b.* Nothing was sent\\.$`));
});

test("mistakes.md lists the messages of each mistake", async () => {
  const textOf = (reported: readonly Diagnostic[] | undefined) =>
    (reported ?? []).flatMap(({ lines }) => lines).join("\n") || "(nothing)";
  const sections = all.map(({ at, title, program }) => {
    const [seven, five] = [
      textOf(diagnostics["TypeScript 7"][at]),
      textOf(diagnostics["TypeScript 5.9"][at]),
    ];
    return [
      `## ${title}`,
      `\`\`\`ts\n${program}\n\`\`\``,
      ...(seven === five
        ? [`TypeScript 7 and 5.9:\n\n\`\`\`\n${seven}\n\`\`\``]
        : [
            `TypeScript 7:\n\n\`\`\`\n${seven}\n\`\`\``,
            `TypeScript 5.9:\n\n\`\`\`\n${five}\n\`\`\``,
          ]),
      `At run time:\n\n\`\`\`\n${errors[at] ?? "(nothing)"}\n\`\`\``,
    ].join("\n\n");
  });
  const head = `# The messages for common first mistakes

\`mistakes.test.ts\` checks this file. If you change a message, run \`vitest run test/mistakes.test.ts -u\` and read the result.`;
  await expect(`${[head, ...sections].join("\n\n")}\n`).toMatchFileSnapshot("types/mistakes.md");
});
