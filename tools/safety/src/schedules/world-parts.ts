/** What the world of a schedule is made of. */
import type { Sandbox } from "@refunds/sandbox";
import type { JournalStore } from "refunds";
import type { Violation } from "../processes/truth.ts";
import type { StoppedClock } from "./clock.ts";
import type { ScheduleDefect } from "./defects.ts";
import { EvidenceSources } from "./evidence-sources.ts";
import type { FetchKind } from "./fetches.ts";
import { JournalChecks } from "./journal-checks.ts";
import { Ledger, type LedgerSetup } from "./ledger.ts";
import { Notifications } from "./notifications.ts";
import { outagesOf } from "./outages.ts";
import { OutcomeChecks } from "./outcome-checks.ts";
import { RefundCalls } from "./refund-calls.ts";
import { RunningCalls } from "./running-calls.ts";
import { requestsOf } from "./scene.ts";
import type { Tally } from "./tally.ts";

export interface WorldSetup {
  readonly sandbox: Sandbox;
  readonly clock: StoppedClock;
  readonly store: JournalStore;
  readonly provider: string;
  readonly fetch: FetchKind;
  readonly serial: string;
  readonly seed: number;
  readonly defect: ScheduleDefect | undefined;
  readonly tally: Tally;
}

interface Shared extends Pick<LedgerSetup, "sameKey" | "random"> {
  readonly found: Violation[];
  readonly anyoneDied: () => boolean;
}

export type WorldParts = ReturnType<typeof worldParts>;

export function worldParts(setup: WorldSetup, { sameKey, random, found, anyoneDied }: Shared) {
  const { sandbox, clock, provider, serial, tally, store } = setup;
  const requests = requestsOf(sandbox, provider, serial);
  const [{ account } = { account: "" }] = requests;
  const ledger = new Ledger({ sandbox, requests, tally, sameKey, random });
  const outages = outagesOf(store, () => performance.now());
  const checks = new OutcomeChecks({ ...setup, ledger, outages, anyoneDied });
  const sources = new EvidenceSources({ ledger, checks, outages, found, tally });
  const calls = new RunningCalls(clock, ledger, found);
  const checked = { ledger, outages, checks, found };
  return {
    ...{ account, ledger, outages, checks, sources, calls },
    refundCalls: new RefundCalls({ ...setup, ...checked, sources, calls }),
    journalChecks: new JournalChecks(checked),
    notifications: new Notifications({
      ...setup,
      ...checked,
      account,
    }),
  };
}
