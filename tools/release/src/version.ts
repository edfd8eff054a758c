import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readChangesets } from "@changesets/read";
import { closest } from "fastest-levenshtein";
import { entryOf } from "./changelog.ts";
import { mustRun } from "./must-run.ts";
import { listPackages, type SourcePackage } from "./published/packages.ts";
import { changeset } from "./tools.ts";

/** A package that gets a new version. */
export interface Release extends SourcePackage {
  /** The old version. `version` is the new one. */
  readonly from: string;
  readonly bump: Bump;
  /** The changelog entry of the new version. */
  readonly entry: string;
}

const bumps = ["major", "minor", "patch"] as const;
type Bump = (typeof bumps)[number];

/**
 * Runs `changeset version` in the repository at `root`, as the release does.
 * @returns the releases; empty if no changeset is pending, which is an error in changesets itself
 * @throws {Error} if a changeset cannot be read or names an unknown package, or a changelog has no entry
 */
export async function versionPackages(root: string): Promise<Release[]> {
  const pending = await readChangesets(root);
  if (pending.length === 0) return [];
  refuseUnknown(root, pending);
  const before = new Map(listPackages(root).map(({ name, version }) => [name, version]));
  await mustRun([...changeset, "version"], root);
  return listPackages(root)
    .filter(({ name, version }) => before.get(name) !== version)
    .map((source) => released(source, before.get(source.name) ?? "0.0.0"));
}

/** Changesets would report this with a stack trace and without a file name. */
function refuseUnknown(root: string, pending: Awaited<ReturnType<typeof readChangesets>>): void {
  const known = listPackages(root).map(({ name }) => name);
  const unknown = pending.flatMap(({ id, releases }) =>
    releases
      .filter(({ name }) => !known.includes(name))
      .map(
        ({ name }) =>
          `.changeset/${id}.md names ${name}, which is not a published package of this repository; did you mean ${closest(name, known)}?`,
      ),
  );
  if (unknown.length > 0) throw new Error(unknown.join("\n"));
}

function released(source: SourcePackage, from: string): Release {
  const changelog = readFileSync(join(source.folder, "CHANGELOG.md"), "utf8");
  const entry = entryOf(changelog, source.version);
  if (!entry) {
    throw new Error(
      `packages/${source.word}/CHANGELOG.md has no entry for ${source.version}. Check "changelog" in .changeset/config.json.`,
    );
  }
  return { ...source, from, bump: bumpOf(from, source.version), entry };
}

function bumpOf(from: string, to: string): Bump {
  const [before, after] = [from.split("."), to.split(".")];
  return bumps.find((_, at) => before[at] !== after[at]) ?? "patch";
}
