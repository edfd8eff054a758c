/** Turns a row into a refund's request. */
import type { AnyRefundRequest, Problem } from "refunds";
import type { LoadedConfig } from "../config/load-config.ts";
import { factsOf } from "../providers.ts";
import { requestOf } from "../request/request.ts";
import type { Row } from "./read-csv.ts";

/** A refund's request through an account of any provider. */
export type RowRequest = AnyRefundRequest & { readonly account: string; readonly key: string };

/** Writes each problem, with its column, into `problems`. */
export function rowRequest(
  config: LoadedConfig,
  { cells }: Row,
  problems: Problem[],
): RowRequest | undefined {
  const { account = "", key = "", amount = "", currency, reason } = cells;
  const options = Object.hasOwn(config.accounts, account) ? config.accounts[account] : undefined;
  if (!options) {
    const known = Object.keys(config.accounts).join(", ");
    problems.push({ field: "account", message: `must be one of ${known}` });
    return undefined;
  }
  if (amount === "") {
    const message = "must be a decimal, or `full` for everything that remains; it is empty";
    problems.push({ field: "amount", message });
    return undefined;
  }
  const named = Object.entries(cells).filter(([name]) => /^(key|payment\..*)$/.test(name));
  for (const [field, cell] of named) {
    if (cell.trim() !== cell)
      problems.push({ field, message: "must not begin or end with white space" });
  }
  const request = requestOf(
    factsOf(options.provider),
    {
      payment: group(cells, "payment."),
      amount,
      extra: group(cells, "extra."),
      ...(currency !== undefined && { currency }),
      ...(reason !== undefined && { reason }),
    },
    problems,
  );
  return { account, key, ...request };
}

const group = (cells: Row["cells"], prefix: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(cells)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, text]) => [name.slice(prefix.length), text]),
  );
