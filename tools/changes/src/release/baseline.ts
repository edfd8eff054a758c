/** Which commit is the last release of a package: the one that changesets tagged `<name>@<version>`. */
import semver from "semver";
import { CannotCompare } from "../finding.ts";
import type { Git } from "./git.ts";
import type { Package } from "./packages.ts";
import type { Tree } from "./tree.ts";

export interface Baseline {
  readonly version: string;
  /** What was asked for: a tag, or what `--since` said. */
  readonly ref: string;
  readonly commit: string;
}

/**
 * Undefined for a package that was never released: then there is nothing to compare with.
 * @throws {CannotCompare} where it was released and git has no tag of it: that looks the same, and is not
 */
export function lastRelease(
  each: Package,
  tree: Tree,
  git: Git,
  tags: ReadonlyMap<string, string>,
): Baseline | undefined {
  const { name, version } = each;
  if (version === unreleased) return undefined;
  const listed = versionsIn(tree, each);
  if (listed.length === 0 && !tags.has(`${name}@${version}`) && !git.isShallow()) return undefined;
  const [newest = version, ...older] = semver.rsort([...new Set([version, ...listed])]);
  const isTagged = tags.has(`${name}@${newest}`);
  // Until its tag is made, the newest is compared with the one before; the very first with nothing.
  const released = isTagged || !isBeingReleased(each, newest, git) ? newest : older[0];
  if (released === undefined) return undefined;
  const ref = `${name}@${released}`;
  const commit = tags.get(ref);
  if (commit === undefined) throw new CannotCompare(missingTag(each, released));
  return { version: released, ref, commit };
}

const changelogOf = ({ folder }: Package) => `packages/${folder}/CHANGELOG.md`;

const versionsIn = (tree: Tree, each: Package): string[] =>
  [...(tree.get(changelogOf(each)) ?? "").matchAll(/^## (\d\S*)\s*$/gm)].flatMap(
    ([, version]) => semver.valid(version) ?? [],
  );

/**
 * Whether a version came with the last commit, or is not committed yet. It is published from there and tagged only
 * then; whatever is committed after it comes after the tag.
 */
function isBeingReleased({ folder }: Package, version: string, git: Git): boolean {
  const manifest = `packages/${folder}/package.json`;
  return ["HEAD", "HEAD^1"].some((ref) => {
    const commit = git.find(ref);
    if (commit === undefined) return false;
    const then = git.files(commit, (path) => path === manifest).get(manifest);
    return JSON.parse(then ?? "{}").version !== version;
  });
}

const missingTag = (each: Package, released: string) =>
  `${each.name} ${released} was released before, and git has no tag ${each.name}@${released} here. ` +
  "So there is nothing to compare with. Fetch the tags: git fetch --tags (in GitHub Actions, actions/checkout with " +
  "fetch-depth: 0). If the remote does not have it either, push it from the machine that released: git push --tags. If " +
  "the release is still under way, run this again when it is done; if it was given up, revert the commit that made the " +
  "version. Or name what to compare with: --since <ref>.";

/** What every package starts at, before changesets gives it its first version. */
const unreleased = "0.0.0";
