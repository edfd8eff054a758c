/** A program that uses the journal with an account that sends to another environment. */
import type { Sandbox } from "@refunds/sandbox";
import { type Account, isRefundError } from "refunds";
import { type Violation, violation } from "../processes/truth.ts";
import type { Facade, Process } from "./call.ts";
import { clientOf } from "./client-of.ts";
import { count, type Tally } from "./tally.ts";
import type { TrackedRefund } from "./tracked-refund.ts";

/** Its client. Nothing that it asks or sends is about the refunds of the journal. */
export function clientElsewhere(sandbox: Sandbox, provider: string, found: Violation[]): Account {
  const fetch = async () => {
    const text = "a request went to an environment to which the refund was not sent";
    found.push(violation("rule broken", text));
    throw new TypeError("fetch failed");
  };
  return clientOf(sandbox, provider, Object.assign(fetch, { sentTo: "elsewhere" }));
}

/** Tries to settle a refund of the journal, and to send it again. */
export async function settleElsewhere(
  { request: { key } }: TrackedRefund,
  process: Process,
  tally: Tally,
  found: Violation[],
): Promise<void> {
  const record = await process.call({ key }, (refunds) => refunds.get(key));
  // What never left was sent nowhere.
  if (!record || record.status === "not_sent") return;
  count(tally.events, "accounts that send elsewhere");
  const refused = (error: unknown) => {
    if (!isRefundError(error) || error.code !== "other_environment") throw error;
  };
  // As it was recorded: another reference would be refused for itself.
  const again = { account: record.account, key, ...record.request } as never;
  const calls = [
    (refunds: Facade) => refunds.reconcile(key),
    (refunds: Facade) => refunds.refund(again, { resend: true }),
  ];
  for (const use of calls) {
    const outcome = await process.call({ key }, use).catch(refused);
    if (!outcome) continue;
    const text = `${key} was ${outcome.status} for an environment to which it was not sent`;
    found.push(violation("rule broken", text));
  }
}
