import type { Command } from "commander";
import { type Action, examples } from "../command.ts";
import { exitCodes } from "../output/exit-codes.ts";
import { recordTable } from "../output/record-text.ts";
import { print, printJson, say } from "../output/streams.ts";
import { withJournal } from "../read-journal.ts";

export const define = (command: Command): Command =>
  command
    .description(
      "List the refunds that are not final yet, oldest first: sending, unfinished, unknown, pending and needs_review. With --json, one line for each.",
    )
    .addHelpText("after", examples("open", "open --json | jq -r .key"));

export const action: Action<object> = ({ config, json }) =>
  withJournal(config, async (refunds) => {
    const open = await refunds.open();
    if (json) open.forEach(printJson);
    else if (open.length > 0) print(recordTable(open));
    else say("No refund is open.");
    return exitCodes.done;
  });
