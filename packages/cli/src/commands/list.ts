import type { Command } from "commander";
import { type Action, examples } from "../command.ts";
import { exitCodes } from "../output/exit-codes.ts";
import { recordTable } from "../output/record-text.ts";
import { print, printJson, say } from "../output/streams.ts";
import { withJournal } from "../read-journal.ts";
import { type FilterOptions, filtersOf, withFilters } from "../request/filters.ts";
import { countNumber } from "../request/options.ts";

interface Options extends FilterOptions {
  readonly limit: number;
  readonly cursor?: string;
}

export const define = (command: Command): Command =>
  withFilters(command)
    .description("List refunds, newest first, page by page. `export` writes all of them.")
    .option("--limit <number>", "the size of the page, at most 1000", countNumber, 50)
    .option("--cursor <cursor>", "the page after this one; the page before printed it")
    .addHelpText(
      "after",
      examples(
        "list --status open",
        "list --account shop --since 2026-11-01 --until 2026-12-01",
        "list --json",
      ),
    );

export const action: Action<Options> = (options) =>
  withJournal(options.config, async (journal) => {
    const { json, limit, cursor: after } = options;
    const request = { ...filtersOf(options), limit, ...(after !== undefined && { cursor: after }) };
    const page = await journal.list(request);
    if (json) printJson(page);
    else if (page.refunds.length === 0) say("There is no such refund.");
    else print(recordTable(page.refunds));
    if (!json && page.cursor !== undefined)
      say(`More: the same command with --cursor ${page.cursor}`);
    return exitCodes.done;
  });
