/** A small world: processes that share a journal, crash and sleep, a clock that is set, people who say what they saw, a sandbox that counts money. */
import type { Sandbox } from "@refunds/sandbox";
import { isJournalError, isRefundError, type JournalStore, type RefundOutcome } from "refunds";
import { type Wrong, wrong } from "../processes/truth.ts";
import type { StoppedClock } from "./clock.ts";
import { type ScheduleSpoil, spoiltRequest } from "./defects.ts";
import { peopleOf, sawIt } from "./evidence-sources.ts";
import { faultsBy, randomBy } from "./faults.ts";
import { type FetchKind, fetches } from "./fetches.ts";
import { type Life, moneyOf } from "./ledger.ts";
import { type Outage, outagesOf } from "./outages.ts";
import { hearingOf, isMisinformed } from "./outcome-checks.ts";
import { type Call, currentCall, type Process, processesOf } from "./process.ts";
import { asksOf, keys, strangerOf } from "./scene.ts";
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
  readonly spoil: ScheduleSpoil | undefined;
  readonly tally: Tally;
}

/** How a refund is asked for. */
export interface Asking {
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
export interface Oversleeping extends Asking {
  /** After how many steps it falls asleep. */
  readonly after: number;
  /** What somebody says meanwhile. */
  readonly word: "true" | "wrong" | "none";
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
  const { sandbox, clock, provider, serial, seed, spoil, tally } = setup;
  clock.restart();
  sandbox.reset();
  sandbox.inject(faultsBy(seed));
  const random = randomBy(~seed);
  const asks = asksOf(sandbox, provider, serial);
  const found: Wrong[] = [];
  /** Calls that have not ended, with the process that each belongs to. */
  const running = new Map<Promise<unknown>, Process>();
  const money = moneyOf(sandbox, asks, tally);
  const outages = outagesOf(setup.store, () => performance.now());
  let deaths = 0;
  let references = 0;
  const hearing = hearingOf({ ...setup, money, outages, anyoneDied: () => deaths > 0 });
  const people = peopleOf({ money, hearing, outages, found, tally });
  /** What a process has in its memory lasts as long as the schedule: as in a file, or a worker that goes on. */
  const fetch = fetches[setup.fetch](money.network, {
    random,
    isRefund: money.isRefund,
    cached() {
      const call = currentCall() as Call;
      const one = money.of(call.key);
      call.cached = true;
      if (one) one.cachedSince = call.startedAt;
      count(tally.happenings, "answers from a cache");
    },
  });

  const { start, stop } = processesOf({
    ...setup,
    store: outages.store,
    account: (asks[0] as (typeof asks)[number]).account,
    random,
    fetch,
    lost(call) {
      const one = money.of(call.key);
      found.push(...money.judge());
      if (one && call.arrived && call.startedAt > one.settledAt) one.uncertain = true;
    },
  });
  const processes = [start(), start()];
  const alive = (at: number) => processes[at] as Process;
  const life = (key: number) => money.lives[key] as Life;

  function watch(work: Promise<unknown>, process: Process) {
    const call = work.catch((error) =>
      found.push(wrong("rule broken", `rejected: ${error?.stack ?? error}`)),
    );
    running.set(call, process);
    void call.finally(() => running.delete(call));
  }

  function requestOf({ key, shape, refundable, newReference }: Asking) {
    const { refundable: limit, ...asked } = life(key).ask;
    const accompanying = Object.entries(asked.payment).slice(1);
    const fresh = accompanying.map(([name, id]) => [name, `${id}${++references}`]);
    const payment = { ...asked.payment, ...(newReference && Object.fromEntries(fresh)) };
    life(key).named.add(JSON.stringify(payment));
    const times = { given: 1, "left out": 0, "too large": 2 }[refundable];
    const value = limit && times > 0 ? limit.value * times : undefined;
    const given = limit && value !== undefined ? { refundable: { ...limit, value } } : {};
    const stranger = life(strangerOf(key)).ask;
    const request = shapes[shape]({ ...asked, payment, ...given }, stranger);
    return { value, request: spoiltRequest(request, spoil) };
  }

  function refund(asking: Asking, process: Process) {
    const one = life(asking.key);
    if (process.stepsLeft < 0) return;
    const { request, value } = requestOf(asking);
    const options = {
      resend: asking.resend,
      ...(asking.aborted && { signal: AbortSignal.abort() }),
    };
    let call: Call | undefined;
    const work = process.call({ key: one.ask.key, refundable: value }, (refunds) => {
      call = currentCall();
      return refunds.refund(request as never, options) as Promise<RefundOutcome>;
    });
    watch(
      work.then(
        (outcome) => hear(one, call as Call, outcome),
        (error) => {
          if (!mayReject(one, error)) throw error;
          count(tally.told, error.name);
          if (call?.sent && isJournalError(error)) {
            found.push(wrong("rule broken", `${one.ask.key} was sent, and then: ${error}`));
          }
        },
      ),
      process,
    );
  }

