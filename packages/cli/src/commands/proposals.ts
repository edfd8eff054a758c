import type { Command } from "commander";
import { type Action, examples } from "../command.ts";
import { exitCodes } from "../output/exit-codes.ts";
import { moneyText } from "../output/money.ts";
import { fieldsText } from "../output/record-text.ts";
import { print, printJson, say } from "../output/streams.ts";
import { printable, table } from "../output/table.ts";
import { type ListedProposal, listProposals } from "../proposals/list.ts";
import { withSession } from "../session.ts";

interface Options {
  readonly all?: true;
}

export const define = (command: Command): Command =>
  command
    .description(
      "List the refunds that were proposed and not sent yet. To reject one, delete its file in refunds.proposals.",
    )
    .option("--all", "also those that the journal has")
    .addHelpText("after", examples("proposals", "proposals --all --json"));

export const action: Action<Options> = ({ config: named, json, all }) =>
  withSession(named, async ({ config, refunds }) => {
    const every = await listProposals(config, refunds);
    const shown = every.filter(({ status }) => all || status === "waiting" || status === "invalid");
    if (json) shown.forEach(printJson);
    else if (shown.length === 0) say("No proposal waits.");
    else
      print(
        table([
          ["ID", "STATUS", "PROPOSED AT", "ACCOUNT", "AMOUNT", "KEY", "PAYMENT"],
          ...shown.map(row),
        ]),
      );
    return exitCodes.done;
  });

const row = ({ id, status, proposal, message = "" }: ListedProposal): readonly string[] => {
  if (!proposal) return [id, status, printable(message), "", "", "", ""];
  const { account, amount, key, payment } = proposal.request;
  return [
    id,
    status,
    proposal.proposedAt,
    account,
    amount ? moneyText(amount) : "full",
    key,
    fieldsText(payment),
  ].map(printable);
};
