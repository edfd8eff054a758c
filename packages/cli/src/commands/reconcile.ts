import type { Command } from "commander";
import type { ResumeOptions } from "refunds";
import { type Action, examples } from "../command.ts";
import { refuse } from "../errors.ts";
import { type ExitCode, exitCodeOf, exitCodeOfAll } from "../output/exit-codes.ts";
import { outcomeText } from "../output/outcome-text.ts";
import { recordTable } from "../output/record-text.ts";
import { print, printJson, say } from "../output/streams.ts";
import { countNumber } from "../request/options.ts";
import { type Session, withSession } from "../session.ts";

interface Options {
  readonly all?: true;
  readonly limit?: number;
  readonly concurrency?: number;
}

export const define = (command: Command): Command =>
  command
    .description(
      "Ask the provider what became of a refund, and record what its answer proves. Where the provider remembers keys, an uncertain refund is sent again under its key, which never refunds twice.",
    )
    .argument("[key]", "the refund's key")
    .option("--all", "every open refund, oldest first")
    .option("--limit <number>", "with --all: at most this many", countNumber)
    .option("--concurrency <number>", "with --all: how many at once (default: 4)", countNumber)
    .addHelpText("after", examples("reconcile order-1042/refund-1", "reconcile --all --limit 500"));

export const action: Action<Options> = (options, key) => {
  const { config, all, limit, concurrency } = options;
  if ((key === undefined) === (all === undefined)) {
    return refuse("usage", "reconcile needs a key, or --all.");
  }
  if (key !== undefined && (limit ?? concurrency) !== undefined) {
    return refuse("usage", "--limit and --concurrency are for --all.");
  }
  return withSession(config, (session) =>
    key === undefined ? reconcileAll(session, options) : reconcileOne(session, options, key),
  );
};

async function reconcileOne(
  { refunds }: Session,
  { json }: { readonly json?: true },
  key: string,
): Promise<ExitCode> {
  const outcome = await refunds.reconcile(key);
  if (json) printJson({ key, outcome });
  else print(outcomeText(key, outcome));
  return exitCodeOf(outcome);
}

async function reconcileAll(
  { refunds }: Session,
  { json, limit, concurrency }: Options & { readonly json?: true },
): Promise<ExitCode> {
  const options: ResumeOptions = {
    ...(limit !== undefined && { limit }),
    ...(concurrency !== undefined && { concurrency }),
  };
  const resumed = await refunds.resume(options);
  if (json) resumed.forEach(printJson);
  else if (resumed.length === 0) say("No refund is open.");
  else print(recordTable(resumed.map((each) => ({ ...each, status: each.outcome.status }))));
  return exitCodeOfAll(resumed.map(({ outcome }) => exitCodeOf(outcome)));
}
