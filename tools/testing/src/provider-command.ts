/** `npm run provider <name>`: what `npm test` checks of one provider, as far as it takes a minute or two. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const help = `Usage: npm run provider <name>

Checks one provider while you write its spec: the generated files, the wire vectors, the examples of the spec,
the types, the facts of its page, mutated answers and its simulator. It stops at the first check that fails.
\`npm test\` checks the rest.
`;

const root = fileURLToPath(new URL("../../../", import.meta.url));

interface Step {
  readonly title: string;
  /** Relative to the repository. */
  readonly folder?: string;
  readonly command: readonly string[];
}

const program = (path: string, ...given: string[]) => [
  process.execPath,
  "--conditions=refunds-source",
  fileURLToPath(new URL(path, new URL("../../../", import.meta.url))),
  ...given,
];
const vitest = (...given: string[]) => program("node_modules/vitest/vitest.mjs", "run", ...given);
const tsc = (...given: string[]) => program("node_modules/typescript/bin/tsc", ...given);

const steps = (name: string): readonly Step[] => [
  { title: "generated files", command: program("tools/generator/src/cli.js", "--check") },
  { title: "wire vectors", command: program("tools/testing/src/vectors-command.ts", name) },
  { title: "examples of the spec", folder: `packages/${name}`, command: vitest() },
  { title: "types", folder: `packages/${name}`, command: tsc("--noEmit") },
  { title: "types of the examples", folder: `packages/${name}`, command: tsc("-p", "test") },
  {
    title: "facts of the page",
    folder: "tools/drift",
    command: vitest("test/specs.test.ts", "-t", name),
  },
  {
    title: "mutated answers",
    command: program(
      "tools/safety/src/main.ts",
      ...["answers", "--runs", "20000", "--providers", name],
    ),
  },
  { title: "simulator", folder: "packages/sandbox", command: vitest("-t", name) },
  {
    title: "lost replies, and defects that must be found",
    folder: "tools/safety",
    command: vitest(
      "test/lost-reply/own.test.ts",
      "test/answers/defective-tables.test.ts",
      "-t",
      name,
    ),
  },
];

const [name = "--help"] = process.argv.slice(2);
if (name === "--help") {
  process.stdout.write(help);
} else if (!existsSync(`${root}packages/${name}/src`)) {
  process.stderr.write(
    `There is no packages/${name}. Write specs/${name}.yaml, then run npm run generate.\n`,
  );
  process.exitCode = 2;
} else {
  process.exitCode = steps(name).every(run) ? 0 : 1;
}

function run({ title, folder = "", command: [file = "", ...given] }: Step): boolean {
  process.stdout.write(`${title} ... `);
  const startedAt = performance.now();
  const { status, stdout, stderr } = spawnSync(file, given, {
    cwd: root + folder,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(status === 0 ? `ok, ${seconds} s\n` : `failed\n\n${stdout}${stderr}`);
  return status === 0;
}
