/** `pnpm safety`: long runs that check the guarantees of this project. Exits with 1 if one is broken. */
import { availableParallelism } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import { answersCommand } from "./answers/command.ts";
import { faultsCommand } from "./faults/command.ts";
import { keysCommand } from "./keys/command.ts";
import { keyDefectNames } from "./keys/defects.ts";
import { journalDefects } from "./processes/shop/journal-defects.ts";
import { processesCommand } from "./processes-command.ts";
import { type RowsCommandOptions, rowsCommand } from "./rows/command.ts";
import { schedulesCommand } from "./schedules/command.ts";
import { scheduleDefectNames } from "./schedules/defects.ts";

const integer = (least: number) => (text: string) => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new InvalidArgumentError(`It must be an integer, at least ${least}.`);
};

const program = new Command("safety").description(
  "Checks that no refund is sent twice and no outcome is reported wrongly, whatever answers arrive and whatever fails.",
);

/** Runs on Ctrl-C. */
let interrupt = (): void => process.exit(130);

/** Exits with 1 if the run resolves with false. */
const exits =
  <Given extends unknown[]>(run: (...given: Given) => Promise<boolean>) =>
  async (...given: Given) => {
    process.exitCode = (await run(...given)) ? 0 : 1;
  };

program
  .command("schedules", { isDefault: true })
  .description(
    "random calls, faults, crashes, restarts and clock jumps, with all providers and journals",
  )
  .option("--runs <n>", "number of schedules", integer(1), 1_000_000)
  .option("--seed <n>", "the same seed draws the same schedules", integer(0), 1)
  .option("--path <path>", "run one schedule of the seed again, with the path from a failure")
  .option("--processes <n>", "number of processes", integer(1), availableParallelism())
  .option("--providers <names...>", "only these providers; by default all")
  .addOption(
    new Option("--defect <what>", "insert a defect, to check that the run finds it").choices(
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
  .description("kill real processes at every step, and let processes race")
  .option("--seed <n>", "seed of the races", integer(1), 1)
  .option("--rounds <n>", "number of races with each journal", integer(1), 150)
  .option(
    "--every <n>",
    "test only every n-th refund, and kill it only at every n-th step",
    integer(1),
    1,
  )
  .addOption(
    new Option(
      "--defect <what>",
      `insert a defect into the journal, to check that the run finds it: ${defectDescriptions.join(", ")}`,
    ).choices(Object.keys(journalDefects)),
  )
  .action(exits(processesCommand));

program
  .command("keys")
  .description("send uncertain refunds again under their keys, at providers that remember keys")
  .option("--runs <n>", "number of schedules", integer(1), 10_000)
  .option("--seed <n>", "the same seed draws the same schedules", integer(0), 1)
  .option("--path <path>", "run one schedule of the seed again, with the path from a failure")
  .addOption(
    new Option("--defect <what>", "insert a defect, to check that the run finds it").choices(
      keyDefectNames,
    ),
  )
  .action(exits(keysCommand));

program
  .command("answers")
  .description("give mutated answers to clients; none may become a false outcome")
  .option("--runs <n>", "number of answers", integer(1), 1_000_000)
  .option("--seed <n>", "the same seed draws the same answers", integer(0), 1)
  .option("--path <path>", "run one answer of the seed again, with the path from a failure")
  .option("--providers <names...>", "only these providers; by default all")
  .action(exits(answersCommand));

program
  .command("faults")
  .description("try every fault on every provider, and compare the results with docs/faults.md")
  .option("--write", "write docs/faults.md instead of comparing")
  .action(exits(faultsCommand));

program
  .command("rows")
  .description("send a file with several workers; kill workers, and let Postgres crash")
  .option("--rows <n>", "number of rows", integer(1), 10_000)
  .option("--workers <n>", "number of processes", integer(1), 4)
  .option("--accounts <n>", "number of accounts", integer(1), 4)
  .option("--concurrency <n>", "how many a worker sends at once, of each account", integer(1), 8)
  .option("--kill-every <seconds>", "time between two killed workers; 0: none", integer(0), 20)
  .option("--crashes <n>", "how often Postgres crashes", integer(0), 2)
  .option("--timeout-ms <n>", "timeout of the accounts", integer(100), 5000)
  .option(
    "--write",
    "write the figures of this run into docs/figures/rows.json and docs/bulk-refunds.md",
  )
  .action((options: RowsCommandOptions, command: Command) => {
    const given = Object.keys(options).filter(
      (name) => command.getOptionValueSource(name) === "cli",
    );
    if (options.write && given.some((name) => name !== "write" && name !== "rows"))
      command.error(
        "--write goes with --rows only: the figures of the table are compared with each other.",
      );
    return exits(rowsCommand)(options);
  });

// Child processes and servers end and clean up when their standard input closes.
process.once("SIGINT", () => interrupt());

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
