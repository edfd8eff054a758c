/** From a changed page to versions and changelogs, by the project's own commands and the real `changeset version`. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { formats, page, withoutLine, withTable } from "./support/page.ts";
import { changesetVersion, compileAndTest, script } from "./support/project-scripts.ts";
import { type Found, makeRepo, type Ran, type Repo } from "./support/repo.ts";

const spec = "specs/fjordpay.yaml";
const typeTest = "packages/refunds/test/types/fjordpay.test-d.ts";

let repo: Repo;

/** The last release: every package is at 1.0.0, and the page was accepted. */
beforeEach(async () => {
  repo = await makeRepo();
  repo.write("page.html", formats.html(page));
  passes(script(repo, "docs:accept", "fjordpay", "page.html", "--yes"));
  repo.commit("The page as it was read");
  repo.release();
}, 120_000);

afterEach(() => repo.remove());

function passes(ran: Ran): string {
  expect(ran.status, ran.stdout + ran.stderr).toBe(0);
  return ran.stdout;
}

function fails(ran: Ran): Ran {
  expect(ran.status, ran.stdout + ran.stderr).toBe(1);
  return ran;
}

const lineOf = (piece: string) => (repo.read(spec).split(piece)[0] ?? "").split("\n").length;

/** A user's program: what it sent, and its outcomes. */
const caller = `import { fjordpay, type FjordpayErrorCode } from "refunds";

const sent: string[] = [];
const frozen: FjordpayErrorCode = "payment_frozen";
const client = fjordpay({
  environment: "test",
  apiKey: "k",
  merchantId: "NO123456",
  fetch: async (input, init) => {
    sent.push(await new Request(input, init).text());
    return Response.json({ error: { code: frozen, message: "The payment is frozen." } }, { status: 409 });
  },
});
const amount = { value: 1050, currency: "NOK" } as const;
const outcome = await client.refund({ payment: { id: "pay_1" }, key: "k", amount, extra: { memo: "x" } });
const { status, reason, code } = outcome as { status: string; reason?: string; code?: string };
console.log(JSON.stringify({ sent, status, reason, code }));
`;

const versions = () =>
  Object.fromEntries(
    ["core", "fjordpay", "journal", "northpay", "refunds", "sandbox"].map((folder) => [
      folder,
      JSON.parse(repo.read(`packages/${folder}/package.json`)).version,
    ]),
  );

async function everythingIsGreen(changedPage: string): Promise<void> {
  expect(passes(script(repo, "docs:check", "fjordpay", changedPage))).toContain(
    "fjordpay: no change in facts",
  );
  passes(script(repo, "generate:check"));
  passes(await repo.changes("--check"));
  for (const ran of compileAndTest(repo, "fjordpay")) passes(ran);
}

