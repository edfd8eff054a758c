import type { Command } from "commander";
import type { QueryOutcome } from "refunds";
import { type Action, type CommonOptions, examples } from "../command.ts";
import { type ExitCode, exitCodes } from "../output/exit-codes.ts";
import { print, printJson } from "../output/streams.ts";
import { facts } from "../output/table.ts";
import { pair } from "../request/options.ts";
import { type QueryOptions, readQuery } from "../request/query-request.ts";
import { withSession } from "../session.ts";

interface Options extends CommonOptions, QueryOptions {}

export const define = (command: Command): Command =>
  command
    .description(
      "Read a payment's state from the provider, as the provider says it. Moves no money and records nothing.",
    )
    .requiredOption("-a, --account <name>", "an account of the configuration")
    .option("-p, --payment <name=value>", "an identifier of the payment (can be repeated)", pair)
    .option("-k, --key <key>", "the refund's key, for providers that are asked by it")
    .option(
      "--refund-id <id>",
      "the provider's id of the refund, for providers that are asked by it",
    )
    .addHelpText(
      "after",
      examples(
        "query --account shop --payment id=pay_81",
        "query --account shop --payment id=pay_81 --json",
      ),
    );

export const action: Action<Options> = (options) =>
  withSession(options.config, async ({ config, refunds }) => {
    const { json } = options;
    const outcome: QueryOutcome = await refunds.query(readQuery(config, options));
    if (json) printJson(outcome);
    else print(outcomeText(outcome));
    return codeOf(outcome);
  });

const outcomeText = (outcome: QueryOutcome): string =>
  outcome.status === "found"
    ? JSON.stringify(outcome.answer, null, 2)
    : facts([
        ["status", outcome.status],
        ["because", outcome.because],
        ["reason", "reason" in outcome ? outcome.reason : undefined],
        ["message", outcome.message],
      ]);

function codeOf({ status }: QueryOutcome): ExitCode {
  switch (status) {
    case "found":
      return exitCodes.done;
    case "declined":
      return exitCodes.declined;
    case "not_sent":
      return exitCodes.notSent;
    case "unknown":
      return exitCodes.uncertain;
  }
}
