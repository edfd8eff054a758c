/** What compilers and errors say of the mistakes that people make first. The words are an interface: they name the field. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { compilers, emptyFolder, node } from "./support/programs.ts";
import { mistakes } from "./types/mistakes.ts";

const file = (at: number) => `mistake-${at}.ts`;
const all = mistakes.map((mistake, at) => ({ ...mistake, at }));

let folder: string;
let said: Record<keyof typeof compilers, Complaint[][]>;
let errors: (string | null)[];

beforeAll(async () => {
  folder = await emptyFolder("mistakes");
  for (const { at, program } of all) await writeFile(join(folder, file(at)), `${program}\n`);
  said = {
    "TypeScript 7": await complaintsOf(compilers["TypeScript 7"]),
    "TypeScript 5.9": await complaintsOf(compilers["TypeScript 5.9"]),
  };
  errors = await errorsOf();
});

interface Complaint {
  /** Its code, and its words line by line. */
  readonly lines: readonly string[];
  /** The property that an editor underlines, or whose value it underlines. */
  readonly underlined: string | undefined;
}

/** Each mistake's complaints. */
async function complaintsOf(tsc: string): Promise<Complaint[][]> {
  const { out } = await node([tsc, "--pretty", "false", "-p", folder]);
  const complaints = out.trim().split(/\n(?! )/);
  return all.map(({ at, program }) =>
    complaints
      .filter((complaint) => complaint.includes(`/${file(at)}(`))
      .map((complaint) => {
        const [, line, column, text = ""] =
          /\((\d+),(\d+)\): error (TS[\s\S]*)$/.exec(complaint) ?? [];
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

/** Each mistake's error at run time. */
async function errorsOf(): Promise<(string | null)[]> {
  const runner = `globalThis.fetch = () => { throw new Error("something was sent"); };
const said = [];
for (const file of ${JSON.stringify(all.map(({ at }) => pathToFileURL(join(folder, file(at))).href))})
  said.push(await import(file).then(() => null, ({ name, message }) => \`\${name}: \${message}\`));
console.log(JSON.stringify(said));
`;
  await writeFile(join(folder, "runner.mjs"), runner);
  const { out, err } = await node(["--conditions=refunds-source", join(folder, "runner.mjs")]);
  expect(out, err).not.toBe("");
  return JSON.parse(out);
}

describe.each(["TypeScript 7", "TypeScript 5.9"] as const)("%s", (compiler) => {
  test.each(all)("$title: one short complaint that names the field", ({ at, names, silent }) => {
    const complaints = said[compiler][at] ?? [];
    expect(complaints).toHaveLength(silent === "compiler" ? 0 : 1);
    for (const { lines, underlined } of complaints) {
      if (underlined !== names) expect(lines.join("\n")).toContain(`'${names}'`);
      for (const line of lines) expect(line.length).toBeLessThan(220);
      expect(lines.length).toBeLessThan(5);
    }
  });
});

test.each(all)("$title: an error that names the field, with nothing sent", (mistake) => {
  const { at, names, silent } = mistake;
  if (silent === "error") expect(errors[at]).toBeNull();
  else
    expect(errors[at]).toMatch(new RegExp(`^RefundError: .*\\b${names}\\b.* Nothing was sent\\.$`));
});

test("the words of each are those in mistakes.md", async () => {
  const told = (complaints: readonly Complaint[] | undefined) =>
    (complaints ?? []).flatMap(({ lines }) => lines).join("\n") || "(nothing)";
  const sections = all.map(({ at, title, program }) => {
    const [seven, five] = [told(said["TypeScript 7"][at]), told(said["TypeScript 5.9"][at])];
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
  const head = `# What people are told of their first mistakes

Held by \`mistakes.test.ts\`, word by word. After a change of the words, \`vitest run test/mistakes.test.ts -u\` writes it anew: read it then.`;
  await expect(`${[head, ...sections].join("\n\n")}\n`).toMatchFileSnapshot("types/mistakes.md");
});
