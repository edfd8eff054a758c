/** A repository of its own in a temporary folder: the real core, journal, facade and sandbox, and two made-up providers. */
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { generate } from "@refunds/generator";
import { afterAll } from "vitest";
import { runProgram } from "../../src/program.ts";
import { workingTree } from "../../src/release/tree.ts";
import { change, unsigned, vectors } from "./unsigned.ts";

const project = join(import.meta.dirname, "../../../..");
const northpay = join(project, "tools/generator/test/fixtures/northpay.yaml");

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Repo {
  readonly root: string;
  read(path: string): string;
  write(path: string, text: string): void;
  has(path: string): boolean;
  /** Replaces a piece of a file, which must be there. */
  edit(path: string, piece: string, by: string): void;
  git(...args: string[]): string;
  commit(message: string): void;
  /** Tags every package at its version, as a release does. */
  release(): void;
  generate(): Promise<void>;
  /** Runs the program: in this process, where that is the same as in one of its own. */
  changes(...args: string[]): Promise<Ran>;
  run(...command: readonly string[]): Ran;
  remove(): void;
}

export interface Found {
  readonly found: string;
  readonly bump: string;
  readonly disagreement: string | null;
  readonly witnesses: Readonly<Record<string, string>>;
  readonly findings: readonly { readonly witness: string; readonly text: string }[];
}

const newFolder = () => realpathSync(mkdtempSync(join(tmpdir(), "changes-")));

let template: Promise<Repo> | undefined;

/** A worker that is ended hears nothing of it, so each file that makes one takes it away. */
afterAll(async () => {
  const made = await template;
  template = undefined;
  made?.remove();
});

/** Every package is at 1.0.0. Making one is dear and copying it is not. */
export async function makeRepo(): Promise<Repo> {
  template ??= makeTemplate("1.0.0");
  const root = newFolder();
  cpSync((await template).root, root, { recursive: true, verbatimSymlinks: true });
  return repoAt(root);
}

async function makeTemplate(version: string): Promise<Repo> {
  const root = newFolder();
  const repo = repoAt(root);
  for (const folder of ["cli", "core", "journal", "refunds", "sandbox"]) {
    const from = join(project, "packages", folder);
    const generated = (path: string) => !path.startsWith(join(from, "src/generated"));
    cpSync(join(from, "src"), join(root, "packages", folder, "src"), {
      recursive: true,
      filter: generated,
    });
    const manifest = JSON.parse(readFileSync(join(from, "package.json"), "utf8"));
    repo.write(`packages/${folder}/package.json`, JSON.stringify({ ...manifest, version }));
  }
  repo.write("packages/fjordpay/package.json", JSON.stringify({ version }));
  repo.write("packages/northpay/package.json", JSON.stringify({ version }));
  repo.write("specs/fjordpay.yaml", unsigned);
  cpSync(northpay, join(root, "specs/northpay.yaml"));
  repo.write("specs/vectors/fjordpay.json", JSON.stringify(vectors));
  repo.write("packages/refunds/test/types/fjordpay.test-d.ts", typeTest);
  for (const file of ["pnpm-workspace.yaml", "tsconfig.base.json", ".changeset/config.json"]) {
    repo.write(file, readFileSync(join(project, file), "utf8"));
  }
  repo.write(
    "package.json",
    JSON.stringify({ name: "repo", private: true, packageManager: "pnpm@10.34.9" }),
  );
  repo.write(".gitignore", "node_modules/\n");
  await repo.generate();
  linkPackages(root);
  repo.git("init", "--quiet", "--initial-branch=main");
  repo.commit("Start");
  return repo;
}

const typeTest = `import { fjordpay } from "refunds";

const client = fjordpay({ environment: "test", apiKey: "k", merchantId: "NO123456" });
const amount = { value: 1050, currency: "NOK" } as const;
const outcome = await client.refund({ payment: { id: "pay_1" }, key: "k", amount, reason: "broken" });
if (outcome.status === "succeeded") void outcome.answer.createdAt;

// @ts-expect-error - there is no memo
void client.refund({ payment: { id: "pay_1" }, key: "k", amount, extra: { memo: "x" } });
`;

