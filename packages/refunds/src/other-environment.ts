/** Keeps apart what is sent to different environments: a rehearsal is not the refund. */
import { isElsewhere, type JournalRecord } from "@refunds/journal";
import type { Client, ClientOf } from "./client.ts";
import { refuse } from "./refuse.ts";

type SentTo = Pick<JournalRecord, "sentTo">;

/** @param refund - the recorded one, to follow "key" in a message */
export const refuseElsewhere = (refund: string, was: SentTo, now: SentTo): never =>
  refuse(
    "other_environment",
    "key",
    `${refund} for ${was.sentTo}, and the account sends to ${now.sentTo}; use another journal, or if both are one environment, see docs/errors.md`,
  );

/** @throws {RefundError} if no account has the name, or it sends elsewhere now, where nothing is known about the refund */
export function clientFor(clientOf: ClientOf, record: JournalRecord): Client {
  const client = clientOf(record.account);
  return isElsewhere(record, client)
    ? refuseElsewhere("belongs to a refund", record, client)
    : client;
}
