/** What `npm run docs:check` and `npm run docs:accept` do with the words they are given. */
import { fileURLToPath } from "node:url";
import { ProblemsFound } from "@refunds/spec-reader";
import { Command, CommanderError } from "commander";
import { accept, type CheckSpec } from "./run-accept.ts";
import { check } from "./run-check.ts";
import { Unusable } from "./unusable.ts";

// pnpm runs scripts at the root; a file is meant from where it was called.
const from = process.env.INIT_CWD ?? process.cwd();

const command = (name: string, description: string, exitCodes: string) =>
  new Command(`npm run docs:${name} --`)
    .description(description)
    .argument("<provider>", "the provider's one word, as in specs/<provider>.yaml")
    .argument(
      "[page]",
      "the page as HTML, Markdown or text, or an https address; an OpenAPI file that the provider publishes; left out, the address it was last read at",
    )
    .option(
      "--root <path>",
      "the repo to work in",
      fileURLToPath(new URL("../../../", import.meta.url)),
    )
    .configureHelp({ helpWidth: 120 })
    .addHelpText("after", `\nExit code: ${exitCodes}`)
    .exitOverride();

const commandsOf = (checkSpec: CheckSpec) => ({
  check: command(
    "check",
    "Compares a provider's documentation with what was last read of it, by specs/readings/<provider>.json, and says what a change means for the client.",
    "0 no change in facts, 1 changes, or a part that the reading does not cover, 2 the page could not be read.",
  )
    .option(
      "--json",
      "the report for programs; call npm run --silent docs:check --, so that nothing else is printed",
    )
    .option(
      "--whole",
      "take what is missing for removed, where the page looks cut or a part of it was not found",
    )
    .action(async (provider, page, options) => {
      process.exitCode = await check({ provider, page, from, ...options });
    }),
  accept: command(
    "accept",
    "Writes specs/facts/<provider>.json from the page, after the spec was edited. Refuses, with the lines, while the spec does not carry a fact of the page. Where there is no specs/readings/<provider>.json, proposes it first, and records the page when you run it again.",
    "0 recorded, 1 refused, or a reading proposed, 2 the page could not be read.",
  )
    .option("--yes", "take the proposed reading as it is")
    .option("--propose", "propose the reading anew")
    .option(
      "--section <title>",
      "propose it from the section with this title alone; may be repeated",
      (title: string, before: readonly string[] = []) => [...before, title],
    )
    .action(async (provider, page, options) => {
      process.exitCode = await accept({ provider, page, from, checkSpec, ...options });
    }),
});

/** @param checkSpec refuses a spec that the generator refuses */
export async function runProgram(words: readonly string[], checkSpec: CheckSpec): Promise<void> {
  const commands = commandsOf(checkSpec);
  try {
    const [name = "", ...rest] = words;
    if (name !== "check" && name !== "accept")
      throw new Unusable(`There is no command "${name}"; there are check and accept.`);
    await commands[name].parseAsync(rest, { from: "user" });
  } catch (error) {
    // Commander has printed its own, and would exit with 1, which stands for changes.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else {
      process.exitCode = 2;
      const isExpected = error instanceof Unusable || error instanceof ProblemsFound;
      console.error(isExpected ? error.message : error);
    }
  }
}
