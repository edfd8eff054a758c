/** `npm run generate` and `pnpm generate:check`. */

import { fileURLToPath } from "node:url";
import { ProblemsFound } from "@refunds/spec-reader";
import { Command } from "commander";
import { run } from "./run.ts";

const repo = fileURLToPath(new URL("../../../", import.meta.url));

const program = new Command("generate")
  .description(
    "Writes packages, simulators and docs from specs/*.yaml. Nothing is written while a spec has a problem.",
  )
  .argument(
    "[specs...]",
    "write only these providers (a name, or specs/<name>.yaml) and what all of them share",
  )
  .option(
    "--check",
    "write nothing; name every stale, missing and orphaned file, and fail if there is one",
  )
  .option("--root <folder>", "the repo to work in", repo)
  .parse();

const { check, root } = program.opts<{ check?: boolean; root: string }>();
const live = process.stderr.isTTY;

const show = (text: string) => {
  if (live) process.stderr.write(`\r\x1b[K${text}`);
};

try {
  const result = await run({ root, only: program.args, check: check === true, progress: show });
  show("");
  (result.ok ? console.log : console.error)(result.lines.join("\n"));
  if (!result.ok) process.exitCode = 1;
} catch (error) {
  show("");
  console.error(error instanceof ProblemsFound ? error.message : error);
  process.exitCode = 1;
}
