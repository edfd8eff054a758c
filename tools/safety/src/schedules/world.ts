/** Runs the commands of one schedule: processes share a journal, crash and sleep; clocks jump; people record evidence. */
import type { Violation } from "../processes/truth.ts";
import type { Process } from "./call.ts";
import { clientOf } from "./client-of.ts";
import { settleElsewhere } from "./elsewhere.ts";
import { type EvidenceKind, type EvidenceSources, evidenceEvents } from "./evidence-sources.ts";
import { faultsBy, randomBy } from "./faults.ts";
import type { JournalChecks } from "./journal-checks.ts";
import type { Ledger } from "./ledger.ts";
import type { Notifications } from "./notifications.ts";
import type { Outage, Outages } from "./outages.ts";
import type { OutcomeChecks } from "./outcome-checks.ts";
import { patchedFetch } from "./patched-fetch.ts";
import { Processes } from "./process.ts";
import {
  type OversleepCommand,
  plain,
  type RefundCalls,
  type RefundCommand,
} from "./refund-calls.ts";
import type { RunningCalls } from "./running-calls.ts";
import { keys } from "./scene.ts";
import { count, countSchedule } from "./tally.ts";
import { needsTheTruth, type TrackedRefund } from "./tracked-refund.ts";
import { type WorldSetup, worldParts } from "./world-parts.ts";

const hourMs = 3_600_000;

export class World {
  readonly #setup: WorldSetup;
  readonly #random: (bound: number) => number;
  readonly #found: Violation[] = [];
  readonly #ledger: Ledger;
  readonly #outages: Outages;
  readonly #checks: OutcomeChecks;
  readonly #sources: EvidenceSources;
  readonly #calls: RunningCalls;
  readonly #refundCalls: RefundCalls;
  readonly #journalChecks: JournalChecks;
  readonly #notifications: Notifications;
  readonly #processes: Processes;
  readonly #current: Process[];
  #idleMs = hourMs;
  #deaths = 0;

