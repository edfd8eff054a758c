import type { Command } from "commander";
import { type Action, type CommonOptions, examples } from "../command.ts";
import { confirmed } from "../confirm.ts";
import { refuse } from "../errors.ts";
import { inFlight } from "../in-flight.ts";
import { refusedHere } from "../local-address.ts";
import { exitCodeOf, exitCodes } from "../output/exit-codes.ts";
import { moneyText } from "../output/money.ts";
import { outcomeText } from "../output/outcome-text.ts";
import { sentText } from "../output/sent-text.ts";
import { print, printJson, say } from "../output/streams.ts";
import { author } from "../request/options.ts";
import { withSession } from "../session.ts";

interface Options extends CommonOptions {
  readonly by?: string;
  readonly dryRun?: true;
  readonly yes?: true;
}

export const define = (command: Command): Command =>
  command
    .description(
      "Send a refund again under its key, as it is recorded, after `reconcile` or `record` found that it did not happen. Any other refund is not sent.",
    )
    .argument("<key>", "the refund's key")
    .option("--by <name>", "who asks for it; written into the refund's history", author)
    .option("--dry-run", "show what would be sent, and send nothing")
    .option("-y, --yes", "do not ask")
    .addHelpText(
      "after",
      examples("resend order-1042/refund-1", "resend order-1042/refund-1 --yes --json"),
    );

export const action: Action<Options> = ({ config: named, json, by, dryRun, yes }, key = "") =>
  withSession(named, async ({ config, accounts, refunds }) => {
    const record = await refunds.get(key);
    if (!record)
      return refuse(
        "unknown_key",
        `The journal has no refund with the key ${JSON.stringify(key)}.`,
      );
    const { account, request, status, outcome: known } = record;
    const wasFound = status === "declined" && known?.settledBy !== undefined;
    if (!wasFound && status !== "not_sent") {
      return refuse(
        "invalid_request",
        `${JSON.stringify(key)} is ${status}. Only a refund that reconcile or record found not to have happened is sent again. Nothing was sent.`,
      );
    }
    const sent = { account, key, ...request };
    const checked = refunds.check(sent);
    const shown = sentText(config, checked);
    if (dryRun) {
      if (json) printJson({ dryRun: true, wouldSend: true, ...checked });
      else print(`${shown}\nThis would be sent again. It was a dry run: nothing was sent.`);
      return exitCodes.done;
    }
    const amount = request.amount ? moneyText(request.amount) : "everything that remains";
    await confirmed(shown, `Send the refund of ${amount} again?`, { ...(yes && { yes }) });
    const timeoutMs = accounts[account]?.timeoutMs ?? 0;
    const options = { resend: true, ...(by !== undefined && { by }) };
    const outcome = await inFlight(key, timeoutMs, () => refunds.refund(sent, options));
    if (json) printJson({ key, outcome });
    else print(outcomeText(key, outcome));
    const hint = refusedHere(config.accounts[account], outcome);
    if (hint !== undefined) say(hint);
    return exitCodeOf(outcome);
  });
