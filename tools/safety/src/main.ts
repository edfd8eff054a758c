/** `pnpm safety`: the long runs behind what this project says of refunds. Exits 1 where one finds it untrue. */
import { Command, InvalidArgumentError } from "commander";
import { type AnswersOptions, answersCommand } from "./answers/command.ts";
import { type FaultsOptions, faultsCommand } from "./faults/command.ts";

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new InvalidArgumentError("a whole number.");
  return value;
}

const program = new Command("safety")
  .description("Proofs that no refund is told wrongly, whatever is answered and whatever fails.")
  .option("--answers", "clients meet mutated answers; none may become a false outcome")
  .option("--runs <n>", "with --answers: how many", whole, 1_000_000)
  .option("--seed <n>", "with --answers: the same seed draws the same answers", whole, 1)
  .option("--path <path>", "with --answers: one run of a seed again, as a failure printed it")
  .option("--faults", "every fault meets every provider; what came of it is held to docs/faults.md")
  .option("--write", "with --faults: write docs/faults.md instead");

const options = program
  .parse()
  .opts<{ readonly answers?: true; readonly faults?: true } & AnswersOptions & FaultsOptions>();
if (!options.answers && !options.faults) program.help({ error: true });

try {
  const held = [
    ...(options.answers ? [await answersCommand(options)] : []),
    ...(options.faults ? [await faultsCommand(options)] : []),
  ];
  process.exitCode = held.every(Boolean) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
