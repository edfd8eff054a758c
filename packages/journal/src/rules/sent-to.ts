/** Where refunds are sent, and whether two of them are for the same environment. */
import type { JournalRecord } from "../records/record.ts";

type Sender = Pick<JournalRecord, "sentTo">;

/** Without TLS, it is never a provider's own system, but the sandbox or another stand-in. Its port changes with each start. */
const environmentOf = (sentTo: string): string => (sentTo.startsWith("http:") ? "sandbox" : sentTo);

/** Whether both are known, and are not the same environment: what happened at one of them says nothing about the other. */
export const isElsewhere = ({ sentTo: was }: Sender, { sentTo: now }: Sender): boolean =>
  was !== undefined && now !== undefined && environmentOf(was) !== environmentOf(now);
