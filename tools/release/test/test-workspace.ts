/** A small workspace for tests in its own git repository. It needs no network. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { vi } from "vitest";
import { pnpm } from "../src/tools.ts";

const repo = join(import.meta.dirname, "../../..");
const packageManager = "pnpm@10.34.9";

/** Puts the pinned pnpm on the PATH, as a script of this repository does, because npx would take longer. */
export function usePinnedPnpm(): void {
  if (pnpm(repo)[0] === "pnpm") return;
  const command = ["-y", packageManager, "exec", "node", "-p", "process.env.PATH"];
  // npm prints warnings about settings from other programs in the environment.
  const quiet = { cwd: repo, encoding: "utf8", stdio: "pipe" } as const;
  vi.stubEnv("PATH", execFileSync("npx", command, quiet).trim());
  vi.stubEnv("npm_config_user_agent", packageManager.replace("@", "/"));
}

export interface TestWorkspace {
  readonly root: string;
  write(file: string, text: string): void;
  git(...args: string[]): string;
}

/** How a package of the workspace is packed. publint checks the tarball, but attw does not, because it would take too long. */
const packers = {
  /** As in this repository. */
  pnpm: "pnpm pack --out .pack/package.tgz",
  /** Packs the same files much faster, but does not replace `workspace:` versions. */
  tar: "mkdir -p .pack/package && cp -R dist *.json *.md LICENSE .pack/package && tar -czf .pack/package.tgz -C .pack package",
};

/**
 * Creates three packages: coins 1.0.0; till 1.2.0, which imports coins; and sign 0.3.0, which imports neither.
 * @param packer - for coins and sign; till always uses pnpm
 */
export function makeWorkspace(packer: keyof typeof packers): TestWorkspace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "refunds-made-up-")));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], {
      cwd: root,
      encoding: "utf8",
    });
  write("package.json", json({ name: "made-up", private: true, type: "module", packageManager }));
  write("pnpm-workspace.yaml", "packages:\n  - packages/*\n");
  write(".gitignore", "node_modules/\ndist/\n.pack/\n");
  write(".changeset/config.json", json({ access: "public", format: false }));
  write(".changeset/README.md", "Changesets.\n");
  const add = (word: string, version: string, code: string) =>
    addPackage(write, packer, word, version, code);
  add("coins", "1.0.0", "export const pence = (pounds) => pounds * 100;\n");
  addPackage(
    write,
    "pnpm",
    "till",
    "1.2.0",
    'import { pence } from "@made-up/coins";\nexport const total = (pounds) => pence(pounds);\n',
    { "@made-up/coins": "workspace:^" },
  );
  add("sign", "0.3.0", 'export const words = "open";\n');
  git("init", "--quiet", "--initial-branch=main");
  execFileSync("pnpm", ["install", "--offline", "--silent"], { cwd: root });
  git("add", "--all");
  git("commit", "--quiet", "--message=Start");
  return { root, write, git };
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

function addPackage(
  write: TestWorkspace["write"],
  packer: keyof typeof packers,
  word: string,
  version: string,
  code: string,
  dependencies: Record<string, string> = {},
): void {
  const folder = `packages/${word}`;
  const name = `@made-up/${word}`;
  const exported = { types: "./dist/index.d.ts", default: "./dist/index.js" };
  write(
    `${folder}/package.json`,
    json({
      name,
      version,
      license: "MIT",
      type: "module",
      files: ["dist"],
      exports: { ".": exported, "./package.json": "./package.json" },
      scripts: {
        build: `node -e "fs.cpSync('src', 'dist', { recursive: true })"`,
        package: `${packers[packer]} && publint --strict .pack/package.tgz`,
      },
      dependencies,
    }),
  );
  write(`${folder}/README.md`, `# ${name}\n`);
  write(`${folder}/LICENSE`, "MIT\n");
  write(`${folder}/src/index.js`, code);
  write(`${folder}/src/index.d.ts`, "export {};\n");
}

/** The text of a changeset. */
export const changesetText = (releases: Record<string, string>, summary: string): string =>
  `---\n${Object.entries(releases)
    .map(([name, bump]) => `"${name}": ${bump}\n`)
    .join("")}---\n\n${summary}\n`;
