import type { FaultPlan } from "@refunds/sandbox";
import { type Journals, type StoreName, storeNames } from "../processes/journals.ts";
import type { JournalDefect } from "../processes/shop/journal-defects.ts";
import type { ReportedOutcome } from "../processes/shop/messages.ts";
import { type ShopProcess, startShop } from "../processes/shop/shop-process.ts";
import { pause, type Simulators, startSimulators } from "../processes/simulators.ts";
import { checkOutcome, refundRequests, truthOf, type Violation } from "../processes/truth.ts";
import { paymentOf, planRaces, type Race, type RacePlan } from "./race-round.ts";
import { checkRace } from "./race-verdict.ts";

/** The result of a race. */
export interface RaceRun {
  readonly store: StoreName;
  readonly race: Race;
  readonly provider: string;
  /** The number of the round, from 0. */
  readonly round: number;
  readonly calls: number;
  readonly arrived: number;
  readonly moved: number;
  readonly violations: readonly Violation[];
}

export interface RaceOptions {
  readonly journals: Journals;
  readonly seed: number;
  /** The number of races with each store. */
  readonly rounds: number;
  readonly defect?: JournalDefect;
  readonly onProgress?: (done: number, of: number) => void;
}

const processes = 3;

/** The faults of faulty answers. Faults that make callers wait are left out. */
const faults = {
  drip: 0.05,
  reset_before: 0.06,
  reset_after: 0.06,
  html_5xx_before: 0.06,
  html_5xx_after: 0.06,
  cut: 0.06,
  twice_the_amount: 0.06,
  unseen_status: 0.06,
};

/** Runs the same plans with each store. The processes of a race share one journal and one simulator. */
export async function runRaces(options: RaceOptions): Promise<RaceRun[]> {
  const runs: RaceRun[] = [];
  const each = storeNames.map(async (store) => {
    await raceOver(store, options, (run) => {
      runs.push(run);
      options.onProgress?.(runs.length, options.rounds * storeNames.length);
    });
  });
  await Promise.all(each);
  return runs;
}

async function raceOver(
  store: StoreName,
  { journals, defect, ...options }: RaceOptions,
  done: (run: RaceRun) => void,
) {
  const simulators = await startSimulators({ dripMs: 1 });
  const start = { journal: journals.make(store), announces: false, ...(defect && { defect }) };
  const racers = Array.from({ length: processes }, () => startShop(start, journals.cache));
  try {
    const plans = planRaces(simulators.sandbox, processes, options);
    for (const [round, plan] of plans.entries()) {
      done({ store, round, ...(await race(simulators, racers, plan, `round-${round}`)) });
    }
  } finally {
    await Promise.all(racers.map((racer) => racer.stop()));
    await simulators.close();
  }
}

function planOf({ answers }: RacePlan): FaultPlan {
  if (answers === "at once") return [];
  return answers === "slowly" ? () => "drip" : { ...answers, chance: faults };
}

async function race(
  simulators: Simulators,
  racers: readonly ShopProcess[],
  plan: RacePlan,
  account: string,
): Promise<Omit<RaceRun, "store" | "round">> {
  const { sandbox } = simulators;
  simulators.reset();
  sandbox.inject(planOf(plan));
  const setup = simulators.account(account, plan.provider, plan.credentials);
  await Promise.all(racers.map((racer) => racer.run("open", [setup])));

  const payment = paymentOf(plan, sandbox, account);
  const reported: (readonly [string, ReportedOutcome])[] = [];
  const violations: Violation[] = [];
  /** Of several concurrent calls of a key, one may send while another correctly reports not_sent. */
  async function refund(process: number, nth: number, isAlone: boolean) {
    const request = payment.request(nth);
    const truth = () => truthOf(request.key, sandbox.requests);
    const before = truth();
    const outcome = await (racers[process] as ShopProcess).run("refund", request);
    const known = outcome.status === "not_sent" && !isAlone ? before : truth();
    violations.push(...checkOutcome(request.key, outcome.status, known));
    reported.push([request.key, outcome]);
  }
  await Promise.all(
    plan.calls.map(async ({ process, key, after }) => {
      await pause(after);
      await refund(process, key, plan.calls.filter((call) => call.key === key).length === 1);
    }),
  );
  // Refund again later in another process. The journal reports the same outcome, or knows more.
  for (const { process, key } of plan.calls) await refund((process + 1) % racers.length, key, true);
  await simulators.quiet();

  const { requests, refunds } = sandbox;
  const { flights } = simulators;
  const { refundable } = payment;
  violations.push(
    ...checkRace({ race: plan.race, reported, requests, refunds, flights, refundable }),
  );
  return {
    race: plan.race,
    provider: plan.provider,
    calls: reported.length,
    arrived: refundRequests(requests).length,
    moved: refunds.length,
    violations,
  };
}
