/** A small world: processes that share a journal, crash and sleep, a clock that is set, sources who say what they saw, a sandbox that counts ledger. */
import type { Sandbox } from "@refunds/sandbox";
import { isJournalError, isRefundError, type JournalStore, type RefundOutcome } from "refunds";
import { type Violation, violation } from "../processes/truth.ts";
import type { StoppedClock } from "./clock.ts";
import { defectiveRequest, type ScheduleDefect } from "./defects.ts";
import { evidenceSourcesOf, sawTheAnswer } from "./evidence-sources.ts";
import { faultsBy, randomBy } from "./faults.ts";
import { type FetchKind, fetches } from "./fetches.ts";
import { ledgerOf, type TrackedRefund } from "./ledger.ts";
import { type Outage, outagesOf } from "./outages.ts";
import { isMisinformed, outcomeChecksOf } from "./outcome-checks.ts";
import { type Call, currentCall, type Process, processesOf } from "./process.ts";
import { keys, requestsOf, strangerOf } from "./scene.ts";
import { type ShapeName, shapes } from "./shapes.ts";
import { count, type Tally } from "./tally.ts";

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

/** How a refund is asked for. */
export interface RefundCommand {
  readonly key: number;
  readonly process: number;
  readonly resend: boolean;
  readonly shape: ShapeName;
  /** Whether the caller says what can be refunded of the payment, and whether that is too much. */
  readonly refundable: "given" | "left out" | "too large";
  /** The caller has given it up already: it is never sent. */
  readonly aborted: boolean;
  /** A reference that accompanies the payment is a new one. */
  readonly newReference: boolean;
}

/** What happens around a process that sleeps longer than its refund may take. */
export interface OversleepCommand extends RefundCommand {
  /** After how many steps it falls asleep. */
  readonly after: number;
  /** What somebody says meanwhile. */
  readonly evidence: "true" | "wrong" | "none";
  /** Whether another process sends it again meanwhile. */
  readonly again: boolean;
}

export type World = ReturnType<typeof createWorld>;

const hourMs = 3_600_000;

/** A refund that is simply asked for. */
const plainly = {
  resend: false,
  shape: "plain data",
  aborted: false,
  newReference: false,
} as const;

/** More moments than any schedule has. */
const mostMoments = 5000;

