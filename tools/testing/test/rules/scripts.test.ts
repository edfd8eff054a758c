import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { files, read, root } from "./repository.ts";
import { unportable } from "./scripts.ts";

const manifests = files
  .filter((path) => /^((packages|tools)\/[^/]+\/)?package\.json$/.test(path))
  .map((path) => ({ path, scripts: (JSON.parse(read(path)).scripts ?? {}) as Scripts }));

type Scripts = Readonly<Record<string, string>>;

const rootScripts = manifests.find(({ path }) => path === "package.json")?.scripts ?? {};

/** `npm` comes with Node, and `pnpm` is on the path of what pnpm runs. */
const everywhere = new Set(["node", "npm", "npx", "pnpm"]);

/** Scripts of the root that other scripts start by pnpm, and that no page tells anybody to start by npm. */
const underPnpm = new Set(
  Object.values(rootScripts).flatMap(
    (script) => /pnpm@\S+ run (?:--silent )?(\S+)$/.exec(script)?.[1] ?? [],
  ),
);

const told = files.filter((path) => path.endsWith(".md") || path.startsWith(".ci/"));

test.each(manifests)("every script of $path runs in a Windows shell", ({ path, scripts }) => {
  const folder = new URL(path, root);
  const has = (program: string) =>
    everywhere.has(program) ||
    // pnpm's own shell finds it there on Windows, too, where it ends in .exe.
    (/^node_modules\/.*\/bin\//.test(program) && existsSync(new URL(program, folder))) ||
    existsSync(new URL(`node_modules/.bin/${program}`, folder)) ||
    existsSync(new URL(`node_modules/.bin/${program}`, root));
  const problems = Object.entries(scripts).flatMap(([name, script]) =>
    unportable(script, has, path === "package.json" && underPnpm.has(name)).map(
      (problem) => `${name} ${problem}`,
    ),
  );
  expect(problems).toEqual([]);
});

test("what needs pnpm's own shell is started by pnpm, which has it switched on", () => {
  expect(parse(read("pnpm-workspace.yaml"))).toMatchObject({ shellEmulator: true });
  expect([...underPnpm]).toEqual(["demo", "gate"]);
  const byNpm = told.filter((path) =>
    /npm run (demo|gate)\b/.test(read(path).replaceAll("pnpm", "")),
  );
  expect(byNpm).toEqual([]);
});

test.each([
  ["A=1 node x.js", "sets A=1"],
  ["rm -rf dist && tsc", "runs rm"],
  ["node -e 'fs.rmSync(1)'", "has '"],
  ["node x.js; node y.js", "has ;"],
  ["node x.js | node y.js", "has |"],
  ["node x.js > out.txt", "has >"],
  ["node src/*.js", "has *"],
  ["node $npm_package_main", "has $"],
  ['node -e "$HOME"', "has $"],
  ["node x.js %HOME%", "has %"],
  ["node x.js & node y.js", "has &"],
])("the check refuses %s", (script, because) => {
  expect(unportable(script, (program) => program === "node" || program === "tsc", false)).toEqual([
    expect.stringContaining(because),
  ]);
});

test("the check takes what both shells know", () => {
  const script =
    "node -e \"fs.rmSync('dist', { recursive: true })\" && node x.js --out .pack/x.tgz";
  expect(unportable(script, (program) => program === "node", false)).toEqual([]);
});
