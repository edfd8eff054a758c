/** A small world: processes that share a journal and crash, a clock that is set, a sandbox that counts money, and what callers were told. */
import type { Sandbox } from "@refunds/sandbox";
import type { JournalStore, RefundOutcome, ResumedRefund } from "refunds";
import type { Spoil } from "../processes/shop/spoilt-journal.ts";
import { lie, truthOf, twice, type Wrong, wrong } from "../processes/truth.ts";
import type { StoppedClock } from "./clock.ts";
import { faultsBy, randomBy } from "./faults.ts";
import { type Process, processesOf } from "./process.ts";
import { type Ask, asksOf, keys } from "./scene.ts";
import { count, type Tally } from "./tally.ts";

export interface WorldSetup {
  readonly sandbox: Sandbox;
  readonly clock: StoppedClock;
  readonly store: JournalStore;
  readonly provider: string;
  readonly serial: string;
  readonly seed: number;
  readonly spoil: Spoil | undefined;
  readonly tally: Tally;
}

export type World = ReturnType<typeof createWorld>;

const hourMs = 3_600_000;
type Told = Pick<RefundOutcome, "status" | "settledBy">;

/** Longer than any call takes, with a clock that has been set back meanwhile. */
const mostWaitMs = 120_000;

export function createWorld({
  sandbox,
  clock,
  store,
  provider,
  serial,
  seed,
  spoil,
  tally,
}: WorldSetup) {
  sandbox.reset();
  sandbox.inject(faultsBy(seed));
  const random = randomBy(~seed);
  const asks = asksOf(sandbox, provider, serial);
  const found: Wrong[] = [];
  /** Calls that have not ended, with the process that each belongs to. */
  const running = new Map<Promise<unknown>, Process>();
  /** How often a key was found not to have happened: only then may it be sent again. */
  const freed = new Map<string, number>();
  /** Pending refunds that are through: whoever looks waits for that. */
  const through = new Set<string>();
  const told: { readonly key: string; readonly outcome: Told }[] = [];

  const ask = (key: number) => asks[key] as Ask;

  /** What became of a key, at all of its attempts. */
  const movedBy = (key: string) => {
    const truths = Array.from({ length: (freed.get(key) ?? 0) + 1 }, (_, at) =>
      truthOf(`${key}#${at}`, sandbox.requests),
    );
    return {
      moved: truths.reduce((sum, { moved }) => sum + moved, 0),
      pending: through.has(key) ? 0 : truths.reduce((sum, { pending }) => sum + pending, 0),
      now: truths.at(-1) as ReturnType<typeof truthOf>,
    };
  };

  const start = processesOf({
    sandbox,
    clock,
    store,
    spoil,
    provider,
    account: ask(0).account,
    random,
    markOf: (key) => `${key}#${freed.get(key) ?? 0}`,
  });
  const processes = [start(), start()];
  const alive = (at: number) => processes[at] as Process;

  function watch(work: Promise<unknown>, process: Process) {
    const call = work.catch((error) => found.push(wrong("rule broken", `rejected: ${error}`)));
    running.set(call, process);
    void call.finally(() => running.delete(call));
  }

  function hear(key: string, outcome: Told) {
    const { status } = outcome;
    count(tally.told, status);
    told.push({ key, outcome });
    const { moved, pending, now } = movedBy(key);
    found.push(...lie(key, status, { ...now, moved, pending }));
  }

  /** A key that is known not to have happened may be sent again. */
  function free(key: string, outcome: Told) {
    count(
      tally.settled,
      `${outcome.settledBy?.by.includes("query") ? "query" : "word"}: ${outcome.status}`,
    );
    if (outcome.status === "declined") freed.set(key, (freed.get(key) ?? 0) + 1);
  }

  function refund(key: number, process: Process, resend: boolean) {
    const one = ask(key);
    if (process.stepsLeft < 0) return;
    const call = process.call(one.key, (refunds) => refunds.refund(one as never, { resend }));
    watch(
      call.then((outcome) => hear(one.key, outcome)),
      process,
    );
  }

  async function settleOne(key: string, process: Process) {
    const open = await process.call(key, (refunds) => refunds.open());
    const before = open.find((one) => one.key === key);
    const outcome = await process.call(key, (refunds) => refunds.reconcile(key));
    hear(key, outcome);
    if (before && before.outcome?.status !== outcome.status && outcome.settledBy) {
      free(key, outcome);
    }
  }

  const waiting = () => [...running.values()].some(({ stepsLeft }) => stepsLeft >= 0);

  /** Calls of dead processes never end; all others do. */
  async function wait() {
    await clock.settle();
    for (let ms = 0; waiting(); ms += 50) {
      if (ms > mostWaitMs) throw new Error("a call does not end");
      await clock.pass(50);
    }
    running.clear();
  }

  /** Somebody looks at the provider, with everything at rest, and tells the journal. */
  async function look(process: Process) {
    for (const { key, status } of await process.call("", (refunds) => refunds.open())) {
      if (!asks.some((one) => one.key === key)) continue;
      if (movedBy(key).moved > 0) through.add(key);
      const happened = movedBy(key).moved > 0 ? "succeeded" : "declined";
      const evidence = { status: happened, by: "somebody who looked" } as const;
      const outcome = await process.call(key, (refunds) => refunds.record(key, evidence));
      if (status !== outcome.status) free(key, outcome);
    }
  }

  const throughTime = async (work: Promise<unknown>, process: Process) => {
    watch(work, process);
    await wait();
  };

  return {
    refund: async (key: number, process: number, resend: boolean) => {
      refund(key, alive(process), resend);
      await clock.settle();
    },
    crash(process: number, after: number) {
      count(tally.happenings, "crashes");
      const dying = alive(process);
      dying.stepsLeft = Math.min(dying.stepsLeft, after);
      processes[process] = start();
    },
    wait,
    async sleep() {
      await wait();
      clock.jump(hourMs);
      count(tally.happenings, "hours slept");
    },
    /** Within what journals bear: clocks that disagree by seconds. */
    async jump(seconds: number) {
      await clock.pass(20);
      clock.jump(1000 * seconds);
      count(tally.happenings, "clock jumps");
    },
    async reconcile(key: number, process: number) {
      await wait();
      const one = alive(process);
      await throughTime(settleOne(ask(key).key, one).catch(noSuchKey), one);
    },
    async look() {
      await wait();
      clock.jump(hourMs);
      const somebody = start();
      await throughTime(look(somebody), somebody);
    },
    /** Every process is new, an hour has passed, somebody has looked, and every key is asked for again. */
    async end(): Promise<readonly Wrong[]> {
      await wait();
      clock.jump(hourMs);
      const last = start();
      await throughTime(
        last.call("", (refunds) => refunds.resume()).then((all) => all.forEach(heardAtResume)),
        last,
      );
      await throughTime(look(last), last);
      for (const key of keys) refund(key, start(), false);
      await wait();
      // Nothing stays open in a journal that the next schedules share.
      clock.jump(hourMs);
      await throughTime(look(last), last);
      tally.schedules++;
      tally.moved += sandbox.refunds.length;
      for (const { fault } of sandbox.requests) if (fault) count(tally.faults, fault);
      for (const one of asks) found.push(...atTheEnd(one));
      return found;
    },
  };

  function heardAtResume({ key, status, outcome }: ResumedRefund) {
    if (!asks.some((one) => one.key === key)) return;
    hear(key, outcome);
    if (outcome.settledBy && outcome.status !== status) free(key, outcome);
  }

  function atTheEnd({ key, payment, refundable }: Ask): Wrong[] {
    const { moved } = movedBy(key);
    const sum = sandbox.refunds
      .filter((one) => Object.entries(payment).every(([name, id]) => one.payment[name] === id))
      .reduce((all, { amount }) => all + amount.value, 0);
    const attempts = Array.from({ length: (freed.get(key) ?? 0) + 1 }, (_, at) => `${key}#${at}`);
    return [
      ...(moved > 1 ? [wrong("double refund", `${key} was refunded ${moved} times`)] : []),
      ...attempts.flatMap((one) => twice(one, truthOf(one, sandbox.requests))),
      ...(refundable && sum > refundable.value
        ? [wrong("double refund", `${sum} of ${refundable.value} was refunded`)]
        : []),
      ...told
        .filter((one) => one.key === key && !isStillTrue(one.outcome, moved))
        .map(({ outcome }) =>
          wrong("told wrongly", `${key} was ${outcome.status}, and then ${moved} moved`),
        ),
    ];
  }
}

/** What was certain must stay so; only what was found not to have happened may be sent again. */
function isStillTrue({ status, settledBy }: Told, moved: number): boolean {
  if (status === "succeeded") return moved > 0;
  return status !== "declined" || settledBy !== undefined || moved === 0;
}

const noSuchKey = (error: unknown) => {
  if (!String(error).includes("is not in this journal")) throw error;
};
