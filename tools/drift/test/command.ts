/** The commands as a person calls them. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const [made, real] = ["cli.ts", "../src/cli.ts"].map((file) => [
  "--conditions=refunds-source",
  path(file),
]);

/** A folder with a spec, as the root of a repo. */
export function repoWith(...names: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), "drift-test-"));
  mkdirSync(join(root, "specs"));
  for (const name of names) cpSync(path(`pages/${name}.yaml`), join(root, `specs/${name}.yaml`));
  return root;
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Takes specs that the generator would refuse. */
export const run = (root: string, ...words: readonly string[]): Ran => ranBy(made, root, words);

/** As a maintainer runs it. */
export const runAsItIs = (root: string, ...words: readonly string[]): Ran =>
  ranBy(real, root, words);

function ranBy(cli: readonly string[] | undefined, root: string, words: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...(cli ?? []), ...words, "--root", root],
    {
      encoding: "utf8",
      env: { ...process.env, INIT_CWD: root },
    },
  );
  return { code: status, out: stdout, err: stderr };
}
