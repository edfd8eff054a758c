/** What `npm run changes` does with the words it is given. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ProblemsFound } from "@refunds/spec-reader";
import { Command, CommanderError } from "commander";
import { findChanges } from "./changes.ts";
import { CannotCompare } from "./finding.ts";
import { jsonOf, reportOf } from "./report.ts";
import { problemsOf, writeChangesets } from "./verdict.ts";

const repo = fileURLToPath(new URL("../../../", import.meta.url));

/** Where a run tells what it finds. */
export interface Output {
  readonly log: (text: string) => void;
  readonly error: (text: string) => void;
  /** Called with what is being worked on, and with "" at the end. */
  readonly progress: (text: string) => void;
}

interface Flags {
  readonly check?: true;
  readonly since?: string;
  readonly json?: true;
  readonly root: string;
}

/** @returns the exit code */
export async function runProgram(words: readonly string[], output: Output): Promise<number> {
  const { log, error: complain, progress } = output;
  try {
    const { check, since, json, root: folder } = flagsOf(words, output);
    const root = resolve(folder);
    const changes = await findChanges({ root, progress, ...(since !== undefined && { since }) });
    progress("");
    const problems = check ? problemsOf(changes) : [];
    const written = check ? [] : writeChangesets(root, changes);
    if (json) {
      log(JSON.stringify({ packages: jsonOf(changes.packages), problems, written }, null, 2));
    } else {
      log([reportOf(changes.packages), ...written].join("\n"));
    }
    if (problems.length > 0 && !json) complain(`\n${problems.join("\n")}`);
    return problems.length > 0 ? 1 : 0;
  } catch (error) {
    progress("");
    // Commander has said it already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof CannotCompare) complain(`Cannot compare. ${error.message}`);
    else if (error instanceof ProblemsFound) complain(`Cannot compare.\n${error.message}`);
    else throw error;
    return 2;
  }
}

function flagsOf(words: readonly string[], { log, error }: Output): Flags {
  const line = (write: (text: string) => void) => (text: string) => write(text.trimEnd());
  return new Command("changes")
    .description(
      "Compares every package with its last release, from the caller's side, and writes one changeset for each " +
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
    .configureOutput({ writeOut: line(log), writeErr: line(error) })
    .exitOverride()
    .parse(words, { from: "user" })
    .opts<Flags>();
}