test("a new optional field and a new error: the provider minor, the aggregate minor, the others not at all", {
  timeout: 240_000,
}, async () => {
  const withField = withTable(page, "Request body", (rows) => [
    ...rows,
    ["memo", "String", "No", "For the payer's books, max 35 characters"],
  ]);
  const changed = withTable(withField, "Error codes", (rows) => [
    ...rows,
    ["payment_frozen", "The payment is frozen.", "Wait until it is released"],
  ]);
  // Saved by another person, in another way.
  repo.write("changed.md", formats.markdown(changed));

  const { stdout: report } = fails(script(repo, "docs:check", "fjordpay", "changed.md"));
  expect(report).toContain("fjordpay: 2 changes, minor (");
  expect(report).toContain(
    "minor  request.memo added (place body, type string, required no, maxLength 35)",
  );
  expect(report).toContain("minor  error.payment_frozen added (message The payment is frozen.)");
  expect(report).toContain(`spec  ${spec}:${lineOf("        amount: { $ref") - 1}\n`);
  const { stderr: refusal } = fails(script(repo, "docs:accept", "fjordpay", "changed.md"));
  expect(refusal).toContain("no line carries the fact request.memo.type: string");

  const field =
    "        memo: { type: string, maxLength: 35, description: For the payer's books., x-source: page }\n";
  repo.edit(spec, "        note: {", `${field}        note: {`);
  repo.edit(
    spec,
    "          extra.note: body#/note\n",
    "          extra.note: body#/note\n          extra.memo: body#/memo\n",
  );
  const error =
    "    - { code: payment_frozen, text: The payment is frozen., reason: not_refundable, money: none, x-source: page }\n";
  repo.edit(spec, "    - { code: internal_error", `${error}    - { code: internal_error`);
  repo.edit(spec, "  read: 2026-11-22", "  read: 2026-12-01");

  fails(script(repo, "generate:check"));
  passes(script(repo, "generate"));
  passes(script(repo, "docs:accept", "fjordpay", "changed.md"));
  // What was no program before is one now.
  repo.edit(typeTest, "// @ts-expect-error - there is no memo\n", "");
  repo.write("packages/refunds/test/caller.ts", caller);
  const told = passes(
    repo.run(process.execPath, "--conditions=refunds-source", "packages/refunds/test/caller.ts"),
  );
  expect(JSON.parse(told)).toEqual({
    sent: ['{"amount":{"value":"10.50","currency":"NOK"},"memo":"x"}'],
    status: "declined",
    reason: "not_refundable",
    code: "payment_frozen",
  });

  expect(fails(script(repo, "changes:check")).stderr).toContain(
    "@refunds/fjordpay needs a changeset, a minor at least: `extra.memo` is new, and optional",
  );
  passes(script(repo, "changes"));
  expect(repo.read(".changeset/changes-fjordpay.md")).toBe(`---
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
  passes(await repo.changes("--check"));

  repo.commit("Follow the page");
  passes(changesetVersion(repo));
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
  expect(repo.read("packages/refunds/CHANGELOG.md")).toMatch(
    /## 1\.1\.0\n\n### Minor Changes\n\n- (\w+: )?What changed for callers:\n {2}- `@refunds\/fjordpay`: `extra\.memo` is new, and optional\.\n {2}- `@refunds\/fjordpay`: Error payment_frozen is now known: `not_refundable`\.\n/,
  );
  for (const other of ["core", "journal", "northpay", "sandbox"])
    expect(repo.has(`packages/${other}/CHANGELOG.md`), other).toBe(false);
  expect(JSON.parse(repo.read("packages/fjordpay/package.json")).refunds.documentation.read).toBe(
    "2026-12-01",
  );
  // Versioned and not yet published: for `changes`, the version itself says what the changesets said.
  await everythingIsGreen("changed.md");
});

test("a response field is removed: a major, and a patch fails with the reason", {
  timeout: 240_000,
}, async () => {
  const withoutRow = withTable(page, "Response", (rows) =>
    rows.filter(([name]) => name !== "createdAt"),
  );
  repo.write("changed.txt", formats.pipes(withoutLine(withoutRow, /,\n {2}"createdAt": \d+/)));

  const { stdout: report } = fails(script(repo, "docs:check", "fjordpay", "changed.txt"));
  expect(report).toContain("major  response.createdAt removed");
  expect(report).toContain(`spec  ${spec}:${lineOf("        createdAt: { type: integer")}\n`);

  repo.edit(
    spec,
    "        createdAt: { type: integer, description: When the refund was made., x-time: { format: unix-seconds }, x-source: page }\n",
    "",
  );
  for (const line of repo.read(spec).match(/ {8}createdAt: "\{\{now\}\}"\n/g) ?? [])
    repo.edit(spec, line, "");
  for (const piece of repo.read(spec).match(/, createdAt: 1790000000/g) ?? [])
    repo.edit(spec, piece, "");
  passes(script(repo, "generate"));
  passes(script(repo, "docs:accept", "fjordpay", "changed.txt"));
  repo.edit(
    typeTest,
    'if (outcome.status === "succeeded") void outcome.answer.createdAt;\n',
    'if (outcome.status === "succeeded") void outcome.answer.id;\n',
  );
  repo.write(".changeset/small.md", '---\n"@refunds/fjordpay": patch\n---\n\nA small thing.\n');

  const { stdout } = fails(await repo.changes("--check", "--json"));
  const { packages, problems } = JSON.parse(stdout) as {
    packages: (Found & { name: string })[];
    problems: string[];
  };
  expect(problems[0]).toMatch(
    /^\.changeset\/small\.md calls @refunds\/fjordpay a patch, but it is a major: `createdAt` of the answer to a refund is gone \(specs\/fjordpay\.yaml:\d+; programs that read it no longer compile\)\. Run: npm run changes$/,
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

  passes(await repo.changes());
  expect(repo.read(".changeset/changes-fjordpay.md")).toBe(
    '---\n"@refunds/fjordpay": major\n---\n\n**Breaking:** `createdAt` of the answer to a refund is gone.\n',
  );
  expect(repo.read(".changeset/small.md")).toContain("patch");

  repo.commit("Follow the page");
  passes(changesetVersion(repo));
  expect(versions()).toMatchObject({ fjordpay: "2.0.0", northpay: "1.0.0", refunds: "2.0.0" });
  expect(repo.read("packages/refunds/CHANGELOG.md")).toContain(
    "**Breaking:** `@refunds/fjordpay`: `createdAt` of the answer to a refund is gone.",
  );
  await everythingIsGreen("changed.txt");
});
