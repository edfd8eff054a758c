/** The programs that documentation shows, as files beside the tests: there the packages are found as in a project of a user's. */
import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const require = createRequire(import.meta.url);

/** The newest compiler that must accept a program, and the oldest. */
export const compilers = {
  "TypeScript 7": path("../../../../node_modules/typescript/bin/tsc"),
  "TypeScript 5.9": require.resolve("typescript5/bin/tsc"),
};

export interface ProcessResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs Node with these arguments. */
export const node = (args: readonly string[], cwd?: string): Promise<ProcessResult> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { ...(cwd && { cwd }), timeout: 60_000 },
      (_, out, err) => resolve({ code: child.exitCode ?? 1, out, err }),
    );
  });

/** An empty folder of this name, of which `tsc` can compile all files by its `tsconfig.json`. */
export async function emptyFolder(name: string): Promise<string> {
  const folder = path(`../.generated/${name}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const compilerOptions = { types: ["node"], noUnusedLocals: true };
  const config = { extends: path("../../tsconfig.json"), include: ["*.ts"], compilerOptions };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  return folder;
}

/** The TypeScript in a document, up to a heading where one is given. */
export async function programsIn(document: string, upTo?: string): Promise<string[]> {
  const text = await readFile(path(`../../../../${document}`), "utf8");
  const [part = ""] = upTo ? text.split(`\n${upTo}\n`, 1) : [text];
  return [...part.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, program = ""]) => program);
}
