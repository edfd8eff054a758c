import { type CallOptions, RefundError } from "@refunds/core";
import { deepFreeze, readFields } from "@refunds/core/provider";
import type { ClientOf } from "./client.ts";
import { refuse } from "./refuse.ts";

/** Asks the account's provider about a payment. */
export async function queryPayment(clientOf: ClientOf, request: unknown, options?: CallOptions) {
  const fields = ["account", "payment", "refund", "key"];
  const { values, problems } = readFields(request, fields, "", "request");
  const { account, ...rest } = values;
  const client = clientOf(account);
  if (problems.length > 0) throw new RefundError("invalid_request", "refunds", problems);
  if (!client.query) {
    const message = `must be an account of a provider with a query; ${client.provider} documents none`;
    return refuse("query_not_supported", "account", message);
  }
  return deepFreeze({ ...(await client.query(rest, options)), account });
}
