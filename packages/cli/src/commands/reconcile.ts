import { rulesOfStatus } from "@refunds/journal";
import type { Command } from "commander";
import type { RefundRecord, ResumedRefund, ResumeOptions } from "refunds";
import { type Action, examples } from "../command.ts";
import { refuse } from "../errors.ts";
import { inFlight, stopInOrder } from "../in-flight.ts";
import { type ExitCode, exitCodeOf, exitCodeOfAll, exitCodes } from "../output/exit-codes.ts";
import { outcomeText } from "../output/outcome-text.ts";
import { recordTable } from "../output/record-text.ts";
import { print, printJson, say } from "../output/streams.ts";
import { concurrencyNumber, countNumber, pair } from "../request/options.ts";
import { type Session, withSession } from "../session.ts";
import { compareCommand, type SettlementOptions } from "../settlement/compare-command.ts";

interface Options extends Partial<SettlementOptions> {
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
    .option(
      "--settlement <file>",
      "compare the provider's report, a CSV file, with the journal, and list what differs; changes nothing. If any amount has a minus, those without one are not refunds",
    )
    .option("-a, --account <name>", "with --settlement: the account that the report is of")
    .option(
      "--column <name=column>",
      "with --settlement: the report's column with key, refund_id, payment.<name>, amount or currency (can be repeated)",
      pair,
    )
    .option(
      "--since <time>",
      "with --settlement: the journal's refunds opened at this time or later",
    )
    .option("--until <time>", "with --settlement: those opened before this time")
    .option("--limit <number>", "with --all: at most this many", countNumber)
    .option(
      "--concurrency <number>",
      "with --all: how many at once (default: 4)",
      concurrencyNumber,
    )
    .addHelpText(
      "after",
      examples(
        "reconcile order-1042/refund-1",
        "reconcile --all --limit 500",
        'reconcile --settlement november.csv --account shop --since 2026-11-01 --until 2026-12-01 --column "refund_id=Refund reference"',
      ),
    );

export const action: Action<Options> = (options, key) => {
  const { config, all, settlement, limit, concurrency } = options;
  if ([key, all, settlement].filter((one) => one !== undefined).length !== 1) {
    return refuse("usage", "reconcile needs a key, --all, or --settlement.");
  }
  if (all === undefined && (limit ?? concurrency) !== undefined) {
    return refuse("usage", "--limit and --concurrency are for --all.");
  }
  const { account, column, since, until } = options;
  if (settlement === undefined && (account ?? column ?? since ?? until) !== undefined) {
    return refuse("usage", "--account, --column, --since and --until are for --settlement.");
  }
  if (settlement !== undefined) {
    return withSession(config, (session) => compareCommand(session, { ...options, settlement }));
  }
  return withSession(config, (session) =>
    key === undefined ? reconcileAll(session, options) : reconcileOne(session, options, key),
  );
};

async function reconcileOne(
  { accounts, refunds }: Session,
  { json }: { readonly json?: true },
  key: string,
): Promise<ExitCode> {
  const account = (await refunds.get(key))?.account ?? "";
  const timeoutMs = accounts[account]?.timeoutMs ?? 0;
  // It asks, and may send again under the key.
  const outcome = await inFlight(key, 2 * timeoutMs, () => refunds.reconcile(key));
  if (json) printJson({ key, outcome });
  else print(outcomeText(key, outcome, true));
  return exitCodeOf(outcome);
}

async function reconcileAll(
  { refunds }: Session,
  { json, limit, concurrency }: Options & { readonly json?: true },
): Promise<ExitCode> {
  const signal = stopInOrder();
  const options: ResumeOptions = {
    signal,
    ...(limit !== undefined && { limit }),
    ...(concurrency !== undefined && { concurrency }),
  };
  signal.addEventListener("abort", () =>
    say("\nStopping. Waiting for what was asked already. Press Ctrl-C again to leave it open."),
  );
  const resumed = await refunds.resume(options);
  if (json) resumed.forEach(printJson);
  else if (resumed.length === 0 && !signal.aborted) say("No refund is open.");
  else print(recordTable(resumed.map(asSettled)));
  if (signal.aborted) {
    say("Stopped. What was not settled stays open. Run it again to go on: nothing is sent twice.");
    return exitCodes.interrupted;
  }
  return exitCodeOfAll(resumed.map(({ outcome }) => exitCodeOf(outcome)));
}

/** As it is now: what `resume()` returns is from before it asked, except the outcome. */
function asSettled(resumed: ResumedRefund): RefundRecord {
  const { status, recorded } = resumed.outcome;
  const blocksPayment = rulesOfStatus(status).blocksPayment || recorded === false;
  return { ...resumed, status, blocksPayment };
}
