/** `pnpm safety`: the long runs behind what this project says of refunds. Exits 1 where one finds it untrue. */
import { availableParallelism } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import { answersCommand } from "./answers/command.ts";
import { faultsCommand } from "./faults/command.ts";
import { journalDefects } from "./processes/shop/journal-defects.ts";
import { processesCommand } from "./processes-command.ts";
import { schedulesCommand } from "./schedules/command.ts";
import { scheduleDefectNames } from "./schedules/defects.ts";

const whole = (least: number) => (text: string) => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new InvalidArgumentError(`It must be a whole number, ${least} at least.`);
};

const program = new Command("safety").description(
  "Proofs that no refund is sent twice or told wrongly, whatever is answered and whatever fails.",
);

/** What Ctrl-C does. */
let interrupt = (): void => process.exit(130);

/** What a run has to hold decides how this process ends. */
const exits =
  <Given extends unknown[]>(run: (...given: Given) => Promise<boolean>) =>
  async (...given: Given) => {
    process.exitCode = (await run(...given)) ? 0 : 1;
  };

program
  .command("schedules", { isDefault: true })
  .description(
    "callers, faults, crashes, restarts and clocks at random, over all providers and journals",
  )
  .option("--runs <n>", "how many schedules", whole(1), 1_000_000)
  .option("--seed <n>", "the same seed draws the same schedules", whole(0), 1)
  .option("--path <path>", "one schedule of a seed again, as a failure printed it")
  .option("--processes <n>", "how many processes share the work", whole(1), availableParallelism())
  .addOption(
    new Option("--defect <what>", "break something on purpose, to see it found").choices(
      scheduleDefectNames,
    ),
  )
  .action(
    exits((options) => {
      const controller = new AbortController();
      interrupt = () => controller.abort();
      return schedulesCommand({ ...options, signal: controller.signal });
    }),
  );

const defectDescriptions = Object.entries(journalDefects).map(
  ([name, words]) => `${name} (${words})`,
);
program
  .command("processes")
  .description("real processes are killed at every step, and race")
  .option("--seed <n>", "of the races", whole(1), 1)
  .option("--rounds <n>", "races with each journal", whole(1), 150)
  .option(
    "--every <n>",
    "of every n-th refund only, and there at every n-th step only",
    whole(1),
    1,
  )
  .addOption(
    new Option(
      "--defect <what>",
      `break the journal on purpose, to see it found: ${defectDescriptions.join(", ")}`,
    ).choices(Object.keys(journalDefects)),
  )
  .action(exits(processesCommand));

program
  .command("answers")
  .description("clients meet mutated answers; none may become a false outcome")
  .option("--runs <n>", "how many", whole(1), 1_000_000)
  .option("--seed <n>", "the same seed draws the same answers", whole(0), 1)
  .option("--path <path>", "one run of a seed again, as a failure printed it")
  .action(exits(answersCommand));

program
  .command("faults")
  .description("every fault meets every provider; what came of it is held to docs/faults.md")
  .option("--write", "write docs/faults.md instead")
  .action(exits(faultsCommand));

// Processes and servers end, and clean up, once nobody holds their standard input any more.
process.once("SIGINT", () => interrupt());

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
