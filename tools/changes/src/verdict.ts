/** What is wrong with the changesets, and putting it right. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compareBumps } from "./bump.ts";
import type { Changes } from "./changes.ts";
import { claimed, claimsFor } from "./changesets/read.ts";
import type { Finding } from "./finding.ts";
import { changesetOf, effectOf, type PackageChanges } from "./package-changes.ts";

const command = "Run: npm run changes";

/** Each in a sentence; none where a release would tell users all there is to tell. */
export function problemsOf({ packages, changesets }: Changes): string[] {
  const stale = ownDifferences({ packages, changesets }).filter(({ found }) => found !== undefined);
  return [
    ...packages.flatMap((changes) => {
      const ours = claimsFor(
        changes.package.name,
        changesets.filter(({ isOurs }) => isOurs),
      );
      return tooLittle(changes, ours);
    }),
    ...stale.map(({ file, wanted }) =>
      wanted === undefined
        ? `${file} describes changes that no longer exist. ${command}`
        : `${file} is not what the changes are now. ${command}`,
    ),
  ];
}

function tooLittle(changes: PackageChanges, ours: PackageChanges["claims"]): string[] {
  const { name } = changes.package;
  const effect = effectOf(changes);
  const all = [...changes.claims, ...ours];
  if (compareBumps(claimed(all), effect) >= 0) return [];
  const finding = changes.findings.find((each) => each.effect === effect);
  const reason = finding ? `: ${explained(finding)}` : "";
  const others = all.map(({ by, bump }) => `${by} calls ${name} a ${bump}`).join(", ");
  return [
    others
      ? `${others}, but it is a ${effect}${reason}. ${command}`
      : `${name} needs a changeset, a ${effect} at least${reason}. ${command}`,
  ];
}

const explained = ({ text, where, because }: Finding) =>
  `${text.replace(/\.$/, "")} (${where === undefined ? "" : `${where}; `}${because})`;

interface OwnDifference {
  readonly file: string;
  readonly found: string | undefined;
  readonly wanted: string | undefined;
}

/** How the changesets that are written here differ from what they should say. */
function ownDifferences({ packages, changesets }: Changes): OwnDifference[] {
  const wanted = new Map(
    packages.flatMap((changes) => {
      const changeset = changesetOf(changes);
      return changeset ? [[changeset.file, changeset.text] as const] : [];
    }),
  );
  const ours = changesets.filter(({ isOurs }) => isOurs);
  const found = new Map(ours.map(({ file, text }) => [file, text]));
  return [...new Set([...wanted.keys(), ...found.keys()])]
    .sort()
    .map((file) => ({ file, found: found.get(file), wanted: wanted.get(file) }))
    .filter((each) => each.found?.replaceAll("\r\n", "\n") !== each.wanted);
}

/** Writes what is missing or stale and deletes what is left over. Says what it did, a line each. */
export function writeChangesets(root: string, changes: Changes): string[] {
  return ownDifferences(changes).map(({ file, found, wanted }) => {
    const path = join(root, file);
    if (wanted === undefined) {
      rmSync(path);
      return `deleted ${file}`;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, wanted);
    return `${found === undefined ? "wrote" : "changed"} ${file}`;
  });
}
