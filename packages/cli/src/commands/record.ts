import { type Command, Option } from "commander";
import type { RecordRequest } from "refunds";
import { type Action, examples } from "../command.ts";
import { exitCodes } from "../output/exit-codes.ts";
import { outcomeText } from "../output/outcome-text.ts";
import { print, printJson } from "../output/streams.ts";
import { recordedStatuses } from "../request/statuses.ts";
import { withSession } from "../session.ts";

interface Options {
  readonly status: RecordRequest["status"];
  readonly by: string;
  readonly refundId?: string;
}

export const define = (command: Command): Command =>
  command
    .description(
      "Record what a person found out about a refund, in the provider's dashboard or from its support. Sends nothing.",
    )
    .argument("<key>", "the refund's key")
    .addOption(
      new Option("--status <status>", "what became of it; declined: it did not and will not happen")
        .choices(recordedStatuses)
        .makeOptionMandatory(),
    )
    .requiredOption("--by <source>", "who found it, and where; stored in the journal")
    .option("--refund-id <id>", "the provider's id of the refund")
    .addHelpText(
      "after",
      examples(
        'record order-1042/refund-1 --status succeeded --by "Ana, in the dashboard" --refund-id 88121',
        'record order-1042/refund-1 --status declined --by "Ana; support ticket 7"',
      ),
    );

export const action: Action<Options> = ({ config, json, status, by, refundId }, key = "") =>
  withSession(config, async ({ refunds }) => {
    const evidence = { status, by, ...(refundId !== undefined && { refundId }) };
    const outcome = await refunds.record(key, evidence);
    if (json) printJson({ key, outcome });
    else print(outcomeText(key, outcome));
    // What was recorded is recorded, whatever it says; a contradiction needs a person.
    return outcome.status === "needs_review" ? exitCodes.uncertain : exitCodes.done;
  });
