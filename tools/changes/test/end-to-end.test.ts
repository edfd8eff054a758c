/** From the edited spec to versions and changelogs, by the real programs. */
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Found, makeRepo, type Repo } from "./support/repo.ts";

const changesetProgram = join(import.meta.dirname, "../../../node_modules/@changesets/cli/bin.js");
const spec = "specs/fjordpay.yaml";
const createdAt =
  "        createdAt: { type: integer, description: When the refund was made., x-time: { format: unix-seconds }, x-source: page }\n";

let repo: Repo;

beforeEach(async () => {
  repo = await makeRepo();
  repo.release();
}, 120_000);

afterEach(() => repo.remove());

const versions = () =>
  Object.fromEntries(
    ["core", "fjordpay", "journal", "northpay", "refunds", "sandbox"].map((folder) => [
      folder,
      JSON.parse(repo.read(`packages/${folder}/package.json`)).version,
    ]),
  );

test("a new optional field and a new error: the provider minor, the aggregate minor, the others not at all", {
  timeout: 240_000,
}, async () => {
  repo.edit(
    spec,
    "          extra.note: body#/note\n",
    "          extra.note: body#/note\n          extra.memo: body#/memo\n",
  );
  repo.edit(
    spec,
    "        note: {",
    "        memo: { type: string, description: A memo., x-source: page }\n        note: {",
  );
  repo.edit(
    spec,
    "    - { code: internal_error",
    "    - { code: payment_frozen, text: The payment is frozen., reason: not_refundable, money: none, x-source: page }\n    - { code: internal_error",
  );
  await repo.generate();

  const first = repo.changes();
  expect(first.status).toBe(0);
  const written = repo.read(".changeset/changes-fjordpay.md");
  expect(written).toBe(`---
"@refunds/fjordpay": minor
---

What changed for callers:
- \`extra.memo\` is new, and optional.
- Error payment_frozen is now known: \`not_refundable\`.
`);
  expect(repo.git("status", "--short", ".changeset").trim().split("\n").sort()).toEqual([
    "?? .changeset/changes-fjordpay.md",
    "?? .changeset/changes-refunds.md",
  ]);

  repo.commit("Change");
  const { status, stderr, stdout } = repo.run(process.execPath, changesetProgram, "version");
  expect(status, stdout + stderr).toBe(0);
  expect(versions()).toEqual({
    core: "1.0.0",
    fjordpay: "1.1.0",
    journal: "1.0.0",
    northpay: "1.0.0",
    refunds: "1.1.0",
    sandbox: "1.0.0",
  });
  expect(repo.read("packages/fjordpay/CHANGELOG.md")).toMatch(
    /## 1\.1\.0\n\n### Minor Changes\n\n- (\w+: )?What changed for callers:\n {2}- `extra\.memo` is new, and optional\.\n {2}- Error payment_frozen is now known: `not_refundable`\.\n/,
  );
  expect(repo.read("packages/refunds/CHANGELOG.md")).toContain(
    "- `@refunds/fjordpay`: `extra.memo` is new, and optional.",
  );
  expect(repo.has("packages/northpay/CHANGELOG.md")).toBe(false);

  // Versioned and not yet published: the version itself says what the changesets said.
  expect(repo.changes("--check")).toMatchObject({ status: 0 });
});

test("a response field is removed: a major, and a patch fails with the reason", {
  timeout: 240_000,
}, async () => {
  repo.edit(spec, createdAt, "");
  for (const line of repo.read(spec).match(/ {8}createdAt: "\{\{now\}\}"\n/g) ?? [])
    repo.edit(spec, line, "");
  for (const piece of repo.read(spec).match(/, createdAt: 1790000000/g) ?? [])
    repo.edit(spec, piece, "");
  await repo.generate();
  repo.write(".changeset/small.md", '---\n"@refunds/fjordpay": patch\n---\n\nA small thing.\n');

  const { status, stdout } = repo.changes("--check", "--json");
  expect(status).toBe(1);
  const { packages, problems } = JSON.parse(stdout) as {
    packages: (Found & { name: string })[];
    problems: string[];
  };
  expect(problems[0]).toMatch(
    /^\.changeset\/small\.md calls @refunds\/fjordpay a patch, but it is a major: `createdAt` of the answer to a refund is gone \(specs\/fjordpay\.yaml:\d+; programs that read it no longer compile\)\. Run: pnpm changes$/,
  );
  const found = (name: string) => packages.find((each) => each.name === name);
  const everyWitness = { spec: "major", types: "major", tests: "major" };
  expect(found("@refunds/fjordpay")).toMatchObject({ witnesses: everyWitness, disagreement: null });
  expect(
    found("@refunds/fjordpay")?.findings.find(({ witness }) => witness === "tests")?.text,
  ).toContain(
    '`if (outcome.status === "succeeded") void outcome.answer.createdAt;` no longer compiles',
  );
  expect(found("refunds")).toMatchObject({ found: "major" });
  expect(found("@refunds/northpay")).toMatchObject({ found: "none" });
  expect(found("@refunds/sandbox")).toMatchObject({ found: "none" });

  expect(repo.changes().status).toBe(0);
  expect(repo.read(".changeset/changes-fjordpay.md")).toBe(
    '---\n"@refunds/fjordpay": major\n---\n\n**Breaking:** `createdAt` of the answer to a refund is gone.\n',
  );
  expect(repo.read(".changeset/small.md")).toContain("patch");
});
