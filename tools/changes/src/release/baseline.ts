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

/** Undefined for a package that was never released: then there is nothing to compare with. */
export function lastRelease(
  { name, folder, version }: Package,
  tree: Tree,
  git: Git,
  tags: ReadonlyMap<string, string>,
): Baseline | undefined {
  if (version === unreleased) return undefined;
  const changelog = tree.get(`packages/${folder}/CHANGELOG.md`) ?? "";
  const listed = [...changelog.matchAll(/^## (\d\S*)\s*$/gm)].map(([, each]) => each ?? "");
  const versions = semver.rsort([...new Set([version, ...listed])].filter((v) => semver.valid(v)));
  const tagged = versions.find((each) => tags.has(`${name}@${each}`));
  // The newest may be versioned and not yet published; every older one was published, and therefore has a tag.
  const untagged = tagged === undefined ? versions : versions.slice(0, versions.indexOf(tagged));
  if (tagged === undefined && untagged.length <= 1 && !git.isShallow()) return undefined;
  if (tagged === undefined || untagged.length > 1) {
    const missing = untagged.slice(tagged === undefined ? 0 : 1).map((each) => `${name}@${each}`);
    throw new CannotCompare(
      `${name} ${version} was released before, and git has no tag ${missing.join(", ")} here. ` +
        `Fetch the tags: git fetch --depth=1 origin 'refs/tags/*:refs/tags/*' (in GitHub Actions, ` +
        `actions/checkout with fetch-depth: 0), or name what to compare with: --since <ref>.`,
    );
  }
  const ref = `${name}@${tagged}`;
  return { version: tagged, ref, commit: tags.get(ref) ?? "" };
}

/** What every package starts at, before changesets gives it its first version. */
const unreleased = "0.0.0";
