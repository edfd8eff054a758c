/** `reconcile --settlement`: says where a provider's report and the journal differ. */
import type { CommonOptions } from "../command.ts";
import { CliError } from "../errors.ts";
import { type ExitCode, exitCodes } from "../output/exit-codes.ts";
import { print, printJson, say } from "../output/streams.ts";
import { filtersOf } from "../request/filters.ts";
import type { Session } from "../session.ts";
import { type Compared, compareSettlement } from "./compare-settlement.ts";
import { readSettlement } from "./read-settlement.ts";
import { settlementTable } from "./settlement-text.ts";

export interface SettlementOptions extends CommonOptions {
  readonly settlement: string;
  readonly account?: string;
  readonly since?: string;
  readonly until?: string;
  readonly column?: Readonly<Record<string, string>>;
}

export async function compareCommand(
  { refunds, config }: Session,
  options: SettlementOptions,
): Promise<ExitCode> {
  const { settlement, json, column = {} } = options;
  const account = accountOf(options, Object.keys(config.accounts));
  const records = refunds.listAll(filtersOf({ ...options, account }));
  const differing: Compared[] = [];
  let agreed = 0;
  let leftOut = 0;
  const report = () => readSettlement(settlement, column);
  for await (const compared of compareSettlement(report, records)) {
    if (compared.is === "left_out") {
      leftOut++;
      continue;
    }
    if (json) printJson(compared);
    if (compared.is === "agrees") agreed++;
    else differing.push(compared);
  }
  if (!json && differing.length > 0) print(settlementTable(differing));
  say(`${agreed} agree, ${differing.length} differ.${leftOutText(leftOut)}`);
  return differing.length === 0 ? exitCodes.done : exitCodes.uncertain;
}

function leftOutText(rows: number): string {
  if (rows === 0) return "";
  const [are, their] =
    rows === 1 ? ["1 row is not a refund", "its"] : [`${rows} rows are not refunds`, "their"];
  return ` ${are} by the sign of ${their} amount.`;
}

/** A report is of one account. */
function accountOf({ account }: SettlementOptions, known: readonly string[]): string {
  const [only = "", ...others] = known;
  if (account === undefined && others.length === 0) return only;
  if (account !== undefined && known.includes(account)) return account;
  throw new CliError("usage", `--settlement needs --account, which is one of ${known.join(", ")}.`);
}
