/** The options of `list` and `export` that choose refunds. */
import { type Command, Option } from "commander";
import type { ListedStatus, ListRequest } from "refunds";
import { pair } from "./options.ts";
import { listedStatuses } from "./statuses.ts";

export interface FilterOptions {
  readonly account?: string;
  readonly payment?: Readonly<Record<string, string>>;
  readonly status?: readonly ListedStatus[];
  readonly since?: string;
  readonly until?: string;
}

export const withFilters = (command: Command): Command =>
  command
    .option("-a, --account <name>", "only of this account")
    .option(
      "-p, --payment <name=value>",
      "only of this payment; needs --account (can be repeated)",
      pair,
    )
    .addOption(new Option("--status <status...>", "only with one of these").choices(listedStatuses))
    .option("--since <time>", "opened at this time or later: 2026-11-27, or with a time of day")
    .option("--until <time>", "opened before this time");

export const filtersOf = ({
  account,
  payment,
  status,
  since,
  until,
}: FilterOptions): ListRequest => ({
  ...(account !== undefined && { account }),
  ...(payment && { payment }),
  ...(status && { status }),
  ...(since !== undefined && { since }),
  ...(until !== undefined && { until }),
});
