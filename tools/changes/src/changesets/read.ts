/** The changesets that wait for a release. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseChangesetFile } from "@changesets/parse";
import { type Bump, greatest } from "../bump.ts";
import { CannotCompare } from "../finding.ts";

export interface Changeset {
  /** Path from the root of the repo. */
  readonly file: string;
  readonly text: string;
  /** Written by `npm run changes`, and not by a person. */
  readonly isOurs: boolean;
  readonly bumps: ReadonlyMap<string, Bump>;
}

/** What says how much a package is bumped: a changeset, or the version that it has been given already. */
export interface Claim {
  readonly by: string;
  readonly bump: Bump;
}

/** Where the changeset of a package is written. */
export const ownFile = (folder: string) => `.changeset/changes-${folder}.md`;

/** @throws {CannotCompare} for a file that changesets would refuse. */
export function readChangesets(root: string): Changeset[] {
  if (!existsSync(join(root, ".changeset"))) return [];
  return readdirSync(join(root, ".changeset"))
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .sort()
    .map((name) => {
      const file = `.changeset/${name}`;
      const text = readFileSync(join(root, file), "utf8");
      return { file, text, isOurs: name.startsWith("changes-"), bumps: bumpsIn(file, text) };
    });
}

function bumpsIn(file: string, text: string): Map<string, Bump> {
  try {
    return new Map(parseChangesetFile(text).releases.map(({ name, type }) => [name, type]));
  } catch (error) {
    throw new CannotCompare(
      `${file} is not a valid changeset: ${error instanceof Error ? error.message : error}`,
    );
  }
}

export const claimsFor = (name: string, changesets: readonly Changeset[]): Claim[] =>
  changesets.flatMap(({ file, bumps }) => {
    const bump = bumps.get(name);
    return bump === undefined ? [] : [{ by: file, bump }];
  });

export const claimed = (claims: readonly Claim[]) => greatest(claims.map(({ bump }) => bump));
