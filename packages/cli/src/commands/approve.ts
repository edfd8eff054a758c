import type { Command } from "commander";
import { type Action, examples } from "../command.ts";
import { say } from "../output/streams.ts";
import { printable } from "../output/table.ts";
import { readProposal } from "../proposals/files.ts";
import { checkedProposal, sentOf } from "../proposals/proposal.ts";
import { author } from "../request/options.ts";
import { sendConfirmed } from "../send-confirmed.ts";
import { withSession } from "../session.ts";
import { showOnly } from "../show-only.ts";

interface Options {
  readonly dryRun?: true;
  readonly yes?: true;
  readonly by?: string;
}

export const define = (command: Command): Command =>
  command
    .description(
      "Send a refund that was proposed, after showing it. Its key refunds at most once, so approving twice sends once.",
    )
    .argument("<id>", "the proposal's id, from `npx refunds proposals`")
    .option("--by <name>", "who approves it; written into the refund's history", author)
    .option("--dry-run", "show what would be sent, and send nothing")
    .option("-y, --yes", "do not ask")
    .addHelpText("after", examples("proposals", "approve 0123456789abcdef0123456789abcdef"));

export const action: Action<Options> = ({ config: named, json, dryRun, yes, by }, id = "") =>
  withSession(named, async (session) => {
    const { config, refunds } = session;
    const checked = checkedProposal(config, refunds, readProposal(config, id));
    const { account, key, payment } = checked;
    const { refunds: others } = await refunds.list({ account, payment, limit: 10 });
    for (const other of others) {
      if (other.key === key) continue;
      say(
        `The journal has another refund of this payment: ${printable(other.key)}, ${other.status}.`,
      );
    }
    if (dryRun) return showOnly(session, { ...(json && { json }) }, checked);
    const approved = `${by ?? "refunds approve"}, proposal ${id}`;
    const options = { by: approved, ...(json && { json }), ...(yes && { yes }) };
    return sendConfirmed(session, options, sentOf(checked), checked);
  });
