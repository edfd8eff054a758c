/** The report, for people and for programs. */
import semver from "semver";
import { compareBumps } from "./bump.ts";
import { claimed } from "./changesets/read.ts";
import {
  bumpOf,
  disagreement,
  effectOf,
  type PackageChanges,
  verdictsOf,
} from "./package-changes.ts";

/** What each package became, with every finding. */
export const reportOf = (packages: readonly PackageChanges[]): string =>
  packages.map((changes) => sectionOf(changes).join("\n")).join("\n");

function sectionOf(changes: PackageChanges): string[] {
  const { package: each, baseline, findings, claims, sourcesChanged } = changes;
  const bump = bumpOf(changes);
  const from = baseline
    ? `since ${baseline.ref}`
    : "never released, so there is nothing to compare with";
  if (bump === "none") {
    const silent = sourcesChanged && baseline;
    const note = silent ? " Its sources differ: if users notice, write a changeset by hand." : "";
    return [`${each.name}: ${baseline ? `nothing ${from}.` : `${from}.`}${note}`];
  }
  const seen = [...findings].sort((a, b) => compareBumps(b.effect, a.effect));
  const lines = seen.map(({ effect, text, where, because }) => {
    const place = where === undefined ? "" : `${where}: `;
    return `  ${effect.padEnd(5)}  ${text}\n         ${place}${because}`;
  });
  const words = [disagreement(changes), breakBelowOne(changes)].filter(
    (line) => line !== undefined,
  );
  return [
    `${each.name} ${versions(changes)}: ${bump}, ${from}`,
    ...lines,
    ...claims.map(({ by, bump: given }) => `  ${given.padEnd(5)}  by ${by}`),
    ...words.map((line) => `  ${line}`),
    "",
  ];
}

const versions = (changes: PackageChanges) => {
  const { version } = changes.package;
  const last = changes.baseline?.version ?? version;
  const next = semver.inc(last, bumpOf(changes) as semver.ReleaseType);
  return version === last ? `${version} -> ${next}` : `${last} -> ${version}`;
};

function breakBelowOne(changes: PackageChanges): string | undefined {
  const last = changes.baseline?.version;
  if (bumpOf(changes) !== "major" || last === undefined || semver.gte(last, "1.0.0"))
    return undefined;
  return "A major below 1.0.0 makes 1.0.0: docs/releasing.md says why.";
}

/** For programs: one object a package, everything by name. */
export const jsonOf = (packages: readonly PackageChanges[]) =>
  packages.map((changes) => ({
    name: changes.package.name,
    version: changes.package.version,
    since: changes.baseline ?? null,
    found: effectOf(changes),
    claimed: claimed(changes.claims),
    bump: bumpOf(changes),
    witnesses: Object.fromEntries(verdictsOf(changes)),
    disagreement: disagreement(changes) ?? null,
    findings: changes.findings,
    claims: changes.claims,
  }));
