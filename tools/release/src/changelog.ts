/** What CHANGELOG.md says of one version, without its heading; empty where it says nothing. */
export function entryOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m);
  const own = sections.find((section) => section.split("\n")[0]?.trim() === version);
  return own?.slice(version.length).trim() ?? "";
}

/** The first thing an entry says, without the commit it names, and without the words that only announce a list. */
export function firstLine(entry: string): string {
  const [line = "", next] = entry
    .split("\n")
    .filter((text) => text.trim() && !text.startsWith("#"))
    .map((text) => text.replace(/^ *- ([0-9a-f]{7,40}: )?/, "").trim());
  return (line.endsWith(":") && next) || line;
}
