import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Command, Option } from "commander";
import { type Action, type CommonOptions, examples } from "../command.ts";
import { configNames } from "../config/find-config.ts";
import { loadConfig } from "../config/load-config.ts";
import { createSqlite, journalPlace } from "../config/open-journal.ts";
import { refuse } from "../errors.ts";
import { configText } from "../init/config-text.ts";
import { exampleLines, sandboxLines } from "../init/env-text.ts";
import { addLines, newConfigName, type Written, writeNew } from "../init/files.ts";
import { nextSteps } from "../init/next-steps.ts";
import { journalFile, type Plan } from "../init/plan.ts";
import type { Answers } from "../init/questions.ts";
import { type ExitCode, exitCodes } from "../output/exit-codes.ts";
import { print, printJson } from "../output/streams.ts";
import { factsOf } from "../providers.ts";

interface Options extends Answers, CommonOptions {
  readonly yes?: true;
}

export const define = (command: Command): Command =>
  command
    .description(
      "Write refunds.config.ts (in a CommonJS package refunds.config.mts), .env.example and .gitignore in this folder, and create the journal. Where a configuration exists, only create the journal.",
    )
    .option("--provider <name>", "the provider of the first account")
    .option("--account <name>", "the account's name (with --yes, default: the provider's name)")
    .addOption(
      new Option("--environment <name>", "where it sends to (with --yes, default: test)").choices([
        "test",
        "live",
        "sandbox",
      ]),
    )
    .addOption(
      new Option(
        "--journal <kind>",
        "where refunds are recorded (with --yes, default: sqlite)",
      ).choices(["sqlite", "postgres"]),
    )
    .option("-y, --yes", "do not ask; needs --provider")
    .addHelpText(
      "after",
      examples(
        "init",
        "init --yes --provider <name>",
        "init --yes --provider <name> --environment sandbox",
      ),
    );

export const action: Action<Options> = async (options) => {
  const folder = process.cwd();
  const existing = configNames.map((name) => join(folder, name)).find((file) => existsSync(file));
  if (existing !== undefined) return createMissingJournal(existing, options);
  const plan = options.yes ? planOf(options) : await ask(options);
  const written = await write(folder, plan);
  const steps = await nextSteps(folder, plan);
  if (options.json) printJson({ written, next: steps });
  else {
    print(written.map(({ what, file }) => `${what} ${file}`).join("\n"));
    print(`\nNext:\n${steps.map((step) => `  ${step}`).join("\n")}`);
  }
  return exitCodes.done;
};

function planOf({
  provider: name,
  account,
  environment = "test",
  journal = "sqlite",
}: Options): Plan {
  if (name === undefined)
    return refuse(
      "usage",
      "init --yes needs --provider <name>; `npx refunds providers` lists them.",
    );
  return { provider: factsOf(name), account: account ?? name, environment, journal };
}

async function ask(options: Options): Promise<Plan> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    return refuse(
      "not_confirmed",
      "There is no terminal to ask at. Pass --yes --provider <name>. Nothing was written.",
    );
  }
  const { askPlan } = await import("../init/questions.ts");
  return askPlan(options);
}

async function write(folder: string, plan: Plan): Promise<NonNullable<Written>[]> {
  const at = (name: string) => join(folder, name);
  const journal = at(journalFile);
  const files = [
    writeNew(at(newConfigName(folder)), configText(plan)),
    addLines(at(".env.example"), exampleLines(plan)),
    ...(plan.environment === "sandbox" ? [addLines(at(".env"), sandboxLines(plan), 0o600)] : []),
    addLines(at(".gitignore"), [".env", `${journalFile}*`, "*.report.csv", "*.partial"]),
  ];
  const written = files.filter((each) => each !== undefined);
  if (plan.journal !== "sqlite" || existsSync(journal)) return written;
  await createSqlite(journal);
  return [...written, { file: journal, what: "wrote" }];
}

async function createMissingJournal(file: string, { json }: Options): Promise<ExitCode> {
  const config = await loadConfig(file);
  const place = journalPlace(config);
  const isMissing = "sqlite" in config.journal && !existsSync(place);
  if (isMissing) await createSqlite(place);
  const written = isMissing ? [{ file: place, what: "wrote" }] : [];
  if (json) printJson({ written, configuration: file });
  else print(isMissing ? `wrote ${place}` : `${file} is there already, and so is its journal.`);
  return exitCodes.done;
}
