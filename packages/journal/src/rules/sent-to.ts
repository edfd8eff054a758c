/** Where refunds are sent, and whether two of them are for the same system of their provider. */
import type { JournalRecord } from "../records/record.ts";

type Sender = Pick<JournalRecord, "sentTo">;

/** Without TLS, it is never a provider's own system, but the sandbox or another stand-in. Its port changes with each start. */
const systemOf = (sentTo: string): string => (sentTo.startsWith("http:") ? "sandbox" : sentTo);

/** Whether both are known, and are not the same system: what happened at one of them says nothing about the other. */
export const isElsewhere = ({ sentTo: was }: Sender, { sentTo: now }: Sender): boolean =>
  was !== undefined && now !== undefined && systemOf(was) !== systemOf(now);
