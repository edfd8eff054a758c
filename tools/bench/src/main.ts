/** `npm run bench`: what a refund costs, side by side with the libraries of others. */
import { Command, Option } from "commander";
import { writePart } from "./figures.ts";
import { pageOf } from "./page.ts";
import { type Part, type PartName, partNames, runPart } from "./run.ts";
import { verdictsOf } from "./verdict.ts";

interface Options {
  readonly quick?: true;
  readonly only?: PartName;
  readonly write?: true;
}

const command = new Command("npm run bench --")
  .description(
    "Measures what a refund costs in CPU, memory, bytes and time, side by side with libraries of others, by turns. " +
      "Installs theirs from npm into tools/testing/.cache first. Exits with 1 if a goal is missed.",
  )
  .option("--quick", "fewer and shorter turns: for a first look, not for figures")
  .addOption(new Option("--only <part>", "only this part").choices(partNames))
  .option("--write", "write docs/figures/bench.json and bench.md; with --only, this part of them")
  .parse();
const { quick, only, write } = command.opts<Options>();
if (quick && write) command.error("--write cannot be used with --quick: figures need every turn.");

const effort = quick
  ? { turns: 3, turnMs: 100, warmUpMs: 800 }
  : { turns: 7, turnMs: 150, warmUpMs: 1_500 };

const parts: Part[] = [];
for (const name of only ? [only] : partNames) {
  const part = await runPart(name, effort, (text) => show(`${name}: ${text}`));
  parts.push(part);
  show("");
  // After each part: a long run that fails keeps what it has measured.
  if (write) writePart(part);
}
console.log(pageOf({ parts }));
if (write) console.log("\nWrote docs/figures. `npm run pictures` draws the charts from it.");
if (parts.some((part) => verdictsOf(part).some(({ met }) => !met))) process.exitCode = 1;

function show(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  else if (text) process.stderr.write(`${text}\n`);
}
