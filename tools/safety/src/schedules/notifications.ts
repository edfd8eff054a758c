/** The provider's notifications. They come at any time, also while calls run: true ones, old ones again, and forged ones. */
import type { Sandbox } from "@refunds/sandbox";
import { isJournalError, type ReceivedNotification } from "refunds";
import { type Violation, violation } from "../processes/truth.ts";
import type { Ledger } from "./ledger.ts";
import type { OutcomeChecks } from "./outcome-checks.ts";
import type { Process } from "./process.ts";
import { count, type Tally } from "./tally.ts";

export const notificationKinds = ["true", "old", "forged"] as const;

type Kind = (typeof notificationKinds)[number];

export interface NotificationsSetup {
  readonly sandbox: Sandbox;
  readonly provider: string;
  readonly account: string;
  readonly ledger: Ledger;
  readonly checks: OutcomeChecks;
  readonly found: Violation[];
  readonly tally: Tally;
  readonly anyOutage: () => boolean;
  readonly random: (bound: number) => number;
}

interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export class Notifications {
  readonly #setup: NotificationsSetup;
  readonly #delivered: Message[] = [];
  /** In half of the schedules the merchant has no webhook. */
  readonly areSent: boolean;

  constructor(setup: NotificationsSetup) {
    this.#setup = setup;
    const { sandbox, provider, random } = setup;
    this.areSent = sandbox.provider(provider).notifications.length > 0 && random(2) === 0;
  }

  /** Delivers one in most cases, if the provider has something to report. */
  async maybeDeliver(process: Pick<Process, "call">): Promise<void> {
    const { sandbox, random } = this.#setup;
    const drawn = { any: random(4), kind: random(notificationKinds.length), nth: random(6) };
    if (drawn.any === 0 || sandbox.refunds.length === 0) return;
    await this.#deliver(notificationKinds[drawn.kind] as Kind, drawn.nth, process);
  }

  async #deliver(kind: Kind, nth: number, process: Pick<Process, "call">): Promise<void> {
    const { account, tally, anyOutage } = this.#setup;
    const message = await this.#message(kind, nth);
    if (!message) return;
    count(tally.events, `${kind} notifications`);
    try {
      const before = await this.#statuses(process);
      const received = await process.call({ key: "" }, (refunds) =>
        refunds.notification(account, message),
      );
      this.#check(kind, received, before);
    } catch (error) {
      // The provider gets 5XX, and delivers it again.
      if (!isJournalError(error) || !anyOutage()) throw error;
    }
  }

  async #message(kind: Kind, nth: number): Promise<Message | undefined> {
    if (kind === "old") return this.#delivered[nth % this.#delivered.length];
    const { sandbox, provider } = this.#setup;
    const refund = sandbox.refunds[nth % sandbox.refunds.length];
    const simulator = sandbox.provider(provider);
    const { notifications } = simulator;
    // Some providers report a refund only when it has ended.
    if (!refund || refund.status === "failed" || !notifications.includes(refund.status)) {
      return undefined;
    }
    const request = await simulator.notification(refund.number, refund.status);
    const { url, headers } = request;
    const body = await request.text();
    const message = { url, headers: Object.fromEntries(headers), body };
    if (kind === "forged") return { ...message, body: changed(body) };
    this.#delivered.push(message);
    return message;
  }

  async #statuses(process: Pick<Process, "call">): Promise<ReadonlyMap<string, string>> {
    const { ledger } = this.#setup;
    const statuses = new Map<string, string>();
    for (const { request } of ledger.refunds) {
      const { key } = request;
      const record = await process.call({ key }, (refunds) => refunds.get(key));
      if (record) statuses.set(key, record.status);
    }
    return statuses;
  }

  #check(
    kind: Kind,
    { verified, refunds }: ReceivedNotification,
    before: ReadonlyMap<string, string>,
  ): void {
    const { found, ledger, checks } = this.#setup;
    if (kind === "forged" && (verified || refunds.length > 0)) {
      found.push(violation("rule broken", "a forged notification was believed"));
    }
    for (const { is, key = "", outcome } of refunds) {
      const tracked = ledger.of(key);
      if (!tracked || !outcome) continue;
      found.push(...ledger.check());
      found.push(
        ...(is === "asked" || is === "recorded"
          ? checks.settled(tracked, before.get(key), outcome)
          : checks.recorded(tracked, outcome)),
      );
    }
  }
}

/** Says something else, with the old signature. */
const changed = (body: string): string =>
  body.startsWith("{")
    ? body.replace(/[0-9](?=[^0-9]*$)/, (digit) => `${(Number(digit) + 1) % 10}`)
    : `${body}&transaction%5Bid%5D=other`;