  function mayReject(one: Life, error: unknown): boolean {
    if (isJournalError(error)) return outages.anyWere;
    return isRefundError(error) && error.code === "key_conflict" && one.named.size > 1;
  }

  async function hear(one: Life, call: Call, outcome: RefundOutcome) {
    found.push(...money.judge(), ...hearing.refund(one, call, outcome));
    const { status } = outcome;
    const isFinal = status === "succeeded" || status === "declined";
    if (outcome.recorded !== false || !isFinal || call.cached || call.process.naps > 0) return;
    // Who is told that it is not recorded records it, at once.
    const process = spoil === "answer-forgotten" ? call.process.another : call.process;
    outages.end();
    await people.confirm(one, process, sawIt);
  }

  async function settleOne(one: Life, process: Process) {
    const { key } = one.ask;
    const before = await process.call({ key }, (refunds) => refunds.get(key));
    if (!before) return;
    try {
      const outcome = await process.call({ key }, (refunds) => refunds.reconcile(key));
      found.push(...hearing.settled(one, before.status, outcome));
    } catch (error) {
      ifAway(error);
      // The journal may hold all the same what the query proved.
      outages.end();
      const after = await process.call({ key }, (refunds) => refunds.get(key));
      if (after?.outcome) found.push(...hearing.settled(one, before.status, after.outcome));
    }
  }

  async function resume(process: Process) {
    const all = await process.call({ key: "" }, (refunds) => refunds.resume());
    for (const { key, status, outcome } of all) {
      const one = money.of(key);
      if (one) found.push(...hearing.settled(one, status, outcome));
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
    found.push(...money.judge());
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
    async refund(asking: Asking) {
      count(tally.happenings, asking.shape);
      refund(asking, alive(asking.process));
      await clock.settle();
    },
    crash(process: number, after: number) {
      count(tally.happenings, "crashes");
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
      await throughTime(settleOne(life(key), one).catch(ifAway), one);
    },
    outage(outage: Outage) {
      count(tally.happenings, `a journal that ${outage.kind}`);
      outages.plan(outage);
    },
    async oversleep({ after, word, again, ...asking }: Oversleeping) {
      count(tally.happenings, "processes that overslept");
      const sleeper = alive(asking.process);
      sleeper.doze(after);
      refund(asking, sleeper);
      await wait();
      if (word === "true") await atRest((somebody) => people.look(somebody));
      if (word === "wrong") await atRest((somebody) => people.err(life(asking.key), somebody));
      if (again) refund({ ...asking, resend: true }, alive(1 - asking.process));
      await wait();
      sleeper.wake();
      await wait();
    },
    look: () => atRest((somebody) => people.look(somebody)),
    confirm: (key: number, source: string) =>
      atRest((somebody) => people.confirm(life(key), somebody, source)),
    async err(key: number) {
      count(tally.happenings, "wrong words");
      await atRest((somebody) => people.err(life(key), somebody));
    },
    async reverse(key: number) {
      count(tally.happenings, "reversals");
      await atRest((somebody) => people.reverse(life(key), somebody));
    },
    /** Every process is new, an hour has passed, the truth is told, and every key is asked for again. */
    async end(): Promise<readonly Wrong[]> {
      outages.end();
      await wake();
      await atRest(resume);
      await atRest((somebody) => people.look(somebody));
      for (const one of money.lives.filter(isMisinformed)) {
        await atRest((somebody) => people.confirm(one, somebody, "the truth, at last"));
      }
      await atRest((somebody) => people.look(somebody));
      const refundable = random(2) === 0 ? "given" : "left out";
      for (const key of keys) refund({ ...plainly, key, process: 0, refundable }, start());
      await wait();
      // Nothing stays open in a journal that the next schedules share.
      await atRest((somebody) => people.look(somebody));
      await atRest(lookIntoTheJournal);
      tally.schedules++;
      tally.moved += sandbox.refunds.length;
      for (const { fault } of sandbox.requests) if (fault) count(tally.faults, fault);
      found.push(...money.atTheEnd(), ...hearing.atTheEnd());
      stop();
      return found;
    },
  };

  /** What it holds in the end is true, and nothing that it was told is missing. */
  async function lookIntoTheJournal(process: Process) {
    for (const one of money.lives) {
      const { key } = one.ask;
      const record = await process.call({ key }, (refunds) => refunds.get(key));
      if (!record) continue;
      const { status, history, outcome } = record;
      if (outcome && !one.believed) found.push(...hearing.recorded(one, outcome));
      const { moved } = money.truth(one);
      const happened = moved === 0 ? "declined, not_sent" : one.reversed ? "reversed" : "succeeded";
      if (!happened.includes(status) && !one.believed) {
        found.push(wrong("rule broken", `${key} is ${status} in the end, and ${moved} moved`));
      }
      for (const answer of one.answers) {
        if (history.some((entry) => entry.what === "answer" && entry.status === answer)) continue;
        found.push(wrong("rule broken", `${key} was answered ${answer}: its history lacks that`));
      }
    }
  }
}
