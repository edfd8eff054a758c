import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { copyRepository } from "../src/copy.ts";

const folders: string[] = [];
const folder = () => {
  const made = realpathSync(mkdtempSync(join(tmpdir(), "refunds-copy-")));
  folders.push(made);
  return made;
};
let root: string;
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.org", ...args], {
    cwd: root,
    encoding: "utf8",
  });
const write = (file: string, text: string) => writeFileSync(join(root, file), text);

beforeEach(() => {
  root = folder();
  git("init", "--quiet");
  write(".gitignore", "ignored\n");
  for (const file of ["kept", "edited", "staged", "removed", "moved"]) write(file, `${file} 1\n`);
  git("add", "--all");
  git("commit", "--quiet", "--message=One");
  write("kept", "kept 2\n");
  git("commit", "--quiet", "--all", "--message=Two");
});
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

const contents = (copy: string) =>
  Object.fromEntries(
    ["kept", "edited", "staged", "removed", "moved", "renamed", "new", "ignored"].map((file) => [
      file,
      existsSync(join(copy, file)) ? readFileSync(join(copy, file), "utf8") : undefined,
    ]),
  );

test("a copy has the working tree's files and its history", async () => {
  write("edited", "edited 2\n");
  write("staged", "staged 2\n");
  git("add", "staged");
  rmSync(join(root, "removed"));
  git("mv", "moved", "renamed");
  write("new", "new 1\n");
  write("ignored", "ignored 1\n");
  git("clone", "--quiet", ".", "inside");
  const { folder: copy, commit, uncommitted } = await copyRepository(root);
  folders.push(copy);
  expect(existsSync(join(copy, "inside"))).toBe(false);
  expect(contents(copy)).toEqual({
    kept: "kept 2\n",
    edited: "edited 2\n",
    staged: "staged 2\n",
    removed: undefined,
    moved: undefined,
    renamed: "moved 1\n",
    new: "new 1\n",
    ignored: undefined,
  });
  expect(uncommitted.toSorted()).toEqual([
    "edited",
    "moved",
    "new",
    "removed",
    "renamed",
    "staged",
  ]);
  expect(git("rev-parse", "--short", "HEAD").trim()).toBe(commit);
  const subjects = execFileSync("git", ["log", "--format=%s"], { cwd: copy, encoding: "utf8" });
  expect(subjects).toBe("Two\nOne\n");
});

test("a shallow clone, as in CI, can be copied", async () => {
  const shallow = join(folder(), "shallow");
  git("clone", "--quiet", "--depth=1", `file://${root}`, shallow);
  root = shallow;
  const { folder: copy, uncommitted } = await copyRepository(shallow);
  folders.push(copy);
  expect(contents(copy).kept).toBe("kept 2\n");
  expect(uncommitted).toEqual([]);
});

test("a folder that is not a repository is an error", async () => {
  await expect(copyRepository(folder())).rejects.toThrow(/git clone .* failed in /);
});
