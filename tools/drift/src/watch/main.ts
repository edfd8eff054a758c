/** `npm run docs:watch`: what the scheduled workflow runs. */
import { join } from "node:path";
import { Command } from "commander";
import { checkBy } from "./check.ts";
import { githubIssues } from "./github-issues.ts";
import { providersIn } from "./providers.ts";
import { watch } from "./watch.ts";

const root = join(import.meta.dirname, "../../../..");

new Command("npm run docs:watch")
  .description(
    "Checks the documentation of every provider in specs/, and keeps one GitHub issue for each that changed: opened, updated, and closed when it is in order again. Needs `gh` with the right to write issues (GH_TOKEN).",
  )
  .addHelpText("after", "\nExits 1 where a provider could not be checked.")
  .parse();

const failures = await watch({
  providers: providersIn(root),
  check: checkBy(root, process.env),
  issues: githubIssues(root, process.env),
  tell: (line) => console.log(line),
});
if (failures.length > 0) {
  console.error(`\n${failures.join("\n\n")}`);
  process.exitCode = 1;
}
