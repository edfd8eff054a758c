/** `pnpm docs:check` and `pnpm docs:accept`. */
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { Unusable } from "./files.ts";

const repo = fileURLToPath(new URL("../../../", import.meta.url));
// pnpm runs scripts at the root; a file is meant from where it was called.
const from = process.env.INIT_CWD ?? process.cwd();

const program = new Command("docs").description(
  "Follows the documentation pages that the specs were written from.",
);

program
  .command("check")
  .usage("<provider> [page] [options]")
  .summary("what changed on a provider's page since it was last read")
  .description(
    "Compares a provider's documentation page with what was last read of it, and says what a change means for the client.",
  )
  .argument("<provider>", "the provider's one word, as in specs/<provider>.yaml")
  .argument(
    "[page]",
    "the page as HTML, Markdown or text, or an https address; the known address where left out",
  )
  .option("--json", "the report for programs")
  .option(
    "--whole",
    "take what is missing for removed, even where the page looks cut or like another one",
  )
  .option("--root <folder>", "the repo to work in", repo)
  .addHelpText(
    "after",
    "\nExit code: 0 no change in facts, 1 changes, 2 the page could not be read.\nWith --json, call pnpm --silent docs:check, so that nothing else is printed.",
  )
  .action(
    async (
      provider: string,
      page: string | undefined,
      options: { json?: boolean; whole?: boolean; root: string },
    ) => {
      const { check } = await import("./run-check.ts");
      process.exitCode = await check({ provider, page, from, ...options });
    },
  );

program
  .command("accept")
  .usage("<provider> [page] [options]")
  .summary("record what the page says, once the spec says it too")
  .description(
    "Writes specs/facts/<provider>.json from the page, after the spec was edited. Refuses, with the lines, while the spec does not carry a fact.",
  )
  .argument("<provider>", "the provider's one word, as in specs/<provider>.yaml")
  .argument(
    "[page]",
    "the page as HTML, Markdown or text, or an https address; the known address where left out",
  )
  .option(
    "--whole",
    "take what is missing for removed, even where the page looks cut or like another one",
  )
  .option("--root <folder>", "the repo to work in", repo)
  .addHelpText("after", "\nExit code: 0 recorded, 1 refused, 2 the page could not be read.")
  .action(
    async (
      provider: string,
      page: string | undefined,
      options: { whole?: boolean; root: string },
    ) => {
      const { accept } = await import("./run-accept.ts");
      process.exitCode = await accept({ provider, page, from, ...options });
    },
  );

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = 2;
  if (error instanceof Unusable || (error instanceof Error && error.name === "NotFetched"))
    console.error(error.message);
  else console.error(error);
}
