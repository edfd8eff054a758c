/** Which release is compared with, and what is said where that cannot be known. */
import { mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeRepo, type Repo, repoAt } from "./support/repo.ts";

const spec = "specs/fjordpay.yaml";
const manifest = "packages/fjordpay/package.json";
const changelog = "packages/fjordpay/CHANGELOG.md";

let repo: Repo;

beforeEach(async () => {
  repo = await makeRepo();
}, 120_000);

afterEach(() => repo.remove());

const loosen = (from: number, to: number) =>
  repo.edit(spec, `maxLength: ${from}`, `maxLength: ${to}`);
const setVersion = (from: string, to: string) =>
  repo.edit(manifest, `"version": "${from}"`, `"version": "${to}"`);

test("before the first release there is nothing to compare with, and it says so", async () => {
  setVersion("1.0.0", "0.0.0");
  loosen(140, 200);
  repo.write(".changeset/first.md", '---\n"@refunds/fjordpay": minor\n---\n\nFirst release.\n');
  const { status, stdout } = await repo.changes("--check");
  expect(status).toBe(0);
  expect(stdout).toContain(
    "@refunds/fjordpay 0.0.0 -> 0.1.0: minor, never released, so there is nothing to compare with",
  );
});

test("each package is compared with its own last release", async () => {
  repo.release();
  loosen(140, 200);
  setVersion("1.0.0", "1.1.0");
  repo.write(changelog, "# @refunds/fjordpay\n\n## 1.1.0\n\n## 1.0.0\n");
  repo.commit("Release");
  // As changesets tags it, with words of its own; the others are bare.
  repo.git("tag", "--message=@refunds/fjordpay@1.1.0", "@refunds/fjordpay@1.1.0");
  expect((await repo.changes("--check")).status).toBe(0);
  loosen(200, 300);
  expect((await repo.changes("--check")).stderr).toContain(
    "`reason` may be up to 300 characters long",
  );
});

test("a version that is not published yet claims what it steps over", async () => {
  repo.release();
  repo.edit(spec, "required: [amount]", "required: [amount, reason]");
  setVersion("1.0.0", "1.1.0");
  repo.write(changelog, "# @refunds/fjordpay\n\n## 1.1.0\n\n## 1.0.0\n");
  const { status, stderr } = await repo.changes("--check");
  expect(status).toBe(1);
  expect(stderr).toContain(
    "the version in package.json calls @refunds/fjordpay a minor, but it is a major",
  );
});

test("a tag that is missing is named, with how to get it", async () => {
  repo.release();
  setVersion("1.0.0", "1.2.0");
  repo.write(changelog, "# @refunds/fjordpay\n\n## 1.2.0\n\n## 1.1.0\n\n## 1.0.0\n");
  const { status, stderr } = await repo.changes("--check");
  expect(status).toBe(2);
  expect(stderr).toContain(
    "git has no tag @refunds/fjordpay@1.1.0 here. Fetch the tags: git fetch",
  );
});

test("a shallow clone without tags is no proof that nothing was released", async () => {
  repo.release();
  repo.commit("More");
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "changes-clone-")));
  repo.git("clone", "--quiet", "--depth=1", "--no-tags", `file://${repo.root}`, folder);
  const clone = repoAt(folder);
  const { status, stderr } = await clone.changes("--check");
  clone.remove();
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Cannot compare\. @refunds\/core 1\.0\.0 was released before/);
});

test("any ref can be compared with", async () => {
  loosen(140, 200);
  repo.commit("Loosen");
  expect((await repo.changes("--check", "--since", "HEAD")).status).toBe(0);
  expect((await repo.changes("--check", "--since", "HEAD~1")).status).toBe(1);
  expect(await repo.changes("--since", "nowhere")).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(
      /^Cannot compare\. There is no tag, branch or commit "nowhere" in /,
    ),
  });
});
