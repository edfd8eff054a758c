/** Finds what changed of every package since its last release. Writes nothing. */
import semver from "semver";
import { type Bump, compareBumps } from "./bump.ts";
import {
  type Changeset,
  type Claim,
  claimed,
  claimsFor,
  readChangesets,
} from "./changesets/read.ts";
import { CannotCompare, type Finding } from "./finding.ts";
import { bumpOf, changelogOf, type PackageChanges, versionClaim } from "./package-changes.ts";
import { type Baseline, lastRelease } from "./release/baseline.ts";
import { type Git, gitOf } from "./release/git.ts";
import { type Package, partsOf } from "./release/packages.ts";
import { type State, sourcesDiffer, stateOf } from "./release/state.ts";
import { isWanted, workingTree } from "./release/tree.ts";

export interface Options {
  /** The repo to look at. */
  readonly root: string;
  /** Compare with this, instead of with the last release of each package. */
  readonly since?: string;
  /** Called with what is being worked on. */
  readonly progress?: (message: string) => void;
}

export interface Changes {
  /** Those that others build on first. */
  readonly packages: readonly PackageChanges[];
  readonly changesets: readonly Changeset[];
}

/** @throws {CannotCompare} with what is missing and where to get it. */
export async function findChanges({ root, since, progress = () => {} }: Options): Promise<Changes> {
  const git = gitOf(root);
  const now = stateOf(workingTree(root));
  const all = [...now.packages.values()];
  const tags = git.tags();
  const pasts = pastsOf(git);
  const baselines = new Map(
    all.map((each) => [
      each.name,
      since === undefined
        ? lastRelease(each, now.tree, git, tags)
        : namedBaseline(each, since, git, pasts),
    ]),
  );
  const found = new Map<string, Finding[]>();
  const commits = new Set([...baselines.values()].flatMap((each) => each?.commit ?? []));
  // The compiler is dear to load, and before the first release there is nothing to ask it.
  const witnesses = commits.size > 0 ? await import("./witnesses.ts") : undefined;
  for (const commit of commits) {
    const packages = all.filter(({ name }) => baselines.get(name)?.commit === commit);
    const question = { root, past: pasts(commit), now, packages, progress };
    const answers = await witnesses?.askWitnesses(question);
    for (const [name, findings] of answers ?? []) found.set(name, findings);
  }
  const changesets = readChangesets(root);
  refuseUnknown(changesets, now);
  const written = changesets.filter(({ isOurs }) => !isOurs);
  const done = new Map<string, PackageChanges>();
  for (const each of all) {
    const baseline = baselines.get(each.name);
    const claims = [...claimsFor(each.name, written), ...versionStep(each, baseline)];
    const own = baseline ? (found.get(each.name) ?? []) : firstRelease(each, claims);
    const parts = each.isAggregate && baseline ? ofParts(each, claims, now, done) : [];
    done.set(each.name, {
      package: each,
      ...(baseline && { baseline }),
      findings: [...own, ...parts],
      claims,
      sourcesChanged: baseline !== undefined && sourcesDiffer(each, pasts(baseline.commit), now),
    });
  }
  return { packages: [...done.values()], changesets };
}

function pastsOf(git: Git): (commit: string) => State {
  const states = new Map<string, State>();
  return (commit) => {
    const state = states.get(commit) ?? stateOf(git.files(commit, isWanted));
    states.set(commit, state);
    return state;
  };
}

function namedBaseline(
  { name }: Package,
  since: string,
  git: Git,
  pasts: (commit: string) => State,
): Baseline | undefined {
  const commit = git.commit(since);
  const past = pasts(commit).packages.get(name);
  return past && { version: past.version, ref: since, commit };
}

/** A version beyond that of the last release is a claim that has been carried out already. */
function versionStep({ version }: Package, baseline: Baseline | undefined): Claim[] {
  if (!baseline || !semver.gt(version, baseline.version)) return [];
  const step = semver.diff(version, baseline.version) ?? "patch";
  const bump = /major|minor/.exec(step)?.[0] ?? "patch";
  return [{ by: versionClaim, bump: bump as Bump }];
}

/** Packages that the facade depends on and that no changeset would publish. */
const firstRelease = ({ version }: Package, claims: readonly Claim[]): Finding[] =>
  version !== "0.0.0" || claims.length > 0
    ? []
    : [
        {
          witness: "release",
          effect: "minor",
          text: "First release.",
          because: "it was never released, and nothing says that it will be",
        },
      ];

function ofParts(
  aggregate: Package,
  claims: readonly Claim[],
  now: State,
  done: ReadonlyMap<string, PackageChanges>,
): Finding[] {
  return partsOf(aggregate, now.packages).flatMap(({ name }): Finding[] => {
    const part = done.get(name);
    const bump = part ? bumpOf(part) : "none";
    if (!part || bump === "none") return [];
    const told = changelogOf(part).map(({ effect, text, where }) => ({
      effect,
      text: `\`${name}\`: ${text}`,
      ...(where !== undefined && { where }),
    }));
    // A changeset written by hand for a provider also bumps the aggregate.
    const enough =
      told.some(({ effect }) => effect === bump) || compareBumps(claimed(claims), bump) >= 0;
    const rest = { effect: bump, text: `\`${name}\` has changes of its own; see its changelog.` };
    const because = `it re-exports ${name}, which is a ${bump}`;
    return [...told, ...(enough ? [] : [rest])].map((line) => ({
      witness: "parts",
      ...line,
      because,
    }));
  });
}

/** Changesets itself fails on one only when the release is under way. */
function refuseUnknown(changesets: readonly Changeset[], { packages }: State): void {
  for (const { file, bumps } of changesets) {
    const unknown = [...bumps.keys()].find((name) => !packages.has(name));
    if (unknown === undefined) continue;
    const known = [...packages.keys()].sort().join(", ");
    throw new CannotCompare(
      `${file} names ${unknown}, which is not a package of this repository. Packages: ${known}.`,
    );
  }
}
