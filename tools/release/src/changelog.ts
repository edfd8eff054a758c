/** The entry of one version in CHANGELOG.md, without its heading; empty if there is none. */
export function entryOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m);
  const own = sections.find((section) => section.split("\n")[0]?.trim() === version);
  return own?.slice(version.length).trim() ?? "";
}

/** The first change in an entry, without the commit hash, and without a line that only introduces a list. */
export function firstLine(entry: string): string {
  const [line = "", next] = entry
    .split("\n")
    .filter((text) => text.trim() && !text.startsWith("#"))
    .map((text) => text.replace(/^ *- ([0-9a-f]{7,40}: )?/, "").trim());
  return (line.endsWith(":") && next) || line;
}
