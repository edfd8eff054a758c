/** The request of a query, from texts. */
import type { Problem } from "refunds";
import type { LoadedConfig } from "../config/load-config.ts";
import { CliError, refuse } from "../errors.ts";
import { factsOf } from "../providers.ts";
import { readGroup } from "./fields.ts";

export interface QueryOptions {
  readonly account: string;
  readonly payment?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly refundId?: string;
}

/**
 * @returns what `refunds.query()` takes, which checks the rest
 * @throws {CliError} if the account is not configured, or a text cannot be read
 */
export function readQuery(config: LoadedConfig, options: QueryOptions): never {
  const { account, payment = {}, key, refundId } = options;
  const configured = Object.hasOwn(config.accounts, account) ? config.accounts[account] : undefined;
  if (!configured) {
    return refuse("unknown_account", `There is no account ${JSON.stringify(account)}.`);
  }
  const problems: Problem[] = [];
  const fields = factsOf(configured.provider).payment.fields;
  const values = readGroup("payment", payment, fields, problems);
  if (problems.length > 0) {
    const list = problems.map(({ field, message }) => `${field} ${message}`).join("; ");
    throw new CliError("invalid_request", `${list}. Nothing was sent.`, problems);
  }
  const request = {
    account,
    ...(Object.keys(values).length > 0 && { payment: values }),
    ...(key !== undefined && { key }),
    ...(refundId !== undefined && { refund: { id: refundId } }),
  };
  return request as never;
}
