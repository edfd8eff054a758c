/** How a schedule ends: the truth is recorded, every key is refunded again, and everything is checked. */
import type { Violation } from "../processes/truth.ts";
import type { IdleTimes } from "./idle-times.ts";
import type { Processes } from "./process.ts";
import { plain } from "./refund-calls.ts";
import { keys } from "./scene.ts";
import { needsTheTruth } from "./tracked-refund.ts";
import type { WorldParts } from "./world-parts.ts";

interface End {
  readonly parts: WorldParts;
  readonly idle: IdleTimes;
  readonly processes: Processes;
  readonly random: (bound: number) => number;
}

/** Starts new processes an hour later. Resolves with what only the end shows. */
export async function endOfSchedule({ parts, idle, processes, random }: End): Promise<Violation[]> {
  const { ledger, checks, sources, journalChecks, notifications, refundCalls } = parts;
  const look = () => idle.whenIdle((process) => sources.look(process));
  // Where keys are remembered, a request that was sent again is tried once more, in time or too late.
  await idle.withinTheTime((process) => journalChecks.resume(process));
  await idle.whenIdle((process) => journalChecks.resume(process));
  await look();
  if (notifications.anyFailed) {
    await idle.whenIdle((process) => notifications.deliverFailures(process));
  }
  for (const tracked of ledger.refunds.filter(needsTheTruth)) {
    await idle.whenIdle((process) => sources.confirm(tracked, process, "the truth at the end"));
  }
  await look();
  const refundable = random(2) === 0 ? "given" : "left out";
  for (const key of keys) {
    refundCalls.start({ ...plain, key, process: 0, refundable }, processes.start());
  }
  await idle.waitForLate();
  // Leave no open refund in a journal that later schedules share.
  await look();
  await idle.whenIdle((process) => journalChecks.checkRecords(process));
  return [...ledger.atTheEnd(), ...checks.atTheEnd()];
}
