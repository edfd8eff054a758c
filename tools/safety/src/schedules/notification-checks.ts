/** Checks what a notification made of the journal. */
import type { NotifiedEvent } from "@refunds/core";
import type { Sandbox } from "@refunds/sandbox";
import type { ReceivedNotification, RefundRecord } from "refunds";
import { type Violation, violation } from "../processes/truth.ts";
import { clientOf } from "./client-of.ts";
import type { Message } from "./forgeries.ts";
import type { Ledger } from "./ledger.ts";
import type { OutcomeChecks } from "./outcome-checks.ts";
import type { TrackedRefund } from "./tracked-refund.ts";

/** The records of a schedule, by their keys. */
export type Records = ReadonlyMap<string, RefundRecord>;

export interface NotificationChecksSetup {
  readonly sandbox: Sandbox;
  readonly provider: string;
  readonly ledger: Ledger;
  readonly checks: OutcomeChecks;
  readonly found: Violation[];
}

type Received = Pick<ReceivedNotification, "verified" | "problem" | "refunds">;

export class NotificationChecks {
  readonly #setup: NotificationChecksSetup;

  constructor(setup: NotificationChecksSetup) {
    this.#setup = setup;
  }

  /** Checks what every notification must keep to. */
  received({ refunds }: Received, before: Records): void {
    const { found, ledger, checks } = this.#setup;
    for (const { is, key = "", outcome } of refunds) {
      const tracked = ledger.of(key);
      if (!tracked || !outcome) continue;
      found.push(...ledger.check());
      found.push(
        ...(is === "asked" || is === "recorded"
          ? checks.settled(tracked, before.get(key)?.status, outcome)
          : checks.recorded(tracked, outcome)),
      );
      if (tracked.failed) noteTold(tracked, outcome.status);
    }
  }

  /** What a stranger sent proves nothing. Where the provider signs nothing, it can be a reason to ask. */
  forged({ verified, problem, refunds }: Received): void {
    const isTaken = problem === undefined ? refunds.some(isRecorded) : refunds.length > 0;
    if (!verified && !isTaken) return;
    this.#setup.found.push(violation("rule broken", "a forged notification was believed"));
  }

  /** Whether its signature holds no longer. */
  async isStale(message: Message): Promise<boolean> {
    const read = await this.#read(message);
    return read?.problem !== undefined;
  }

  /** What was signed too long ago may be sent by anyone who saw it. */
  stale({ verified }: Received): void {
    if (!verified) return;
    this.#setup.found.push(violation("rule broken", "a stale notification was believed"));
  }

  /**
   * What the provider signed is believed, without another question, if it is about a refund that can have one attempt only. That
   * one succeeded is believed of every refund which did not happen, as far as the journal knows.
   */
  async believed(message: Message, { refunds }: Received, before: Records): Promise<void> {
    const { found, ledger } = this.#setup;
    const [event, ...more] = await this.#eventsOf(message);
    if (!event || more.length > 0) return;
    for (const { is, key = "", outcome } of refunds) {
      const tracked = ledger.of(key);
      const record = before.get(key);
      if (!tracked || !record || is === "in_progress") continue;
      const isNamed = event.key === key || record.history.some(hasId(event.refundId));
      const isDropped =
        isSuccessDropped(event, record, outcome?.status) ||
        (isOfOneAttempt(tracked) && isNewsDropped(event, record.status, outcome?.status));
      if (!isNamed || !isDropped) continue;
      const said = event.status === "succeeded" ? "succeeded" : "failed";
      const text = `${key} is ${outcome?.status} although the provider signed that it ${said}`;
      found.push(violation("rule broken", text));
    }
  }

  async #eventsOf(message: Message): Promise<readonly NotifiedEvent[]> {
    const read = await this.#read(message);
    return read?.verified ? read.events : [];
  }

  /** What a client without a defect makes of it. */
  async #read(message: Message) {
    const { sandbox, provider } = this.#setup;
    return clientOf(sandbox, provider, sandbox.fetch).notification?.(message);
  }
}

/** Notes what the journal made of the failure of a refund. */
function noteTold(tracked: TrackedRefund, status: string): void {
  if (status === "reversed") tracked.reversed = true;
  if (status === "needs_review") tracked.uncertain = true;
  if (["declined", "reversed", "needs_review"].includes(status)) tracked.failureKnown = true;
}

const isRecorded = ({ is }: ReceivedNotification["refunds"][number]): boolean => is === "recorded";

const isOfOneAttempt = ({ freed, wronged, answers, failed }: TrackedRefund): boolean =>
  freed === 0 && !answers.has("declined") && !(wronged && failed);

const hasId = (wanted: string | undefined) => (entry: RefundRecord["history"][number]) =>
  wanted !== undefined && entry.refundId === wanted;

/** Whether the journal still says that no money moved. A person may have said so since it took the same notification. */
function isSuccessDropped(
  { status, refundId }: NotifiedEvent,
  before: RefundRecord,
  after: string | undefined,
): boolean {
  const isTaken = before.history.some(
    (entry) =>
      entry.because === "notification_proved" &&
      entry.status === status &&
      entry.refundId === refundId,
  );
  return status === "succeeded" && !isTaken && saysNo(before.status) && saysNo(after);
}

const saysNo = (status: string | undefined): boolean =>
  status === "declined" || status === "not_sent";

/** Whether the journal made nothing of what was signed, from one status to the next. */
function isNewsDropped(
  { status, confirm }: NotifiedEvent,
  before: string | undefined,
  after: string | undefined,
): boolean {
  if (status === "pending") return false;
  // The journal must not wait for a query, which it would ask of no refund that succeeded.
  const isContrary = status !== "succeeded" && before === "succeeded";
  if (isContrary)
    return after !== "needs_review" && !(status === "reversed" && after === "reversed");
  return !confirm && isOpen(before) && isOpen(after);
}

const isOpen = (status: string | undefined): boolean =>
  status === "unknown" || status === "unfinished" || status === "pending";
