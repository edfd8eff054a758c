/** What the witnesses say together, and whose a change is. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Found, makeRepo, type Repo } from "./support/repo.ts";

let repo: Repo;

beforeEach(async () => {
  repo = await makeRepo();
  repo.release();
}, 120_000);

afterEach(() => repo.remove());

async function foundAll(): Promise<(name: string) => Found | undefined> {
  const { stdout, stderr } = await repo.changes("--check", "--json");
  expect(stderr).toBe("");
  const { packages } = JSON.parse(stdout) as { packages: (Found & { name: string })[] };
  return (name) => packages.find((each) => each.name === name);
}

test("where they disagree the greater counts, and it is said", { timeout: 120_000 }, async () => {
  const known =
    "    - { code: who_knows, text: Unknown, reason: not_refundable, money: none, x-source: page }\n";
  repo.edit("specs/fjordpay.yaml", "  list:\n", `  list:\n${known}`);
  await repo.generate();
  const fjordpay = (await foundAll())("@refunds/fjordpay");
  expect(fjordpay).toMatchObject({
    found: "major",
    witnesses: { spec: "minor", types: "minor", tests: "major" },
    disagreement:
      "The witnesses disagree (the spec says minor, the types say minor, the last release's tests say major); the greater counts: major.",
  });
  expect(fjordpay?.findings.map(({ text }) => text)).toContain(
    '1 of 2 wire vectors no longer hold; the answer "an undocumented error": status should be "unknown" and is "declined".',
  );
});

test("behaviour that vectors hold is noticed, though spec and types stayed", {
  timeout: 120_000,
}, async () => {
  repo.edit("packages/fjordpay/src/table.ts", 'method: "PUT"', 'method: "POST"');
  const found = await foundAll();
  expect(found("@refunds/fjordpay")).toMatchObject({ witnesses: { tests: "major" } });
  expect(found("@refunds/northpay")).toMatchObject({ found: "none" });
});

test("what a package sees through another is that one's, unless it breaks", {
  timeout: 180_000,
}, async () => {
  const outcome = "packages/core/src/outcome.ts";
  const code = "  readonly code?: Code | (string & {});\n";
  repo.edit(outcome, code, `${code}  readonly hint?: string;\n`);
  const found = await foundAll();
  expect(found("@refunds/core")).toMatchObject({ found: "minor" });
  expect(found("@refunds/fjordpay")).toMatchObject({ found: "none" });
  expect(found("refunds")).toMatchObject({ found: "none" });

  repo.git("checkout", "--", outcome);
  repo.edit(outcome, '  | "rate_limited"\n', '  | "rate_limited"\n  | "frozen"\n');
  const broken = await foundAll();
  for (const name of ["@refunds/core", "@refunds/fjordpay", "@refunds/northpay", "refunds"]) {
    expect(broken(name), name).toMatchObject({ found: "major", witnesses: { types: "major" } });
  }
});

test("sources that differ without a finding are named, and fail nothing", {
  timeout: 120_000,
}, async () => {
  repo.edit("packages/journal/src/memory.ts", "export", "// Another comment.\nexport");
  const { status, stdout } = await repo.changes("--check");
  expect(status).toBe(0);
  expect(stdout).toContain(
    "@refunds/journal: nothing since @refunds/journal@1.0.0. Its sources differ: if users notice, write a changeset by hand.",
  );
});
