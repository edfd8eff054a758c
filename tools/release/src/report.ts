import Table from "cli-table3";
import { firstLine } from "./changelog.ts";
import type { Finding } from "./published/index.ts";
import type { Rehearsal } from "./rehearse.ts";
import type { Release } from "./version.ts";

/** Keeps the table within the width of a terminal. */
const maxEntryLength = 60;

/** The new changelog entry of each package. */
export const changelogs = (releases: readonly Release[]): string =>
  releases
    .map(({ name, from, version, entry }) => `${name} ${from} -> ${version}\n\n${indent(entry)}`)
    .join("\n\n");

const indent = (text: string) => text.replaceAll(/^(?=.)/gm, "  ");

/** A table with one row for each package that would be released. */
export function tableOf({ releases, findings }: Pick<Rehearsal, "releases" | "findings">): string {
  const table = new Table({
    head: ["package", "version", "bump", "changelog", "checks"],
    style: { head: [], border: [], compact: true },
  });
  for (const { name, from, version, bump, entry } of releases) {
    const own = findings.filter((finding) => finding.package === name);
    table.push([name, `${from} -> ${version}`, bump, shorten(firstLine(entry)), verdict(own)]);
  }
  return table.toString();
}

const shorten = (text: string) =>
  text.length > maxEntryLength ? `${text.slice(0, maxEntryLength - 3)}...` : text;

function verdict(findings: readonly Finding[]): string {
  const wrong = findings.filter(({ problems }) => problems.length > 0);
  return wrong.length === 0
    ? `${findings.length} ok`
    : wrong.map(({ column }) => `${column} !`).join(", ");
}
