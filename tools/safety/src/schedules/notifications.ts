/** The provider's notifications. They come at any time, also while calls run: true ones, old ones again, and forged ones. */
import type { Sandbox } from "@refunds/sandbox";
import { isJournalError, type RefundRecord } from "refunds";
import type { Violation } from "../processes/truth.ts";
import type { Process } from "./call.ts";
import { Endings } from "./endings.ts";
import { randomBy } from "./faults.ts";
import type { FetchKind } from "./fetches.ts";
import { type Forgery, forgeries, forgeryNames, type Message } from "./forgeries.ts";
import type { Ledger } from "./ledger.ts";
import { NotificationChecks, type Records } from "./notification-checks.ts";
import type { Outages } from "./outages.ts";
import type { OutcomeChecks } from "./outcome-checks.ts";
import { count, type Tally } from "./tally.ts";
import type { TrackedRefund } from "./tracked-refund.ts";

const notificationKinds = ["true", "old", "forged"] as const;

type Kind = (typeof notificationKinds)[number];

type News =
  | { readonly kind: Kind; readonly nth: number }
  | { readonly kind: "end"; readonly tracked: TrackedRefund };

/** What only schedules of providers that send notifications have. */
export const notificationEvents = [
  "true notifications",
  "old notifications",
  "stale notifications",
  ...forgeryNames.map((name) => `forged notifications, ${name}`),
  "notifications of a failure",
  "refunds that failed",
  "pending refunds that failed",
] as const;

type Caller = Pick<Process, "call">;

export interface NotificationsSetup {
  readonly sandbox: Sandbox;
  readonly provider: string;
  readonly account: string;
  readonly fetch: FetchKind;
  readonly ledger: Ledger;
  readonly checks: OutcomeChecks;
  readonly outages: Outages;
  readonly found: Violation[];
  readonly tally: Tally;
  readonly seed: number;
}

export class Notifications {
  readonly #setup: NotificationsSetup;
  readonly #checks: NotificationChecks;
  readonly #endings: Endings;
  readonly #random: (bound: number) => number;
  /** Its own, so that what else is drawn stays the same. */
  readonly #forgeries: (bound: number) => number;
  readonly #delivered: Message[] = [];
  /** In half of the schedules the merchant has no webhook. */
  readonly areSent: boolean;

  constructor(setup: NotificationsSetup) {
    this.#setup = setup;
    const { sandbox, provider, seed } = setup;
    this.#checks = new NotificationChecks(setup);
    this.#endings = new Endings({ ...setup, random: randomBy(seed ^ 0x3c3c3c) });
    this.#forgeries = randomBy(seed ^ 0xc3c3c3);
    // Its own, so that providers without notifications have the same schedules as before.
    this.#random = randomBy(seed ^ 0x5a5a5a);
    this.areSent = sandbox.provider(provider).notifications.length > 0 && this.#random(2) === 0;
  }

  /** Whether a refund failed that the provider had accepted. */
  get anyFailed(): boolean {
    return this.#endings.failures.length > 0;
  }

  /** What comes next, if the provider has refunds: in a quarter of cases, one of them ends. */
  draw(): News | undefined {
    const { sandbox, ledger } = this.#setup;
    const random = this.#random;
    const drawn = { any: random(4), kind: random(notificationKinds.length), nth: random(6) };
    if (sandbox.refunds.length === 0) return undefined;
    const { nth } = drawn;
    if (drawn.any > 0) return { kind: notificationKinds[drawn.kind] as Kind, nth };
    const tracked = ledger.refunds[nth % ledger.refunds.length] as TrackedRefund;
    return this.#endings.mayEnd(tracked) ? { kind: "end", tracked } : undefined;
  }

  async send(news: News, process: Caller): Promise<void> {
    if (news.kind === "end") await this.finish(news.tracked, process);
    else await this.#deliver(news.kind, news.nth, process);
  }

  /** A pending refund ends, or one that succeeded fails, and the provider reports it. */
  async finish(tracked: TrackedRefund, process: Caller): Promise<void> {
    const nth = await this.#endings.end(tracked, this.areSent);
    if (nth !== undefined && this.areSent) await this.#deliver("true", nth, process);
  }

  /** Delivers again that refunds failed: the provider does so until it is answered. */
  async deliverFailures(process: Caller): Promise<void> {
    for (const nth of this.#endings.failures) await this.#deliver("true", nth, process);
  }

  async #deliver(kind: Kind, nth: number, process: Caller): Promise<void> {
    const { account } = this.#setup;
    const before = new Map<string, RefundRecord>();
    try {
      const message = await this.#message(kind, nth);
      if (!message) return;
      const isStale = kind === "old" && (await this.#checks.isStale(message));
      await this.#readRecords(process, before);
      const received = await process.call({ key: "" }, (refunds) =>
        refunds.notification(account, message),
      );
      if (kind === "forged") this.#checks.forged(received);
      if (isStale) {
        this.#count("stale notifications");
        this.#checks.stale(received);
      }
      this.#checks.received(received, before);
      if (kind === "true") await this.#checks.believed(message, received, before);
    } catch (error) {
      await this.#afterOutage(error, process, before);
    }
  }

  /** The provider gets 5XX, and delivers it again. What is recorded of it counts. */
  async #afterOutage(error: unknown, process: Caller, before: Records): Promise<void> {
    const { outages } = this.#setup;
    if (!isJournalError(error) || !outages.anyWere) throw error;
    if (!this.anyFailed) return;
    outages.end();
    const after = new Map<string, RefundRecord>();
    await this.#readRecords(process, after);
    const changed = [...before].flatMap(([key, { status }]) => {
      const { outcome } = after.get(key) ?? {};
      return outcome && outcome.status !== status
        ? [{ is: "recorded" as const, key, outcome }]
        : [];
    });
    this.#checks.received({ verified: true, refunds: changed }, before);
  }

  async #message(kind: Kind, nth: number): Promise<Message | undefined> {
    if (kind === "old") {
      const old = this.#delivered[nth % this.#delivered.length];
      if (old) this.#count("old notifications");
      return old;
    }
    const { sandbox, provider } = this.#setup;
    const at = nth % sandbox.refunds.length;
    const said = this.#endings.saidOf(at);
    if (!said) return undefined;
    const { number } = sandbox.refunds[at] as Sandbox["refunds"][number];
    const request = await sandbox.provider(provider).notification(number, said);
    const { url, headers } = request;
    const body = await request.text();
    const message = { url, headers: Object.fromEntries(headers), body };
    if (kind === "forged") {
      const forgery = forgeryNames[this.#forgeries(forgeryNames.length)] as Forgery;
      this.#count(`forged notifications, ${forgery}`);
      return forgeries[forgery](message, sandbox, provider);
    }
    this.#delivered.push(message);
    this.#count("true notifications");
    if (said === "declined" || said === "reversed") this.#count("notifications of a failure");
    return message;
  }

  async #readRecords(process: Caller, into: Map<string, RefundRecord>): Promise<void> {
    for (const { request } of this.#setup.ledger.refunds) {
      const { key } = request;
      const record = await process.call({ key }, (refunds) => refunds.get(key));
      if (record) into.set(key, record);
    }
  }

  #count(event: string): void {
    count(this.#setup.tally.events, event);
  }
}
