import type { Command } from "commander";
import type { Problem, QueryOutcome } from "refunds";
import { type Action, type CommonOptions, examples } from "../command.ts";
import { CliError, refuse } from "../errors.ts";
import { type ExitCode, exitCodes } from "../output/exit-codes.ts";
import { print, printJson } from "../output/streams.ts";
import { facts } from "../output/table.ts";
import { factsOf } from "../providers.ts";
import { readGroup } from "../request/fields.ts";
import { pair } from "../request/options.ts";
import { withSession } from "../session.ts";

interface Options extends CommonOptions {
  readonly account: string;
  readonly payment?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly refundId?: string;
}

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
    const { account, payment = {}, key, refundId, json } = options;
    const configured = Object.hasOwn(config.accounts, account)
      ? config.accounts[account]
      : undefined;
    if (!configured)
      return refuse("unknown_account", `There is no account ${JSON.stringify(account)}.`);
    const problems: Problem[] = [];
    const fields = factsOf(configured.provider).payment.fields;
    const values = readGroup("payment", payment, fields, problems);
    if (problems.length > 0) {
      const list = problems.map(({ field, message }) => `${field} ${message}`).join("; ");
      throw new CliError("invalid_request", `${list}. Nothing was sent.`, problems);
    }
    const request = {
      account,
      ...(Object.keys(values).length > 0 && { payment: values }),
      ...(key !== undefined && { key }),
      ...(refundId !== undefined && { refund: { id: refundId } }),
    };
    const outcome = await refunds.query(request as Parameters<typeof refunds.query>[0]);
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
