/** `pnpm safety`: the long runs behind what this project says of refunds. Exits 1 where one finds it untrue. */
import { Command, InvalidArgumentError, Option } from "commander";
import { type ProcessesOptions, processesCommand } from "./processes/command.ts";
import { spoils } from "./processes/shop/spoilt-journal.ts";

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InvalidArgumentError("a whole number above 0.");
  }
  return value;
}

const spoilWords = Object.entries(spoils).map(([name, words]) => `${name} (${words})`);

const program = new Command("safety")
  .description("Proofs that no refund is told wrongly, whatever is answered and whatever fails.")
  .option("--processes", "real processes are killed at every step, and race")
  .option("--seed <n>", "with --processes: of the races", wholeNumber, 1)
  .option("--rounds <n>", "with --processes: races with each journal", wholeNumber, 150)
  .option(
    "--every <n>",
    "with --processes: of every n-th refund only, and there at every n-th step only",
    wholeNumber,
    1,
  )
  .addOption(
    new Option(
      "--spoil <what>",
      `with --processes: break the journal on purpose, to see it found: ${spoilWords.join(", ")}`,
    ).choices(Object.keys(spoils)),
  );

const options = program.parse().opts<{ readonly processes?: true } & ProcessesOptions>();
if (!options.processes) program.help({ error: true });

// Processes and servers end, and clean up, once nobody holds their standard input any more.
process.once("SIGINT", () => process.exit(130));
process.exitCode = (await processesCommand(options)) ? 0 : 1;
