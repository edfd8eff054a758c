/** Runs the commands of one schedule: processes share a journal, crash and sleep; clocks jump; people record evidence. */
import type { Violation } from "../processes/truth.ts";
import type { Process } from "./call.ts";
import { clientOf } from "./client-of.ts";
import { settleElsewhere } from "./elsewhere.ts";
import { endOfSchedule } from "./end-of-schedule.ts";
import { type EvidenceKind, evidenceEvents } from "./evidence-sources.ts";
import { faultsBy, randomBy } from "./faults.ts";
import { IdleTimes } from "./idle-times.ts";
import type { Outage } from "./outages.ts";
import { patchedFetch } from "./patched-fetch.ts";
import { Processes } from "./process.ts";
import type { OversleepCommand, RefundCommand } from "./refund-calls.ts";
import { count, countSchedule } from "./tally.ts";
import type { TrackedRefund } from "./tracked-refund.ts";
import { type WorldParts, type WorldSetup, worldParts } from "./world-parts.ts";

export class World {
  readonly #setup: WorldSetup;
  readonly #random: (bound: number) => number;
  readonly #found: Violation[] = [];
  readonly #parts: WorldParts;
  readonly #processes: Processes;
  readonly #idle: IdleTimes;
  readonly #current: Process[];
  #deaths = 0;

  constructor(setup: WorldSetup) {
    const { sandbox, clock, provider, seed } = setup;
    clock.restart();
    sandbox.reset();
    sandbox.inject(faultsBy(seed));
    this.#setup = setup;
    this.#random = randomBy(~seed);
    const { sameKey } = clientOf(sandbox, provider, sandbox.fetch).evidence ?? {};
    this.#parts = worldParts(setup, {
      ...{ sameKey, random: this.#random, found: this.#found },
      anyoneDied: () => this.#deaths > 0,
    });
    const { account, calls, ledger } = this.#parts;
    this.#processes = this.#createProcesses(account);
    const { keyFaults } = ledger;
    const remembered = sameKey?.for;
    this.#idle = new IdleTimes({ clock, calls, keyFaults, processes: this.#processes, remembered });
    this.#current = [this.#processes.start(), this.#processes.start()];
  }

  async refund(command: RefundCommand): Promise<void> {
    this.#count(command.shape);
    this.#parts.refundCalls.start(command, this.#process(command.process));
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
    return this.#parts.calls.wait();
  }

  async sleep(): Promise<void> {
    await this.#idle.sleep();
    this.#count("hours slept");
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
    await this.#parts.calls.run(settleElsewhere(tracked, other, tally, this.#found), other);
    await this.#parts.calls.run(this.#parts.journalChecks.reconcile(tracked, one), one);
    await this.#maybeNotify();
  }

  async finish(key: number, process: number): Promise<void> {
    await this.wait();
    const one = this.#process(process);
    await this.#parts.calls.run(this.#parts.notifications.finish(this.#tracked(key), one), one);
  }

  outage(outage: Outage): void {
    this.#count(`a journal that ${outage.kind}`);
    this.#parts.outages.plan(outage);
  }

  async oversleep(given: OversleepCommand): Promise<void> {
    const { after, evidence, meanwhile, redelivered, ...command } = given;
    this.#count("processes that overslept");
    const sleeper = this.#process(command.process);
    sleeper.doze(after);
    this.#parts.refundCalls.start(command, sleeper);
    await this.wait();
    if (evidence === "true") await this.look();
    if (evidence === "wrong") await this.evidence("misreport", command.key);
    if (meanwhile === "resume") {
      this.#parts.outages.end();
      await this.#idle.whenIdle((process) => this.#parts.journalChecks.resume(process));
    }
    if (meanwhile.startsWith("resend")) {
      const other = 1 - command.process;
      this.#parts.refundCalls.start({ ...command, resend: true }, this.#process(other));
      if (meanwhile === "resend and die") this.crash(other, this.#random(6));
    }
    await this.wait();
    if (redelivered) await this.evidence("redeliver", command.key);
    sleeper.wake();
    await this.wait();
  }

  look(): Promise<void> {
    return this.#idle.whenIdle((process) => this.#parts.sources.look(process));
  }

  async evidence(kind: EvidenceKind, key: number, source = ""): Promise<void> {
    this.#count(evidenceEvents[kind]);
    await this.#idle.whenIdle((process) =>
      this.#parts.sources[kind](this.#tracked(key), process, source),
    );
  }

  /** Records the truth, refunds every key again, and checks everything. */
  async end(): Promise<readonly Violation[]> {
    const parts = this.#parts;
    const [idle, processes, random] = [this.#idle, this.#processes, this.#random];
    parts.outages.end();
    for (const process of this.#current) process.wake();
    await this.wait();
    const found = await endOfSchedule({ parts, idle, processes, random });
    countSchedule(this.#setup.tally, this.#setup.sandbox);
    this.#found.push(...found);
    processes.stop();
    return this.#found;
  }

  #createProcesses(account: string): Processes {
    const { tally, ...setup } = this.#setup;
    const fetch = patchedFetch(setup.fetch, this.#parts.ledger, this.#random, tally);
    const called = {
      begins: this.#parts.ledger.begins,
      lost: this.#parts.calls.lost,
      found: this.#found,
    };
    const stores = { steadyStore: setup.store, store: this.#parts.outages.store };
    return new Processes({ ...setup, account, random: this.#random, fetch, ...called, ...stores });
  }

  /** The provider may report something, whatever else is going on. */
  async #maybeNotify(): Promise<void> {
    const process = this.#process(0);
    if (!this.#parts.notifications.areSent || process.stepsLeft < 0 || process.isAsleep) return;
    const news = this.#parts.notifications.draw();
    // A failure frees its key, and what runs must not be counted as sent before.
    const isIdle = news?.kind === "end" || this.#parts.notifications.anyFailed;
    if (isIdle) await this.wait();
    if (news) this.#parts.calls.watch(this.#parts.notifications.send(news, process), process);
    await (isIdle ? this.wait() : this.#setup.clock.settle());
  }

  #process(at: number): Process {
    return this.#current[at] as Process;
  }

  #tracked(key: number): TrackedRefund {
    return this.#parts.ledger.refunds[key] as TrackedRefund;
  }

  #count(event: string): void {
    count(this.#setup.tally.events, event);
  }
}
