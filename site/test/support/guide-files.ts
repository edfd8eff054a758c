/** The programs of the guides about frameworks, as files in this package, where imports resolve as in a user's project. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

export const folder = fileURLToPath(new URL("../.generated/guides", import.meta.url));

/** Each program of a guide by its file, which its first line names. */
export function programsOf(
  guide: string,
  language: "ts" | "js" = "ts",
): [file: string, program: string][] {
  const text = readFileSync(join(root, `docs/guides/${guide}.md`), "utf8");
  const blocks = text.matchAll(/```(ts|js)\n\/\/ (\S+)\n([\s\S]*?)```/g);
  return [...blocks]
    .filter(([, written]) => written === language)
    .map(([, , file = "", program = ""]) => [file, program]);
}

/** The files of the example that a guide shows, where they are not what it shows. */
export function differentFrom(guide: string, example: string): string[] {
  const shown = programsOf(guide);
  const differs = ([file, program]: [string, string]) =>
    readFileSync(join(root, "examples", example, file), "utf8") !== program;
  return shown.length === 0 ? ["it shows nothing"] : shown.filter(differs).map(([file]) => file);
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
    for (const [name, program] of programsOf(guide)) {
      const file = join(folder, guide, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, program);
      written.push(relative(folder, file));
    }
  }
  writeFileSync(join(folder, "first-page.ts"), firstPage());
  const include = ["**/*.ts", "../../support/vendure.d.ts"];
  const config = { extends: "../../../tsconfig.json", include };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  return written;
}