  constructor(setup: WorldSetup) {
    const { sandbox, clock, provider, seed } = setup;
    clock.restart();
    sandbox.reset();
    sandbox.inject(faultsBy(seed));
    this.#setup = setup;
    this.#random = randomBy(~seed);
    const { sameKey } = clientOf(sandbox, provider, sandbox.fetch).evidence ?? {};
    // Where keys are remembered for an hour only, people come earlier, so that there is something left to send again.
    if (sameKey?.for) this.#idleMs = Math.min(hourMs, 500 * sameKey.for);
    const parts = worldParts(setup, {
      ...{ sameKey, random: this.#random, found: this.#found },
      anyoneDied: () => this.#deaths > 0,
    });
    this.#ledger = parts.ledger;
    this.#outages = parts.outages;
    this.#checks = parts.checks;
    this.#sources = parts.sources;
    this.#calls = parts.calls;
    this.#refundCalls = parts.refundCalls;
    this.#journalChecks = parts.journalChecks;
    this.#notifications = parts.notifications;
    this.#processes = this.#createProcesses(parts.account);
    this.#current = [this.#processes.start(), this.#processes.start()];
  }

  async refund(command: RefundCommand): Promise<void> {
    this.#count(command.shape);
    this.#refundCalls.start(command, this.#process(command.process));
    await this.#setup.clock.settle();
    await this.#maybeNotify();
  }

  crash(process: number, after: number): void {
    this.#count("crashes");
    this.#deaths++;
    const dying = this.#process(process);
    dying.stepsLeft = Math.min(dying.stepsLeft, after);
    dying.wake();
    this.#current[process] = this.#processes.start();
  }

  wait(): Promise<void> {
    return this.#calls.wait();
  }

  async sleep(): Promise<void> {
    await this.#waitForLate();
    this.#setup.clock.jump(this.#ledger.keyFaults.drawPause() ?? hourMs);
    this.#count("hours slept");
  }

  /** Waits until requests have arrived that no call waits for. */
  async #waitForLate(): Promise<void> {
    await this.wait();
    while (this.#ledger.keyFaults.anyLate) await this.#setup.clock.passToNext();
    await this.wait();
  }

  /** Journals tolerate clocks that differ by seconds. */
  async jump(seconds: number): Promise<void> {
    const { clock } = this.#setup;
    await clock.pass(20);
    clock.jump(1000 * seconds);
    this.#count("clock jumps");
    await this.#maybeNotify();
  }

  async reconcile(key: number, process: number): Promise<void> {
    await this.wait();
    const one = this.#process(process);
    const other = this.#processes.startElsewhere();
    const [tracked, { tally }] = [this.#tracked(key), this.#setup];
    await this.#calls.run(settleElsewhere(tracked, other, tally, this.#found), other);
    await this.#calls.run(this.#journalChecks.reconcile(tracked, one), one);
    await this.#maybeNotify();
  }

  async finish(key: number, process: number): Promise<void> {
    await this.wait();
    const one = this.#process(process);
    await this.#calls.run(this.#notifications.finish(this.#tracked(key), one), one);
  }

  outage(outage: Outage): void {
    this.#count(`a journal that ${outage.kind}`);
    this.#outages.plan(outage);
  }

  async oversleep(given: OversleepCommand): Promise<void> {
    const { after, evidence, meanwhile, redelivered, ...command } = given;
    this.#count("processes that overslept");
    const sleeper = this.#process(command.process);
    sleeper.doze(after);
    this.#refundCalls.start(command, sleeper);
    await this.wait();
    if (evidence === "true") await this.look();
    if (evidence === "wrong") await this.evidence("misreport", command.key);
    if (meanwhile === "resume") {
      this.#outages.end();
      await this.#whenIdle((process) => this.#journalChecks.resume(process));
    }
    if (meanwhile.startsWith("resend")) {
      const other = 1 - command.process;
      this.#refundCalls.start({ ...command, resend: true }, this.#process(other));
      if (meanwhile === "resend and die") this.crash(other, this.#random(6));
    }
    await this.wait();
    if (redelivered) await this.evidence("redeliver", command.key);
    sleeper.wake();
    await this.wait();
  }

  look(): Promise<void> {
    return this.#whenIdle((process) => this.#sources.look(process));
  }

  async evidence(kind: EvidenceKind, key: number, source = ""): Promise<void> {
    this.#count(evidenceEvents[kind]);
    await this.#whenIdle((process) => this.#sources[kind](this.#tracked(key), process, source));
  }

  /** Starts new processes an hour later, records the truth, refunds every key again, and checks everything. */
  async end(): Promise<readonly Violation[]> {
    this.#outages.end();
    for (const process of this.#current) process.wake();
    await this.wait();
    await this.#resumeWithinTheTime();
    await this.#whenIdle((process) => this.#journalChecks.resume(process));
    await this.look();
    if (this.#notifications.anyFailed) {
      await this.#whenIdle((process) => this.#notifications.deliverFailures(process));
    }
    for (const tracked of this.#ledger.refunds.filter(needsTheTruth)) {
      await this.#whenIdle((process) =>
        this.#sources.confirm(tracked, process, "the truth at the end"),
      );
    }
    await this.look();
    const refundable = this.#random(2) === 0 ? "given" : "left out";
    for (const key of keys) {
      this.#refundCalls.start({ ...plain, key, process: 0, refundable }, this.#processes.start());
    }
    await this.#waitForLate();
    // Leave no open refund in a journal that later schedules share.
    await this.look();
    await this.#whenIdle((process) => this.#journalChecks.checkRecords(process));
    countSchedule(this.#setup.tally, this.#setup.sandbox);
    this.#found.push(...this.#ledger.atTheEnd(), ...this.#checks.atTheEnd());
    this.#processes.stop();
    return this.#found;
  }

  /** Where keys are remembered: twice more, so that a request that was sent again is tried once more, in time or too late. */
  async #resumeWithinTheTime(): Promise<void> {
    for (let times = 0; times < 2; times++) {
      const pauseMs = this.#ledger.keyFaults.drawPause();
      if (pauseMs === undefined) return;
      await this.#waitForLate();
      this.#setup.clock.jump(pauseMs);
      const process = this.#processes.start();
      await this.#calls.run(this.#journalChecks.resume(process), process);
    }
  }

  #createProcesses(account: string): Processes {
    const { tally, ...setup } = this.#setup;
    const fetch = patchedFetch(setup.fetch, this.#ledger, this.#random, tally);
    const called = { begins: this.#ledger.begins, lost: this.#calls.lost, found: this.#found };
    const stores = { steadyStore: setup.store, store: this.#outages.store };
    return new Processes({ ...setup, account, random: this.#random, fetch, ...called, ...stores });
  }

  /** The provider may report something, whatever else is going on. */
  async #maybeNotify(): Promise<void> {
    const process = this.#process(0);
    if (!this.#notifications.areSent || process.stepsLeft < 0 || process.isAsleep) return;
    const news = this.#notifications.draw();
    // A failure frees its key, and what runs must not be counted as sent before.
    const isIdle = news?.kind === "end" || this.#notifications.anyFailed;
    if (isIdle) await this.wait();
    if (news) this.#calls.watch(this.#notifications.send(news, process), process);
    await (isIdle ? this.wait() : this.#setup.clock.settle());
  }

  /** Waits until all processes are idle and an hour or so has passed, then works in a new process. */
  async #whenIdle(work: (process: Process) => Promise<void>): Promise<void> {
    await this.#waitForLate();
    this.#setup.clock.jump(this.#idleMs);
    const process = this.#processes.start();
    await this.#calls.run(work(process), process);
  }

  #process(at: number): Process {
    return this.#current[at] as Process;
  }

  #tracked(key: number): TrackedRefund {
    return this.#ledger.refunds[key] as TrackedRefund;
  }

  #count(event: string): void {
    count(this.#setup.tally.events, event);
  }
}
