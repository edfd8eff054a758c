/** Runs one schedule: processes share a journal, requests are lost, late or slow, time passes, and clocks are set back. */
import { type JournalStore, memoryJournal } from "@refunds/journal";
import type { RefundOutcome } from "refunds";
import { type Violation, violation } from "../processes/truth.ts";
import type { StoppedClock } from "../schedules/clock.ts";
import { randomBy } from "../schedules/faults.ts";
import { type Counts, count } from "../schedules/tally.ts";
import { accountOf } from "./account.ts";
import { defectiveAccount, defectiveJournal, defectiveKeys, type KeyDefect } from "./defects.ts";
import { type KeyProcess, startProcess } from "./process.ts";
import { type KeyRules, keyFaults, RememberingProvider } from "./provider.ts";

export interface KeyScene {
  readonly rules: KeyRules;
  readonly newKey: boolean;
  readonly seed: number;
}

const refundKeys = ["key-0", "key-1"] as const;

const second = 1000;
export const hour = 3_600_000;

/** A request is late or slow for less than the journal counts it as being sent. */
const longestDelayMs = 10 * second;

/** How long a person waits after the last sending that the journal shows. */
const patienceMs = 20 * second;

export class KeyWorld {
  readonly #clock: StoppedClock;
  readonly #random: (bound: number) => number;
  readonly #store: JournalStore;
  readonly #provider: RememberingProvider;
  readonly #start: () => KeyProcess;
  readonly #processes: KeyProcess[];
  readonly #found: Violation[] = [];
  readonly #events: Counts;
  #running: Promise<unknown>[] = [];
  #isQuiet = false;

