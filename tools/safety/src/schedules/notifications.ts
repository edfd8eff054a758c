/** The provider's notifications. They come at any time, also while calls run: true ones, old ones again, and forged ones. */
import type { Sandbox } from "@refunds/sandbox";
import {
  isJournalError,
  type NotifiedRefund,
  type ReceivedNotification,
  type RefundRecord,
} from "refunds";
import { type Violation, violation } from "../processes/truth.ts";
import type { Process } from "./call.ts";
import { clientOf } from "./client-of.ts";
import type { FetchKind } from "./fetches.ts";
import type { Ledger } from "./ledger.ts";
import type { OutcomeChecks } from "./outcome-checks.ts";
import { count, type Tally } from "./tally.ts";
import type { TrackedRefund } from "./tracked-refund.ts";

export const notificationKinds = ["true", "old", "forged"] as const;

type Caller = Pick<Process, "call">;

type Records = ReadonlyMap<string, RefundRecord>;

type Kind = (typeof notificationKinds)[number];

export interface NotificationsSetup {
  readonly sandbox: Sandbox;
  readonly provider: string;
  readonly account: string;
  readonly fetch: FetchKind;
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
  /** If not, each notification is a reason to ask, also a forged one. */
  #providerSigns = true;
  /** In half of the schedules the merchant has no webhook. */
  readonly areSent: boolean;

  constructor(setup: NotificationsSetup) {
    this.#setup = setup;
    const { sandbox, provider, random } = setup;
    this.areSent = sandbox.provider(provider).notifications.length > 0 && random(2) === 0;
  }

  /** Delivers one in most cases, if the provider has something to report. */
  async maybeDeliver(process: Caller): Promise<void> {
    const { sandbox, random } = this.#setup;
    const drawn = { any: random(4), kind: random(notificationKinds.length), nth: random(6) };
    if (drawn.any === 0 || sandbox.refunds.length === 0) return;
    await this.#deliver(notificationKinds[drawn.kind] as Kind, drawn.nth, process);
  }

  /** A pending refund succeeds, and the provider reports it. */
  async finish(tracked: TrackedRefund, process: Caller): Promise<void> {
    const { sandbox, provider, fetch, ledger, tally } = this.#setup;
    const nth = ledger.latestMove(tracked);
    const refund = sandbox.refunds[nth];
    // A cache that ignores `no-store` may say later that it is pending.
    if (refund?.status !== "pending" || tracked.freed > 0 || fetch === "caching everything") return;
    await sandbox.finish(provider, refund.number, "succeeded");
    tracked.finished = true;
    count(tally.events, "pending refunds that succeeded");
    if (this.areSent) await this.#deliver("true", nth, process);
  }

  async #deliver(kind: Kind, nth: number, process: Caller): Promise<void> {
    const { account, tally, anyOutage } = this.#setup;
    try {
      const message = await this.#message(kind, nth);
      if (!message) return;
      count(tally.events, `${kind} notifications`);
      const before = await this.#records(process);
      const received = await process.call({ key: "" }, (refunds) =>
        refunds.notification(account, message),
      );
      this.#check(kind, received, before);
      if (kind === "true") await this.#checkBelieved(message, received, before);
    } catch (error) {
      // The provider gets 5XX, and delivers it again.
      if (!isJournalError(error) || !anyOutage()) throw error;
    }
  }

  async #message(kind: Kind, nth: number): Promise<Message | undefined> {
    if (kind === "old") return this.#delivered[nth % this.#delivered.length];
    const { sandbox, provider } = this.#setup;
    const simulator = sandbox.provider(provider);
    const refund = sandbox.refunds[nth % sandbox.refunds.length];
    // Some providers report a refund only when it has ended.
    if (!refund || refund.status === "failed") return undefined;
    if (!simulator.notifications.includes(refund.status)) return undefined;
    const request = await simulator.notification(refund.number, refund.status);
    const { url, headers } = request;
    const body = await request.text();
    const message = { url, headers: Object.fromEntries(headers), body };
    if (kind === "forged") {
      const read = await clientOf(sandbox, provider, sandbox.fetch).notification?.(message);
      this.#providerSigns = read?.verified ?? true;
      return { ...message, body: changed(body) };
    }
    this.#delivered.push(message);
    return message;
  }

  async #records(process: Caller): Promise<Records> {
    const { ledger } = this.#setup;
    const records = new Map<string, RefundRecord>();
    for (const { request } of ledger.refunds) {
      const { key } = request;
      const record = await process.call({ key }, (refunds) => refunds.get(key));
      if (record) records.set(key, record);
    }
    return records;
  }

  /** What the provider signed about a refund that can have one attempt only is believed, without another question. */
  async #checkBelieved(
    message: Message,
    { refunds }: ReceivedNotification,
    before: Records,
  ): Promise<void> {
    const { sandbox, provider, ledger, found } = this.#setup;
    const read = await clientOf(sandbox, provider, sandbox.fetch).notification?.(message);
    const [event, ...more] = read?.verified ? read.events : [];
    if (event?.status !== "succeeded" || event.confirm || more.length > 0) return;
    for (const { is, key = "", outcome } of refunds) {
      const tracked = ledger.of(key);
      const record = before.get(key);
      if (!tracked || tracked.freed > 0 || tracked.answers.has("declined")) continue;
      const isNamed = event.key !== undefined || record?.history.some(hasId(event.refundId));
      if (is === "in_progress" || !isNamed) continue;
      if (!isOpen(record?.status) || !isOpen(outcome?.status)) continue;
      const text = `${key} is ${outcome?.status} although the provider signed that it succeeded`;
      found.push(violation("rule broken", text));
    }
  }

  #check(kind: Kind, { verified, refunds }: ReceivedNotification, before: Records): void {
    const { found, ledger, checks } = this.#setup;
    const isBelieved = ({ is }: NotifiedRefund) => this.#providerSigns || is === "recorded";
    if (kind === "forged" && (verified || refunds.some(isBelieved))) {
      found.push(violation("rule broken", "a forged notification was believed"));
    }
    for (const { is, key = "", outcome } of refunds) {
      const tracked = ledger.of(key);
      if (!tracked || !outcome) continue;
      found.push(...ledger.check());
      found.push(
        ...(is === "asked" || is === "recorded"
          ? checks.settled(tracked, before.get(key)?.status, outcome)
          : checks.recorded(tracked, outcome)),
      );
    }
  }
}

const hasId = (wanted: string | undefined) => (entry: RefundRecord["history"][number]) =>
  wanted !== undefined && entry.refundId === wanted;

const isOpen = (status: string | undefined): boolean =>
  status === "unknown" || status === "unfinished" || status === "pending";

/** Says something else, with the old signature. */
const changed = (body: string): string =>
  body.startsWith("{")
    ? body.replace(/[0-9](?=[^0-9]*$)/, (digit) => `${(Number(digit) + 1) % 10}`)
    : `${body}&transaction%5Bid%5D=other`;
