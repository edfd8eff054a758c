import type { Command } from "commander";
import { type Action, examples } from "../command.ts";
import { refuse } from "../errors.ts";
import { exitCodes } from "../output/exit-codes.ts";
import { recordText } from "../output/record-text.ts";
import { print, printJson } from "../output/streams.ts";
import { withJournal } from "../read-journal.ts";

export const define = (command: Command): Command =>
  command
    .argument("<key>", "the refund's key")
    .addHelpText("after", examples("show order-1042/refund-1", "show order-1042/refund-1 --json"));

export const action: Action<object> = ({ config, json }, key = "") =>
  withJournal(config, async (refunds) => {
    const record = await refunds.get(key);
    if (!record)
      return refuse(
        "unknown_key",
        `The journal has no refund with the key ${JSON.stringify(key)}.`,
      );
    if (json) printJson(record);
    else print(recordText(record));
    return exitCodes.done;
  });
