import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { findChanges } from "./changes.ts";
import { CannotCompare } from "./finding.ts";
import { jsonOf, reportOf } from "./report.ts";
import { problemsOf, writeChangesets } from "./verdict.ts";

const repo = fileURLToPath(new URL("../../../", import.meta.url));

const program = new Command("changes")
  .description(
    "Compares every package with its last release, from the side of whoever calls it, and writes one changeset for each " +
      "that changed: .changeset/changes-<package>.md. Changesets written by hand are left alone, and the greatest counts.",
  )
  .option("--check", "write nothing; fail where a changeset is missing or claims too little")
  .option("--since <ref>", "compare with a tag, branch or commit instead of the last releases")
  .option("--json", "print one JSON object instead of text")
  .option("--root <folder>", "the repo to work in", repo)
  .addHelpText(
    "after",
    "\nExits 0 where all is well, 1 where a changeset is missing or claims too little, 2 where nothing can be compared.",
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse();

interface Flags {
  readonly check?: true;
  readonly since?: string;
  readonly json?: true;
  readonly root: string;
}
const { check, since, json, root: folder } = program.opts<Flags>();
const root = resolve(folder);

const progress = (text: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
};

try {
  const changes = await findChanges({ root, progress, ...(since !== undefined && { since }) });
  progress("");
  const problems = check ? problemsOf(changes) : [];
  const written = check ? [] : writeChangesets(root, changes);
  if (json) {
    console.log(JSON.stringify({ packages: jsonOf(changes.packages), problems, written }, null, 2));
  } else {
    console.log([reportOf(changes.packages), ...written].join("\n"));
  }
  if (problems.length > 0) {
    if (!json) console.error(`\n${problems.join("\n")}`);
    process.exitCode = 1;
  }
} catch (error) {
  progress("");
  const known = error instanceof CannotCompare;
  console.error(known ? `Cannot compare. ${error.message}` : error);
  process.exitCode = 2;
}
