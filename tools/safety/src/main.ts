/** `npm run safety -- --processes`: the proof that a key refunds once. Exits 1 where it finds the opposite. */
import { Command, InvalidArgumentError, Option } from "commander";
import { proveByProcesses } from "./processes.ts";
import { spoils } from "./shop/spoilt-journal.ts";

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError("It must be a whole number above 0.");
}

const program = new Command("safety")
  .description("Counts money in the simulators against what callers were told.")
  .option("--processes", "real processes that are killed at every step, and that race")
  .option("--seed <n>", "of the races", wholeNumber, 1)
  .option("--rounds <n>", "races with each journal", wholeNumber, 150)
  .option("--every <n>", "kill at every n-th step of every n-th refund only", wholeNumber, 1)
  .addOption(
    new Option(
      "--spoil <what>",
      `break the journal on purpose, to see what is found: ${Object.entries(spoils)
        .map((entry) => entry.join(", "))
        .join("; ")}`,
    ).choices(Object.keys(spoils)),
  );
const { processes, ...options } = program.parse().opts();
if (!processes) program.help({ error: true });

// What runs elsewhere, processes and server, ends and cleans up once nobody holds its standard input any more.
process.once("SIGINT", () => process.exit(130));
if (!(await proveByProcesses(options as never))) process.exitCode = 1;
