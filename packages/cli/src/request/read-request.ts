/** The request of one refund, from the texts that a person or an assistant gave. */
import type { Amount, AnyRefundRequest, Problem } from "refunds";
import type { LoadedConfig } from "../config/load-config.ts";
import { CliError, refuse } from "../errors.ts";
import { readMoney } from "../output/money.ts";
import { factsOf } from "../providers.ts";
import { requestOf } from "./request.ts";

interface MoneyOption {
  readonly amount: string;
  readonly currency: string;
}

export interface RequestOptions {
  readonly account: string;
  readonly key: string;
  readonly payment: Readonly<Record<string, string>>;
  /** Without it, everything that remains. */
  readonly amount?: MoneyOption;
  readonly refundable?: MoneyOption;
  readonly reason?: string;
  readonly extra?: Readonly<Record<string, string>>;
}

/** What `refunds.refund()` takes. */
export type ReadRequest = AnyRefundRequest & {
  readonly account: string;
  readonly key: string;
  readonly refundable?: Amount;
};

/** @throws {CliError} if the account is not configured, or a text cannot be read. What the provider allows is checked by `refunds.check()`. */
export function readRequest(config: LoadedConfig, options: RequestOptions): ReadRequest {
  const { account, key, payment, amount, refundable, reason, extra = {} } = options;
  const configured = Object.hasOwn(config.accounts, account) ? config.accounts[account] : undefined;
  if (!configured) {
    const known = Object.keys(config.accounts).join(", ");
    return refuse(
      "unknown_account",
      `There is no account ${JSON.stringify(account)}. ${config.file} has ${known}.`,
    );
  }
  const problems: Problem[] = [];
  const texts = { payment, amount: amount?.amount ?? "full", extra };
  const request = requestOf(
    factsOf(configured.provider),
    {
      ...texts,
      ...(amount && { currency: amount.currency }),
      ...(reason !== undefined && { reason }),
    },
    problems,
  );
  const total = refundable && readMoney(refundable.amount, refundable.currency);
  if (typeof total === "string") problems.push({ field: "refundable", message: total });
  if (problems.length > 0) {
    const list = problems.map(({ field, message }) => `${field} ${message}`).join("; ");
    throw new CliError("invalid_request", `${list}. Nothing was sent.`, problems);
  }
  return {
    account,
    key,
    ...request,
    ...(typeof total === "object" && { refundable: total as Amount }),
  };
}
