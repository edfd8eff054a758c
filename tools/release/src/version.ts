import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readChangesets } from "@changesets/read";
import { listPackages, type SourcePackage } from "@refunds/published/packages";
import { closest } from "fastest-levenshtein";
import { entryOf } from "./changelog.ts";
import { mustRun } from "./must-run.ts";
import { changeset } from "./tools.ts";

/** A package that gets a new version. */
export interface Release extends SourcePackage {
  /** The version it had. `version` is the one it gets. */
  readonly from: string;
  readonly bump: Bump;
  /** What its changelog says of the new version. */
  readonly entry: string;
}

const bumps = ["major", "minor", "patch"] as const;
type Bump = (typeof bumps)[number];

/**
 * Versions the packages of the repository at `root`, where it stands, as the release will: `changeset version`.
 * @returns what is released; nothing where no changeset is pending, which changesets itself calls an error
 * @throws where a changeset cannot be read, names a package that is not there, or leaves a changelog without an entry
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

/** Changesets would say so with a stack trace and no file. */
function refuseUnknown(root: string, pending: Awaited<ReturnType<typeof readChangesets>>): void {
  const known = listPackages(root).map(({ name }) => name);
  const unknown = pending.flatMap(({ id, releases }) =>
    releases
      .filter(({ name }) => !known.includes(name))
      .map(
        ({ name }) =>
          `.changeset/${id}.md names ${name}, which is not published from here; did you mean ${closest(name, known)}?`,
      ),
  );
  if (unknown.length > 0) throw new Error(unknown.join("\n"));
}

function released(source: SourcePackage, from: string): Release {
  const changelog = readFileSync(join(source.folder, "CHANGELOG.md"), "utf8");
  const entry = entryOf(changelog, source.version);
  if (!entry) {
    throw new Error(
      `packages/${source.word}/CHANGELOG.md says nothing of ${source.version}. See "changelog" in .changeset/config.json.`,
    );
  }
  return { ...source, from, bump: bumpOf(from, source.version), entry };
}

function bumpOf(from: string, to: string): Bump {
  const [before, after] = [from.split("."), to.split(".")];
  return bumps.find((_, at) => before[at] !== after[at]) ?? "patch";
}
