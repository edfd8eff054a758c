/** Which release is compared with, and what is said where that cannot be known. */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
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
    "git has no tag @refunds/fjordpay@1.1.0 here. So there is nothing to compare with. Fetch the tags: git fetch --tags",
  );
});

describe("after the first release", () => {
  /** As `changeset version` makes it from 0.0.0: a version and a changelog each, not committed yet. */
  beforeEach(() => {
    const manifests = repo.git("ls-files", "packages/*/package.json").trim().split("\n");
    const versioned = manifests.map((path) => [path, repo.read(path)] as const);
    for (const [path, text] of versioned)
      repo.write(path, text.replace(/("version": ?)"1\.0\.0"/, '$1"0.0.0"'));
    repo.commit("Before the first release");
    for (const [path, text] of versioned) {
      repo.write(path, text);
      const heading = `# ${JSON.parse(text).name}\n\n## 1.0.0\n`;
      repo.write(path.replace("package.json", "CHANGELOG.md"), heading);
    }
  });

  test("its version needs no tag until it is published", async () => {
    expect(await repo.changes("--check")).toMatchObject({ status: 0 });
    repo.commit("Release");
    expect(await repo.changes("--check")).toMatchObject({ status: 0 });
  });

  test("a merged pull request with the versions needs no tag either", async () => {
    repo.git("checkout", "--quiet", "-b", "release");
    repo.commit("Version the packages");
    repo.git("checkout", "--quiet", "main");
    repo.git("merge", "--quiet", "--no-ff", "--message=Release", "release");
    expect(await repo.changes("--check")).toMatchObject({ status: 0 });
  });

  test("a forgotten `git push --tags` is an error that names the tag and both remedies", async () => {
    repo.commit("Release");
    loosen(140, 200);
    repo.commit("A change that needs a changeset");
    const { status, stderr } = await repo.changes("--check");
    expect(status).toBe(2);
    expect(stderr).toContain("git has no tag @refunds/core@1.0.0 here");
    expect(stderr).toContain("Fetch the tags: git fetch --tags");
    expect(stderr).toContain("push it from the machine that released: git push --tags");
  });

  test("a clone without tags gets the same error, and fetching them makes the comparison work", async () => {
    repo.commit("Release");
    repo.release();
    const remote = realpathSync(mkdtempSync(join(tmpdir(), "changes-remote-")));
    repo.git("clone", "--quiet", "--bare", repo.root, remote);
    repo.git("remote", "add", "origin", remote);
    repo.git("tag", "--delete", ...repo.git("tag").trim().split("\n"));
    loosen(140, 200);
    repo.commit("A change that needs a changeset");
    const blind = await repo.changes("--check");
    repo.git("fetch", "--quiet", "--tags", "origin");
    const seeing = await repo.changes("--check");
    rmSync(remote, { recursive: true });
    expect(blind).toMatchObject({ status: 2, stderr: expect.stringContaining("git fetch --tags") });
    expect(seeing.status).toBe(1);
    expect(seeing.stderr).toContain("@refunds/fjordpay needs a changeset");
  });

  test("a tag of the last release that is missing is not replaced by an older one", async () => {
    repo.commit("Release");
    repo.release();
    setVersion("1.0.0", "1.1.0");
    repo.write(changelog, "# @refunds/fjordpay\n\n## 1.1.0\n\n## 1.0.0\n");
    repo.commit("Release");
    // `refunds` does not follow, which is another finding than that a tag is missing.
    expect((await repo.changes("--check")).stderr).toContain("refunds needs a changeset");
    repo.commit("More");
    const { status, stderr } = await repo.changes("--check");
    expect(status).toBe(2);
    expect(stderr).toContain("git has no tag @refunds/fjordpay@1.1.0 here");
  });
});

test("a shallow clone without tags does not prove that nothing was released", async () => {
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

test("a spec that is not YAML stops the comparison, and its line is named", async () => {
  repo.write(spec, "openapi: [\n");
  expect(await repo.changes("--check", "--since", "HEAD")).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(
      /^Cannot compare\.\nspecs\/fjordpay\.yaml:\d+:\d+ {2}this is not valid YAML; /,
    ),
  });
});
