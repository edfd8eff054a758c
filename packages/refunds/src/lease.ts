/** How long a process may send what it has written to the journal. */
import type { JournalRecord } from "@refunds/journal";
import type { Client } from "./client.ts";

/** Extra milliseconds, in addition to the client's timeout, that the journal has to record a refund before it is not sent. */
export const marginMs = 15_000;

/**
 * The client stops after its timeout. That must be before `sendingUntil`, when other processes may assume that nothing is
 * being sent any more. Checks the system clock, which advances while the machine sleeps, and the monotonic clock, which
 * cannot be set back.
 */
export const isTooLate = (
  { timeoutMs }: Client,
  { sendingUntil }: JournalRecord,
  sinceMs: number,
): boolean => Date.now() + timeoutMs > sendingUntil || performance.now() - sinceMs > marginMs;
