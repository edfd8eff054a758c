/** The report, for people and for programs. */
import semver from "semver";
import { compareBumps } from "./bump.ts";
import { claimed } from "./changesets/read.ts";
import type { Finding } from "./finding.ts";
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
  const seen = folded(findings).sort((a, b) => compareBumps(b.effect, a.effect));
  const lines = seen.map(({ effect, text, where, because, inTypes }) => {
    const place = where === undefined ? "" : `${where}: `;
    const types =
      inTypes > 0 ? `; the types say it too, ${inTypes} ${inTypes === 1 ? "line" : "lines"}` : "";
    return `  ${effect.padEnd(5)}  ${text}\n         ${place}${because}${types}`;
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

/** What the types say of a field that the spec's line says already is counted there. */
function folded(findings: readonly Finding[]): (Finding & { readonly inTypes: number })[] {
  const own = findings.filter(({ witness }) => witness === "spec");
  const owner = ({ witness, text, effect }: Finding) =>
    witness === "types"
      ? own.find(
          (one) => fieldIn(one.text) === fieldIn(text) && compareBumps(one.effect, effect) >= 0,
        )
      : undefined;
  return findings
    .filter((finding) => !owner(finding))
    .map((finding) => ({
      ...finding,
      inTypes: findings.filter((one) => owner(one) === finding).length,
    }));
}

/** `createdAt` of `Refund.createdAt` and of `answer["createdAt"]`. */
const fieldIn = (text: string): string | undefined =>
  /`([^`]+)`/
    .exec(text)?.[1]
    ?.match(/[\w-]+/g)
    ?.at(-1);

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
