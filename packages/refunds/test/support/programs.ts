/** Programs from the documentation, as files in this package, where imports resolve as in a user's project. */
import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const require = createRequire(import.meta.url);

/** The newest and the oldest compiler that must accept a program. */
export const compilers = {
  "TypeScript 7": path("../../../../node_modules/typescript/bin/tsc"),
  "TypeScript 5.9": require.resolve("typescript5/bin/tsc"),
};

export interface ProcessResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export const node = (args: readonly string[], cwd?: string): Promise<ProcessResult> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { ...(cwd && { cwd }), timeout: 180_000 },
      (_, out, err) => resolve({ code: child.exitCode ?? 1, out, err }),
    );
  });

/** Creates an empty folder with a `tsconfig.json` that includes all files in it. */
export async function emptyFolder(name: string): Promise<string> {
  const folder = path(`../.generated/${name}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const compilerOptions = { types: ["node"], noUnusedLocals: true };
  const config = { extends: path("../../tsconfig.json"), include: ["*.ts"], compilerOptions };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  return folder;
}

/** The TypeScript programs in a document, optionally only those before a heading. */
export async function programsIn(document: string, upTo?: string): Promise<string[]> {
  const text = await readFile(path(`../../../../${document}`), "utf8");
  const [part = ""] = upTo ? text.split(`\n${upTo}\n`, 1) : [text];
  return [...part.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, program = ""]) => program);
}
