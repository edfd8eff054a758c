import { cpSync, lstatSync, mkdirSync, mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { mustRun } from "./must-run.ts";

/** The repository as it would be if everything were committed now, where a rehearsal may change it. */
export interface Copy {
  readonly folder: string;
  /** The commit it was made from, in short. */
  readonly commit: string;
  /** Paths that differ from that commit; the copy has them as they are in the working tree. */
  readonly uncommitted: readonly string[];
}

/**
 * A clone, because changelogs name commits, with what is not committed yet put over it. A `git worktree` would leave
 * its traces in the repository.
 * @throws where git fails, with what it said
 */
export async function copyRepository(root: string): Promise<Copy> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "refunds-release-")));
  const git = async (...args: string[]) => mustRun(["git", ...args], root);
  const paths = async (...args: string[]) => (await git(...args)).split("\0").filter(Boolean);
  await git("clone", "--quiet", "--shared", ".", folder);
  const uncommitted = [
    // Without renames: a path that is gone is named as well as the one it went to.
    ...(await paths("diff", "--name-only", "--no-renames", "-z", "HEAD")),
    ...(await paths("ls-files", "--others", "--exclude-standard", "-z")),
    // A path that ends so is another repository inside this one, which git does not take in either.
  ].filter((path) => !path.endsWith("/"));
  const isThere = (path: string) => lstatSync(join(root, path), { throwIfNoEntry: false });
  for (const path of uncommitted.filter(isThere)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path), { verbatimSymlinks: true });
  }
  // By git, which takes the folders that get empty, too.
  const gone = uncommitted.filter((path) => !isThere(path));
  if (gone.length > 0) {
    const quietly = ["--quiet", "--force", "--ignore-unmatch", "--"];
    await mustRun(["git", "rm", ...quietly, ...gone], folder);
  }
  return { folder, commit: (await git("rev-parse", "--short", "HEAD")).trim(), uncommitted };
}
