/** What is known of one package: what was found, what is claimed, what that makes. */
import { type Bump, compareBumps, greatest } from "./bump.ts";
import { printChangeset } from "./changesets/print.ts";
import { type Claim, claimed, ownFile } from "./changesets/read.ts";
import type { Finding, Witness } from "./finding.ts";
import type { Baseline } from "./release/baseline.ts";
import type { Package } from "./release/packages.ts";

export interface PackageChanges {
  readonly package: Package;
  /** Absent where the package was never released. */
  readonly baseline?: Baseline;
  readonly findings: readonly Finding[];
  /** By people, or by a version that was given already; not what `npm run changes` wrote before. */
  readonly claims: readonly Claim[];
  /** Its sources differ from those of the last release. */
  readonly sourcesChanged: boolean;
}

/** What the findings ask for: the greatest of them. */
export const effectOf = ({ findings }: PackageChanges) =>
  greatest(findings.map(({ effect }) => effect));

/** What a release makes of it. */
export const bumpOf = (changes: PackageChanges) =>
  greatest([effectOf(changes), claimed(changes.claims)]);

/** The greatest that each witness found; nothing of one that found nothing. */
export function verdictsOf({ findings }: PackageChanges): Map<Witness, Bump> {
  const verdicts = new Map<Witness, Bump>();
  for (const { witness, effect } of findings) {
    if (effect !== "none")
      verdicts.set(witness, greatest([verdicts.get(witness) ?? "none", effect]));
  }
  return verdicts;
}

/** A sentence where one witness found less than another. */
export function disagreement(changes: PackageChanges): string | undefined {
  const verdicts = verdictsOf(changes);
  if (changes.package.spec && verdicts.size > 0 && !verdicts.has("spec"))
    verdicts.set("spec", "none");
  if (new Set(verdicts.values()).size < 2) return undefined;
  const said = [...verdicts].map(
    ([witness, bump]) => `${names[witness]} ${bump === "none" ? "nothing" : bump}`,
  );
  return `The witnesses disagree (${said.join(", ")}); the greater counts: ${effectOf(changes)}.`;
}

const names: Readonly<Record<Witness, string>> = {
  spec: "the spec says",
  types: "the types say",
  tests: "the last release's tests say",
  parts: "what it re-exports says",
  release: "its state says",
};

/**
 * What goes into the changelog. The spec tells it in users' words, so what other witnesses saw stands there only where it
 * weighs more.
 */
export function changelogOf({ findings }: PackageChanges): Finding[] {
  const told: Finding[] = [];
  for (const witness of ["release", "parts", "spec", "types", "tests"] as const) {
    const most = greatest(told.map(({ effect }) => effect));
    told.push(
      ...findings.filter(
        (finding) => finding.witness === witness && compareBumps(finding.effect, most) > 0,
      ),
    );
  }
  return told;
}

/** The changeset that `npm run changes` writes. Undefined where there is nothing to say. */
export function changesetOf(changes: PackageChanges): { file: string; text: string } | undefined {
  const bump = effectOf(changes);
  const { name, folder } = changes.package;
  const alreadyVersioned = changes.claims.some(
    ({ by, bump: given }) => by === versionClaim && compareBumps(given, bump) >= 0,
  );
  if (bump === "none" || alreadyVersioned) return undefined;
  return { file: ownFile(folder), text: printChangeset(name, bump, changelogOf(changes)) };
}

/** Who claims it, where the package's version is beyond the last release. */
export const versionClaim = "the version in package.json";
