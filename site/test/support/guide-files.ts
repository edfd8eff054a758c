/** The programs of the guides about frameworks, as files in this package, where imports resolve as in a user's project. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

export const folder = fileURLToPath(new URL("../.generated/guides", import.meta.url));

/** Each program of a guide by its file: the one that its first line names, or `<guide>/app.ts`. */
function programsOf(guide: string): [file: string, program: string][] {
  const text = readFileSync(join(root, `docs/guides/${guide}.md`), "utf8");
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, program = ""]) => {
    const [, named] = /^\/\/ (app\/\S+)$/m.exec(program.split("\n", 1)[0] ?? "") ?? [];
    return [join(folder, guide, named ?? "app.ts"), program];
  });
}

/** What the first page shows is a part of a program. */
function firstPage(): string {
  const text = readFileSync(join(root, "site/pages/index.md"), "utf8");
  const [, shown = ""] = /```ts\n([\s\S]*?)```/.exec(text) ?? [];
  return `import { createRefunds, stripe } from "refunds";
const accounts = { europe: stripe({ environment: "test", secretKey: "sk_test_sandbox" }) };
const refunds = createRefunds({ accounts });
${shown}`;
}

/** @returns the files, from the folder */
export function writeGuides(guides: readonly string[]): string[] {
  rmSync(folder, { recursive: true, force: true });
  const written: string[] = [];
  for (const guide of guides) {
    for (const [file, program] of programsOf(guide)) {
      mkdirSync(dirname(file), { recursive: true });
      // Next.js resolves `@/` in the project; Node knows paths only.
      const up = relative(dirname(file), join(folder, guide)) || ".";
      writeFileSync(file, program.replaceAll(/"@\/(\S+)"/g, `"${up}/$1.ts"`));
      written.push(relative(folder, file));
    }
  }
  writeFileSync(join(folder, "first-page.ts"), firstPage());
  const config = { extends: "../../../tsconfig.json", include: ["**/*.ts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  return written;
}
