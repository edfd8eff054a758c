import type { ListedStatus } from "refunds";

/** What refunds can be listed by. Here, because the help of the command line shows them without loading `refunds`. */
export const listedStatuses = [
  "open",
  "sending",
  "unfinished",
  "succeeded",
  "pending",
  "declined",
  "not_sent",
  "unknown",
  "needs_review",
  "reversed",
] as const satisfies readonly ListedStatus[];