export function createWorld(setup: WorldSetup) {
  const { sandbox, clock, provider, serial, seed, defect, tally } = setup;
  clock.restart();
  sandbox.reset();
  sandbox.inject(faultsBy(seed));
  const random = randomBy(~seed);
  const requests = requestsOf(sandbox, provider, serial);
  const found: Violation[] = [];
  /** Calls that have not ended, with the process that each belongs to. */
  const running = new Map<Promise<unknown>, Process>();
  const ledger = ledgerOf(sandbox, requests, tally);
  const outages = outagesOf(setup.store, () => performance.now());
  let deaths = 0;
  let references = 0;
  const checks = outcomeChecksOf({ ...setup, ledger, outages, anyoneDied: () => deaths > 0 });
  const sources = evidenceSourcesOf({ ledger, checks, outages, found, tally });
  /** What a process has in its memory lasts as long as the schedule: as in a file, or a worker that goes on. */
  const fetch = fetches[setup.fetch](ledger.network, {
    random,
    isRefund: ledger.isRefund,
    cached() {
      const call = currentCall() as Call;
      const one = ledger.of(call.key);
      call.cached = true;
      if (one) one.cachedSince = call.startedAt;
      count(tally.events, "answers from a cache");
    },
  });

  const { start, stop } = processesOf({
    ...setup,
    store: outages.store,
    account: (requests[0] as (typeof requests)[number]).account,
    random,
    fetch,
    lost(call) {
      const one = ledger.of(call.key);
      found.push(...ledger.judge());
      if (one && call.arrived && call.startedAt > one.settledAt) one.uncertain = true;
    },
  });
  const processes = [start(), start()];
  const alive = (at: number) => processes[at] as Process;
  const tracked = (key: number) => ledger.refunds[key] as TrackedRefund;

  function watch(work: Promise<unknown>, process: Process) {
    const call = work.catch((error) =>
      found.push(violation("rule broken", `rejected: ${error?.stack ?? error}`)),
    );
    running.set(call, process);
    void call.finally(() => running.delete(call));
  }

  function requestOf({ key, shape, refundable, newReference }: RefundCommand) {
    const { refundable: limit, ...asked } = tracked(key).request;
    const accompanying = Object.entries(asked.payment).slice(1);
    const fresh = accompanying.map(([name, id]) => [name, `${id}${++references}`]);
    const payment = { ...asked.payment, ...(newReference && Object.fromEntries(fresh)) };
    tracked(key).named.add(JSON.stringify(payment));
    const times = { given: 1, "left out": 0, "too large": 2 }[refundable];
    const value = limit && times > 0 ? limit.value * times : undefined;
    const given = limit && value !== undefined ? { refundable: { ...limit, value } } : {};
    const stranger = tracked(strangerOf(key)).request;
    const request = shapes[shape]({ ...asked, payment, ...given }, stranger);
    return { value, request: defectiveRequest(request, defect) };
  }

  function refund(command: RefundCommand, process: Process) {
    const one = tracked(command.key);
    if (process.stepsLeft < 0) return;
    const { request, value } = requestOf(command);
    const options = {
      resend: command.resend,
      ...(command.aborted && { signal: AbortSignal.abort() }),
    };
    let call: Call | undefined;
    const work = process.call({ key: one.request.key, refundable: value }, (refunds) => {
      call = currentCall();
      return refunds.refund(request as never, options) as Promise<RefundOutcome>;
    });
    watch(
      work.then(
        (outcome) => checkOutcomeOf(one, call as Call, outcome),
        (error) => {
          if (!mayReject(one, error)) throw error;
          count(tally.reported, error.name);
          if (call?.sent && isJournalError(error)) {
            found.push(violation("rule broken", `${one.request.key} was sent, and then: ${error}`));
          }
        },
      ),
      process,
    );
  }

  function mayReject(one: TrackedRefund, error: unknown): boolean {
    if (isJournalError(error)) return outages.anyWere;
    return isRefundError(error) && error.code === "key_conflict" && one.named.size > 1;
  }

  async function checkOutcomeOf(one: TrackedRefund, call: Call, outcome: RefundOutcome) {
    found.push(...ledger.judge(), ...checks.refund(one, call, outcome));
    const { status } = outcome;
    const isFinal = status === "succeeded" || status === "declined";
    if (outcome.recorded !== false || !isFinal || call.cached || call.process.naps > 0) return;
    // Who is told that it is not recorded records it, at once.
    const process = defect === "answer-forgotten" ? call.process.another : call.process;
    outages.end();
    await sources.confirm(one, process, sawTheAnswer);
  }

  async function settleOne(one: TrackedRefund, process: Process) {
    const { key } = one.request;
    const before = await process.call({ key }, (refunds) => refunds.get(key));
    if (!before) return;
    try {
      const outcome = await process.call({ key }, (refunds) => refunds.reconcile(key));
      found.push(...checks.settled(one, before.status, outcome));
    } catch (error) {
      ifAway(error);
      // The journal may hold all the same what the query proved.
      outages.end();
      const after = await process.call({ key }, (refunds) => refunds.get(key));
      if (after?.outcome) found.push(...checks.settled(one, before.status, after.outcome));
    }
  }

  async function resume(process: Process) {
    const all = await process.call({ key: "" }, (refunds) => refunds.resume());
    for (const { key, status, outcome } of all) {
      const one = ledger.of(key);
      if (one) found.push(...checks.settled(one, status, outcome));
    }
  }

  const isWaitedFor = ({ stepsLeft, isAsleep }: Process) => stepsLeft >= 0 && !isAsleep;

  /** Calls of dead processes never end, those of processes that sleep not yet; all others do. */
  async function wait() {
    await clock.settle();
    for (let moments = 0; [...running.values()].some(isWaitedFor); moments++) {
      if (moments > mostMoments || !(await clock.passToNext())) {
        throw new Error("a call does not end");
      }
    }
    for (const [call, { stepsLeft }] of running) if (stepsLeft < 0) running.delete(call);
    found.push(...ledger.judge());
  }

  const throughTime = async (work: Promise<unknown>, process: Process) => {
    watch(work, process);
    await wait();
  };

  /** With everything at rest, somebody new does something. */
  async function atRest(work: (somebody: Process) => Promise<void>) {
    await wait();
    clock.jump(hourMs);
    const somebody = start();
    await throughTime(work(somebody), somebody);
  }

  const ifAway = (error: unknown) => {
    if (!isJournalError(error) || !outages.anyWere) throw error;
  };

  async function wake() {
    for (const process of processes) process.wake();
    await wait();
  }

  return {
    async refund(command: RefundCommand) {
      count(tally.events, command.shape);
      refund(command, alive(command.process));
      await clock.settle();
    },
    crash(process: number, after: number) {
      count(tally.events, "crashes");
      deaths++;
      const dying = alive(process);
      dying.stepsLeft = Math.min(dying.stepsLeft, after);
      dying.wake();
      processes[process] = start();
    },
    wait,
    async sleep() {
      await wait();
      clock.jump(hourMs);
      count(tally.events, "hours slept");
    },
    /** Within what journals bear: clocks that disagree by seconds. */
    async jump(seconds: number) {
      await clock.pass(20);
      clock.jump(1000 * seconds);
      count(tally.events, "clock jumps");
    },
    async reconcile(key: number, process: number) {
      await wait();
      const one = alive(process);
      await throughTime(settleOne(tracked(key), one).catch(ifAway), one);
    },
    outage(outage: Outage) {
      count(tally.events, `a journal that ${outage.kind}`);
      outages.plan(outage);
    },
    async oversleep({ after, evidence, again, ...command }: OversleepCommand) {
      count(tally.events, "processes that overslept");
      const sleeper = alive(command.process);
      sleeper.doze(after);
      refund(command, sleeper);
      await wait();
      if (evidence === "true") await atRest((somebody) => sources.look(somebody));
      if (evidence === "wrong")
        await atRest((somebody) => sources.err(tracked(command.key), somebody));
      if (again) refund({ ...command, resend: true }, alive(1 - command.process));
      await wait();
      sleeper.wake();
      await wait();
    },
    look: () => atRest((somebody) => sources.look(somebody)),
    confirm: (key: number, source: string) =>
      atRest((somebody) => sources.confirm(tracked(key), somebody, source)),
    async err(key: number) {
      count(tally.events, "wrong words");
      await atRest((somebody) => sources.err(tracked(key), somebody));
    },
    async reverse(key: number) {
      count(tally.events, "reversals");
      await atRest((somebody) => sources.reverse(tracked(key), somebody));
    },
    /** Every process is new, an hour has passed, the truth is told, and every key is asked for again. */
    async end(): Promise<readonly Violation[]> {
      outages.end();
      await wake();
      await atRest(resume);
      await atRest((somebody) => sources.look(somebody));
      for (const one of ledger.refunds.filter(isMisinformed)) {
        await atRest((somebody) => sources.confirm(one, somebody, "the truth, at last"));
      }
      await atRest((somebody) => sources.look(somebody));
      const refundable = random(2) === 0 ? "given" : "left out";
      for (const key of keys) refund({ ...plainly, key, process: 0, refundable }, start());
      await wait();
      // Nothing stays open in a journal that the next schedules share.
      await atRest((somebody) => sources.look(somebody));
      await atRest(lookIntoTheJournal);
      tally.schedules++;
      tally.moved += sandbox.refunds.length;
      for (const { fault } of sandbox.requests) if (fault) count(tally.faults, fault);
      found.push(...ledger.atTheEnd(), ...checks.atTheEnd());
      stop();
      return found;
    },
  };

  /** What it holds in the end is true, and nothing that it was told is missing. */
  async function lookIntoTheJournal(process: Process) {
    for (const one of ledger.refunds) {
      const { key } = one.request;
      const record = await process.call({ key }, (refunds) => refunds.get(key));
      if (!record) continue;
      const { status, history, outcome } = record;
      if (outcome && !one.believed) found.push(...checks.recorded(one, outcome));
      const { moved } = ledger.truth(one);
      const happened = moved === 0 ? "declined, not_sent" : one.reversed ? "reversed" : "succeeded";
      if (!happened.includes(status) && !one.believed) {
        found.push(violation("rule broken", `${key} is ${status} in the end, and ${moved} moved`));
      }
      for (const answer of one.answers) {
        if (history.some((entry) => entry.what === "answer" && entry.status === answer)) continue;
        found.push(
          violation("rule broken", `${key} was answered ${answer}: its history lacks that`),
        );
      }
    }
  }
}