  constructor(
    clock: StoppedClock,
    { rules, newKey, seed }: KeyScene,
    defect: KeyDefect | undefined,
    events: Counts,
  ) {
    clock.restart();
    this.#clock = clock;
    this.#events = events;
    this.#random = randomBy(seed);
    this.#store = defectiveJournal(memoryJournal(), defect);
    this.#provider = new RememberingProvider(rules, () => ({
      fault: this.#isQuiet ? "none" : (keyFaults[this.#random(keyFaults.length)] ?? "none"),
      delayMs: 1 + this.#random(longestDelayMs),
    }));
    const accountWith = (fetch: KeyProcess["send"]) =>
      defectiveAccount(
        accountOf({
          rules,
          newKey,
          fetch,
          comparesAmount: defect !== "amount-not-compared",
          change: (sameKey) => defectiveKeys(sameKey, defect),
        }),
        defect,
      );
    this.#start = () =>
      startProcess(clock, this.#store, this.#random, this.#provider.fetch, accountWith);
    this.#processes = [this.#start(), this.#start()];
  }

  refund(key: number, process: number, resend = false): Promise<void> {
    return this.#call(key, process, ({ refunds }) =>
      refunds.refund(requestOf(key) as never, { resend }),
    );
  }

  reconcile(key: number, process: number): Promise<void> {
    return this.#call(key, process, async ({ refunds }) =>
      (await this.#store.get(nameOf(key))) ? refunds.reconcile(nameOf(key)) : undefined,
    );
  }

  crash(process: number, after: number): void {
    this.#processes[process]?.die(after);
    this.#processes[process] = this.#start();
    count(this.#events, "crashes");
  }

  /** First, what processes have begun to send leaves them: between its last look at the clock and the network, none sleeps. */
  async pass(ms: number): Promise<void> {
    for (let steps = 0; steps < 12 && this.#running.length > 0; steps++) await this.#clock.pass(5);
    await this.#clock.pass(ms);
  }

  async wait(): Promise<void> {
    await this.#clock.settle();
    for (let turns = 0; turns < 200 && this.#running.length > 0; turns++) {
      if (!(await this.#clock.passToNext())) break;
    }
    this.#running = [];
  }

  /** The clock of all processes shows a time before the refund for a while. */
  async reconcileWithClockSetBack(key: number, process: number): Promise<void> {
    // Behind the time of every record. A clock that is set back to a time after all of them cannot be noticed.
    const back = Math.max(48 * hour, performance.now() + hour);
    await this.wait();
    this.#clock.jump(-back);
    await this.reconcile(key, process);
    await this.wait();
    this.#clock.jump(back);
    count(this.#events, "clocks set back");
  }

  useElsewhere(key: number): void {
    if (this.#provider.moved(paymentOf(key)) > 0) return;
    this.#provider.useElsewhere(nameOf(key), paymentOf(key));
    count(this.#events, "keys used elsewhere");
  }

  /** A person sees no refund, looks when it was last sent, and records it as declined. */
  async declare(key: number, process: number): Promise<boolean> {
    const name = nameOf(key);
    const record = await this.#store.get(name);
    const sentAt = Math.max(
      0,
      ...(record?.history ?? []).map(({ what, at }) => (what === "sent" ? at : 0)),
    );
    const isUncertain = record?.state === "leaving" || record?.outcome?.status === "unknown";
    if (!isUncertain || Date.now() - sentAt < patienceMs) return false;
    if (this.#provider.moved(paymentOf(key)) > 0) return false;
    count(this.#events, "declines recorded by a person");
    // Another source each time, or it would be the evidence about an earlier attempt again.
    const by = `a person who looked at what was sent at ${sentAt}`;
    await this.#call(key, process, ({ refunds }) =>
      refunds.record(name, { status: "declined", by }),
    );
    return true;
  }

  /** Records the truth an hour later, asks for every refund again, and checks everything. */
  async end(): Promise<readonly Violation[]> {
    await this.wait();
    this.#isQuiet = true;
    await this.pass(hour);
    const last = this.#start();
    this.#processes[0] = last;
    this.#track(last.refunds.resume());
    await this.wait();
    await this.pass(hour);
    for (const key of refundKeys.keys()) {
      await this.#recordTruth(key);
      await this.refund(key, 0);
      await this.wait();
      await this.#checkEnd(key);
    }
    for (const [event, times] of Object.entries(this.#provider.events))
      count(this.#events, event, times);
    return this.#found;
  }

  async #recordTruth(key: number): Promise<void> {
    const name = nameOf(key);
    const record = await this.#store.get(name);
    const status = record?.outcome?.status;
    const isOpen = record?.state === "leaving" || status === "unknown" || status === "needs_review";
    if (!record || !isOpen) return;
    const truth = this.#provider.moved(paymentOf(key)) > 0 ? "succeeded" : "declined";
    await this.#call(key, 0, ({ refunds }) =>
      refunds.record(name, { status: truth, by: "the truth" }),
    );
    await this.wait();
  }

  async #checkEnd(key: number): Promise<void> {
    const name = nameOf(key);
    const moved = this.#provider.moved(paymentOf(key));
    if (moved > 1) this.#found.push(violation("double refund", `${name} moved ${moved} times`));
    const record = await this.#store.get(name);
    const { status } = record?.outcome ?? {};
    if (status === undefined) return;
    count(this.#events, `at the end: ${status}`);
    const isOpen = status === "unknown" || status === "needs_review";
    if (!isOpen && (status === "succeeded") !== moved > 0) {
      const text = `${name} is ${status} at the end, and moved ${moved} times`;
      this.#found.push(violation("reported wrongly", text));
    }
  }

  async #call(
    key: number,
    process: number,
    work: (process: KeyProcess) => Promise<unknown>,
  ): Promise<void> {
    const one = this.#processes[process] as KeyProcess;
    const done = work(one).then((outcome) => this.#check(key, outcome as RefundOutcome));
    // A person may come too early; nothing else is refused.
    this.#track(done.catch((error) => this.#refused(error)));
    await this.#clock.settle();
  }

  #refused(error: unknown): void {
    const code = (error as { code?: string }).code;
    if (code !== "refund_in_progress") throw error;
    count(this.#events, "evidence refused while it is being sent");
  }

  #track(work: Promise<unknown>): void {
    const tracked = work.finally(() => {
      this.#running = this.#running.filter((one) => one !== tracked);
    });
    tracked.catch((error) => {
      this.#found.push(violation("rule broken", String(error)));
    });
    this.#running.push(tracked);
  }

  #check(key: number, outcome: RefundOutcome | undefined): void {
    if (!outcome) return;
    const { status } = outcome;
    count(this.#events, `reported: ${status}`);
    const moved = this.#provider.moved(paymentOf(key));
    const isWrong = (status === "succeeded" && moved === 0) || (status === "declined" && moved > 0);
    if (!isWrong) return;
    const text = `${nameOf(key)} was reported as ${status}, and moved ${moved} times`;
    this.#found.push(violation("reported wrongly", text));
  }
}

const nameOf = (key: number): string => refundKeys[key] as string;
const paymentOf = (key: number): string => `payment-${key}`;
const requestOf = (key: number) => ({
  account: "eu",
  key: nameOf(key),
  payment: { id: paymentOf(key) },
  amount: { value: 1050 + key, currency: "EUR" },
});