/** What an installation would do. */
function linkPackages(root: string): void {
  for (const folder of readdirSync(join(root, "packages"))) {
    const { dependencies, peerDependencies, devDependencies } = JSON.parse(
      readFileSync(join(root, "packages", folder, "package.json"), "utf8"),
    );
    for (const name of Object.keys({ ...dependencies, ...peerDependencies, ...devDependencies })) {
      const own = join(root, "packages", name.replace("@refunds/", ""));
      const installed = join(project, "packages", folder, "node_modules", name);
      const link = join(root, "packages", folder, "node_modules", name);
      mkdirSync(dirname(link), { recursive: true });
      // Relative, so that a copy of the repository has links to its own packages.
      if (existsSync(own)) symlinkSync(relative(dirname(link), own), link, "dir");
      else if (existsSync(installed)) symlinkSync(realpathSync(installed), link, "dir");
    }
  }
}

const environment = {
  ...process.env,
  GIT_AUTHOR_NAME: "t",
  GIT_AUTHOR_EMAIL: "t@example.com",
  GIT_COMMITTER_NAME: "t",
  GIT_COMMITTER_EMAIL: "t@example.com",
  GIT_CONFIG_GLOBAL: "/dev/null",
};

/** What node is given to run it in a process of its own. */
export const program = ["--conditions=refunds-source", join(project, "tools/changes/src/cli.ts")];

/** Root -> the sources it had when this process first ran the program there. */
const sources = new Map<string, string>();

/** Whether sources changed since this process ran the program there, which may have loaded them: a module is loaded once. */
function hasOtherSources(root: string): boolean {
  const now = JSON.stringify([...workingTree(root)].filter(([path]) => path.includes("/src/")));
  const before = sources.get(root);
  if (before === undefined) sources.set(root, now);
  return before !== undefined && before !== now;
}

export function repoAt(root: string): Repo {
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: root, encoding: "utf8", env: environment, stdio: "pipe" });
  const run = ([command = "", ...args]: readonly string[]): Ran =>
    spawnSync(command, args, { cwd: root, encoding: "utf8", env: environment });
  const manifests = () =>
    readdirSync(join(root, "packages")).map((folder) => `packages/${folder}/package.json`);
  const changes = async (...args: string[]) => {
    const words = ["--root", root, ...args];
    if (hasOtherSources(root)) return run([process.execPath, ...program, ...words]);
    const said = { log: "", error: "" };
    const status = await runProgram(words, {
      log: (text) => {
        said.log += `${text}\n`;
      },
      error: (text) => {
        said.error += `${text}\n`;
      },
      progress: () => undefined,
    });
    return { status, stdout: said.log, stderr: said.error };
  };
  return {
    root,
    read,
    write,
    git,
    changes,
    has: (path) => existsSync(join(root, path)),
    edit: (path, piece, by) => write(path, change(read(path), piece, by)),
    commit(message) {
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", "--message", message);
    },
    release() {
      const tags = manifests().map((path) => {
        const { name, version } = JSON.parse(read(path));
        return `create refs/tags/${name}@${version} HEAD\n`;
      });
      const input = tags.join("");
      execFileSync("git", ["update-ref", "--stdin"], { cwd: root, env: environment, input });
    },
    async generate() {
      const specs = new Map(
        readdirSync(join(root, "specs"))
          .filter((name) => name.endsWith(".yaml"))
          .map((name) => [`specs/${name}`, read(`specs/${name}`)]),
      );
      const existing = new Map(manifests().map((path) => [path, read(path)]));
      for (const [path, text] of await generate({ specs, existing })) write(path, text);
    },
    run: (...command) => run(command),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
