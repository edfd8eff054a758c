import type { Command } from "commander";
import type { Amount, CheckedRefundRequest, Problem } from "refunds";
import { type Action, type CommonOptions, examples } from "../command.ts";
import { confirmed } from "../confirm.ts";
import { CliError, refuse } from "../errors.ts";
import { inFlight } from "../in-flight.ts";
import { type ExitCode, exitCodeOf, exitCodes } from "../output/exit-codes.ts";
import { moneyText, readMoney } from "../output/money.ts";
import { outcomeText } from "../output/outcome-text.ts";
import { sentText } from "../output/sent-text.ts";
import { print, printJson, say } from "../output/streams.ts";
import { factsOf } from "../providers.ts";
import { knownRefund } from "../request/known-refund.ts";
import { money, pair } from "../request/options.ts";
import { requestOf } from "../request/request.ts";
import { type Session, withSession } from "../session.ts";

interface MoneyOption {
  readonly amount: string;
  readonly currency: string;
}

interface Options extends CommonOptions {
  readonly account: string;
  readonly key: string;
  readonly payment: Readonly<Record<string, string>>;
  readonly amount?: MoneyOption;
  readonly full?: true;
  readonly refundable?: MoneyOption;
  readonly reason?: string;
  readonly extra?: Readonly<Record<string, string>>;
  readonly dryRun?: true;
  readonly yes?: true;
}

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
    const request = readRequest(session, options);
    const checked = session.refunds.check(request);
    const { dryRun } = options;
    return dryRun ? showOnly(session, options, checked) : send(session, options, request, checked);
  });
};

function readRequest({ config }: Session, options: Options) {
  const { account, key, payment, amount, refundable, reason, extra = {} } = options;
  const configured = Object.hasOwn(config.accounts, account) ? config.accounts[account] : undefined;
  if (!configured) {
    const known = Object.keys(config.accounts).join(", ");
    return refuse(
      "unknown_account",
      `There is no account ${JSON.stringify(account)}. ${config.file} has ${known}.`,
    );
  }
  const problems: Problem[] = [];
  const texts = { payment, amount: amount?.amount ?? "full", extra };
  const request = requestOf(
    factsOf(configured.provider),
    {
      ...texts,
      ...(amount && { currency: amount.currency }),
      ...(reason !== undefined && { reason }),
    },
    problems,
  );
  const total = refundable && readMoney(refundable.amount, refundable.currency);
  if (typeof total === "string") problems.push({ field: "refundable", message: total });
  if (problems.length > 0) {
    const list = problems.map(({ field, message }) => `${field} ${message}`).join("; ");
    throw new CliError("invalid_request", `${list}. Nothing was sent.`, problems);
  }
  return {
    account,
    key,
    ...request,
    ...(typeof total === "object" && { refundable: total as Amount }),
  };
}

async function showOnly(
  { config, refunds }: Session,
  { json }: Options,
  checked: CheckedRefundRequest,
): Promise<ExitCode> {
  const record = await refunds.get(checked.key);
  const known = knownRefund(checked, record);
  const { key, account } = checked;
  if (known === "key_conflict") {
    return refuse(
      "invalid_request",
      `The key ${JSON.stringify(key)} belongs to another refund; use a new key. Nothing was sent.`,
    );
  }
  if (json) {
    const environment = config.accounts[account]?.environment ?? "baseUrl";
    printJson({
      dryRun: true,
      wouldSend: known !== "recorded",
      environment,
      ...checked,
      recorded: record?.status,
    });
    return exitCodes.done;
  }
  print(sentText(config, checked));
  print(
    known === "recorded"
      ? `Nothing would be sent: the journal has this key as ${record?.status}.`
      : "This would be sent. It was a dry run: nothing was sent.",
  );
  return exitCodes.done;
}

async function send(
  { config, accounts, refunds }: Session,
  { json, yes }: Options,
  request: ReturnType<typeof readRequest>,
  checked: CheckedRefundRequest,
): Promise<ExitCode> {
  const { key, account } = checked;
  const record = await refunds.get(key);
  // What is recorded already is only returned, so there is nothing to confirm.
  if (knownRefund(checked, record) !== "recorded") {
    const amount = checked.request.amount
      ? moneyText(checked.request.amount)
      : "everything that remains";
    await confirmed(sentText(config, checked), `Refund ${amount}?`, { ...(yes && { yes }) });
  } else say("The journal has this key already. Nothing is sent.");
  const timeoutMs = accounts[account]?.timeoutMs ?? 0;
  const outcome = await inFlight(key, timeoutMs, () => refunds.refund(request));
  if (json) printJson({ key, outcome });
  else print(outcomeText(key, outcome));
  return exitCodeOf(outcome);
}
