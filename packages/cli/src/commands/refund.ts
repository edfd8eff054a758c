import type { Command } from "commander";
import { type Action, type CommonOptions, examples } from "../command.ts";
import { refuse } from "../errors.ts";
import { author, money, pair } from "../request/options.ts";
import { type RequestOptions, readRequest } from "../request/read-request.ts";
import { sendConfirmed } from "../send-confirmed.ts";
import { withSession } from "../session.ts";
import { showOnly } from "../show-only.ts";

interface Options extends CommonOptions, RequestOptions {
  readonly full?: true;
  readonly by?: string;
  readonly dryRun?: true;
  readonly yes?: true;
}

export const needsOneOf = ["amount", "full"];

export const define = (command: Command): Command =>
  command
    .description(
      "Refund a payment, at most once for its key. The same key again returns the recorded outcome; only a refund that is not_sent is sent again.",
    )
    .requiredOption("-a, --account <name>", "an account of the configuration")
    .requiredOption("-k, --key <key>", "your own id of this refund: one key, one refund")
    .requiredOption(
      "-p, --payment <name=value>",
      "an identifier of the payment (can be repeated)",
      pair,
    )
    .option("--amount <money>", 'what to refund, such as "10.50 EUR"', money)
    .option("--full", "refund everything that remains")
    .option(
      "--refundable <money>",
      "decline if the payment's refunds would exceed this total",
      money,
    )
    .option("--reason <text>", "the reason, for providers that take one")
    .option("--extra <name=value>", "a field that only this provider has (can be repeated)", pair)
    .option("--by <name>", "who asks for it; written into the refund's history", author)
    .option("--dry-run", "check everything, and send nothing")
    .option("-y, --yes", "do not ask")
    .addHelpText(
      "after",
      examples(
        'refund --account shop --key order-1042/refund-1 --payment id=pay_81 --amount "10.50 EUR"',
        "refund --account shop --key order-1042/refund-1 --payment id=pay_81 --full --dry-run",
        "refund --account shop --key order-1042/refund-1 --payment id=pay_81 --full --yes --json",
        "providers <provider>    # the names of its payment's identifiers",
      ),
    );

export const action: Action<Options> = (options) => {
  if ((options.amount === undefined) === (options.full === undefined)) {
    return refuse(
      "usage",
      'refund needs --amount "10.50 EUR", or --full for everything that remains.',
    );
  }
  return withSession(options.config, async (session) => {
    const request = readRequest(session.config, options);
    const checked = session.refunds.check(request);
    const { dryRun } = options;
    return dryRun
      ? showOnly(session, options, checked)
      : sendConfirmed(session, options, request, checked);
  });
};
