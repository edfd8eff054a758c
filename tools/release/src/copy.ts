import { cpSync, lstatSync, mkdirSync, mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { mustRun } from "./must-run.ts";

/** A copy of the repository with all uncommitted changes, which a rehearsal may modify. */
export interface Copy {
  readonly folder: string;
  /** The short hash of the commit. */
  readonly commit: string;
  /** Paths with uncommitted changes, which the copy includes. */
  readonly uncommitted: readonly string[];
}

/**
 * Clones the repository, because changelogs name commits, and copies uncommitted changes. A `git worktree` would leave
 * traces in the repository.
 * @throws {Error} with git's output, if git fails
 */
export async function copyRepository(root: string): Promise<Copy> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "refunds-release-")));
  const git = async (...args: string[]) => mustRun(["git", ...args], root);
  const paths = async (...args: string[]) => (await git(...args)).split("\0").filter(Boolean);
  await git("clone", "--quiet", "--shared", ".", folder);
  const uncommitted = [
    // Without rename detection, so that both the old and the new path are listed.
    ...(await paths("diff", "--name-only", "--no-renames", "-z", "HEAD")),
    ...(await paths("ls-files", "--others", "--exclude-standard", "-z")),
    // A path with a trailing slash is a nested repository, which git does not include either.
  ].filter((path) => !path.endsWith("/"));
  const exists = (path: string) => lstatSync(join(root, path), { throwIfNoEntry: false });
  for (const path of uncommitted.filter(exists)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path), { verbatimSymlinks: true });
  }
  // git also removes folders that become empty.
  const removed = uncommitted.filter((path) => !exists(path));
  if (removed.length > 0) {
    const quietly = ["--quiet", "--force", "--ignore-unmatch", "--"];
    await mustRun(["git", "rm", ...quietly, ...removed], folder);
  }
  return { folder, commit: (await git("rev-parse", "--short", "HEAD")).trim(), uncommitted };
}
