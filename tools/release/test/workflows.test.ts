import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { actionRefusals, workflowRefusals } from "./github-parser.ts";
import { problemsOf, rightsOf } from "./workflow-rules.ts";

const root = join(import.meta.dirname, "../../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const folder = (path: string) => readdirSync(join(root, path)).map((name) => `${path}/${name}`);

const workflows = folder(".github/workflows");
const actions = folder(".github/actions").map((path) => `${path}/action.yml`);
const repository = {
  scripts: Object.keys(JSON.parse(read("package.json")).scripts),
  exists: (path: string) => existsSync(join(root, path)),
};

describe.each(workflows)("%s", (path) => {
  test("GitHub's parser accepts it", async () => {
    expect(await workflowRefusals(read(path))).toEqual([]);
  });

  test("follows every rule", () => {
    expect(problemsOf(read(path), repository)).toEqual([]);
  });
});

test.each(actions)("%s follows every rule, and GitHub's parser accepts it", (path) => {
  expect(actionRefusals(read(path))).toEqual([]);
  expect(problemsOf(read(path), repository)).toEqual([]);
});

test("no job has more permissions than these", () => {
  expect(workflows.flatMap((path) => rightsOf(read(path)))).toEqual([
    "gate: contents read",
    "changes: contents read",
    "check: contents read",
    "check: issues write",
    "mode: contents read",
    "version: contents write",
    "version: pull-requests write",
    "pack: contents read",
    "publish: contents write",
    "publish: id-token write",
    "build: contents read",
    "publish: pages write",
    "publish: id-token write",
    "network: contents read",
    "frameworks: contents read",
    "examples: contents read",
  ]);
});

test("an action has the same commit everywhere", () => {
  const uses = [...workflows, ...actions].flatMap((path) => [
    ...read(path).matchAll(/uses: ([^/\s]+\/[^/@\s]+)\S*@(\S+ # \S+)/g),
  ]);
  const commits = new Map<string, Set<string>>();
  for (const [, action = "", commit = ""] of uses) {
    commits.set(action, (commits.get(action) ?? new Set()).add(commit));
  }
  expect(commits.size).toBe(8);
  expect([...commits].filter(([, each]) => each.size > 1)).toEqual([]);
});

test("workflows run in the repository that the packages name, which provenance requires", () => {
  const { repository: named } = JSON.parse(read("packages/refunds/package.json"));
  const [, slug] = /github\.com\/(.+)\.git$/.exec(named.url) ?? [];
  const guards = workflows.flatMap((path) => [
    ...read(path).matchAll(/github\.repository == '([^']+)'/g),
  ]);
  expect(guards.map(([, guard]) => guard)).toEqual(Array(6).fill(slug));
});

describe("the rules", () => {
  const good = `name: Good
on: push
permissions:
  contents: read
jobs:
  job:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    environment: release
    permissions:
      contents: read
      id-token: write
    steps:
      - uses: actions/checkout@0123456789012345678901234567890123456789 # v1.2.3
        with:
          persist-credentials: false
      - run: pnpm release
        env:
          TITLE: \${{ github.event.pull_request.title }}
`;

  test("a valid workflow violates no rule", async () => {
    expect(problemsOf(good, repository)).toEqual([]);
    expect(await workflowRefusals(good)).toEqual([]);
  });

  test.each([
    ["a tag", /@0{1}\d+ # v1\.2\.3/, "@v1", /checkout@v1 must be pinned/],
    [
      "no version next to the commit",
      / # v1\.2\.3/,
      "",
      /must be pinned to a commit, with its version/,
    ],
    [
      "a local action that does not exist",
      /actions\/checkout@.*/,
      "./nowhere",
      /\.\/nowhere must be/,
    ],
    ["no permissions", /^permissions:\n.*\n/m, "", /the workflow must set each permission/],
    [
      "all permissions",
      /^permissions:\n.*\n/m,
      "permissions: write-all\n",
      /the workflow must set each permission/,
    ],
    [
      "permissions for every job",
      /^ {2}contents: read/m,
      "  contents: write",
      /the workflow grants contents/,
    ],
    [
      "all permissions for a job",
      / {4}permissions:\n.*\n.*\n/,
      "    permissions: write-all\n",
      /job must set each permission/,
    ],
    [
      "an expression in a command",
      "pnpm release",
      `pnpm release $${"{{ github.head_ref }}"}`,
      /contains an expression/,
    ],
    [
      "a secret",
      "github.event.pull_request.title",
      "secrets.NPM_TOKEN",
      /secrets\.NPM_TOKEN: workflows must not/,
    ],
    [
      "a trigger for code from outside",
      "on: push",
      "on:\n  pull_request_target:",
      /pull_request_target runs/,
    ],
    [
      "credentials on disk",
      "persist-credentials: false",
      "fetch-depth: 0",
      /leaves its token on disk/,
    ],
    ["the gate without tags", "pnpm release", ".ci/run", /job compares with the last release/],
    ["changes without tags", "pnpm release", "pnpm changes", /job compares with the last release/],
    ["no time limit", /.*timeout-minutes.*\n/, "", /job could run for six hours/],
    ["publishing outside of the environment", /.*environment.*\n/, "", /job can publish outside/],
    [
      "more than deploying in the environment of Pages",
      "environment: release",
      "environment: github-pages",
      /job can publish outside/,
    ],
    ["a script that does not exist", "pnpm release", "pnpm releases", /no script "releases"/],
    ["a program that is not a script", "pnpm release", "curl example.org", /curl: call a script/],
    ["a file that does not exist", "pnpm release", ".ci/walk", /\.ci\/walk does not exist/],
  ])("%s is a violation", (_, what, by, message) => {
    const bad = good.replace(what, () => by);
    expect(bad).not.toBe(good);
    const problems = problemsOf(bad, repository);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
  });

  test.each([
    ["an unknown key", "timeout-minutes", "timeout", /Unexpected value 'timeout'/],
    ["a permission that does not exist", "id-token", "npm", /Unexpected value 'npm'/],
    ["an invalid expression", "github.event.pull_request.title", "github.(", /Unexpected/],
  ])("GitHub's parser rejects %s", async (_, what, by, message) => {
    expect((await workflowRefusals(good.replace(what, by))).join()).toMatch(message);
  });
});
