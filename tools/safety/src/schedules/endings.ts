/** How refunds end at the provider after it accepted them: pending ones succeed or fail, and some fail that had succeeded. */
import type { NotifiedStatus, Sandbox } from "@refunds/sandbox";
import { clientOf } from "./client-of.ts";
import type { FetchKind } from "./fetches.ts";
import type { Ledger } from "./ledger.ts";
import { count, type Tally } from "./tally.ts";
import { noteFailure, type TrackedRefund } from "./tracked-refund.ts";

interface EndingsSetup {
  readonly sandbox: Sandbox;
  readonly provider: string;
  readonly fetch: FetchKind;
  readonly ledger: Ledger;
  readonly tally: Tally;
  readonly random: (bound: number) => number;
}

export class Endings {
  readonly #setup: EndingsSetup;
  readonly #known: readonly NotifiedStatus[];
  /** What the provider says of refunds that failed, by their places in the sandbox. */
  readonly #failures = new Map<number, NotifiedStatus>();

  constructor(setup: EndingsSetup) {
    this.#setup = setup;
    this.#known = setup.sandbox.provider(setup.provider).notifications;
  }

  /** What the provider says of a refund now; undefined if it reports nothing. */
  saidOf(nth: number): NotifiedStatus | undefined {
    const refund = this.#setup.sandbox.refunds[nth];
    if (!refund) return undefined;
    // Some providers report a refund only when it has ended.
    const status = refund.status === "failed" ? this.#failures.get(nth) : refund.status;
    return status && this.#known.includes(status) ? status : undefined;
  }

  /** The places of refunds whose failure the provider reports. */
  get failures(): readonly number[] {
    return [...this.#failures.keys()];
  }

  /** Whether the provider carried out its first attempt. */
  mayEnd(tracked: TrackedRefund): boolean {
    const { fetch, ledger } = this.#setup;
    // A cache that ignores `no-store` may say later that it is pending.
    if (fetch === "caching everything") return false;
    return tracked.freed === 0 && ledger.latestMove(tracked) >= 0;
  }

  /**
   * Ends the latest refund of a key.
   * @param isReported whether the merchant has a webhook; without one, no one could know that a refund failed that had succeeded
   * @returns its place in the sandbox; undefined if it stays as it is
   */
  async end(tracked: TrackedRefund, isReported: boolean): Promise<number | undefined> {
    const { sandbox, provider, ledger, tally } = this.#setup;
    const nth = ledger.latestMove(tracked);
    const refund = sandbox.refunds[nth];
    if (!refund || !this.mayEnd(tracked)) return undefined;
    const failure = this.#failureOf(refund.status);
    if (failure && isReported && this.#fails(tracked)) {
      const said = await this.#read(refund.number, failure);
      const [event] = said?.events ?? [];
      const isSigned = said?.verified || said?.problem !== undefined;
      // Without a signature, what names the payment alone does not make the journal ask about a refund that succeeded.
      if (!isSigned && event?.key === undefined && event?.refundId === undefined) return undefined;
      await sandbox.finish(provider, refund.number, "failed");
      this.#failures.set(nth, failure);
      noteFailure(tracked);
      tracked.failedId = event?.refundId;
      count(tally.events, `${refund.status === "pending" ? "pending " : ""}refunds that failed`);
      return nth;
    }
    if (refund.status !== "pending") return undefined;
    await sandbox.finish(provider, refund.number, "succeeded");
    tracked.finished = true;
    count(tally.events, "pending refunds that succeeded");
    return nth;
  }

  /** What a client makes of the notification. */
  async #read(number: number, status: NotifiedStatus) {
    const { sandbox, provider } = this.#setup;
    const request = await sandbox.provider(provider).notification(number, status);
    return clientOf(sandbox, provider, sandbox.fetch).notification?.(request);
  }

  #fails({ reversed, wronged, misled }: TrackedRefund): boolean {
    return this.#setup.random(2) === 0 && !reversed && !wronged && !misled;
  }

  /** What the provider reports if a refund fails. That a refund failed which had succeeded is a reversal, where there are such reports. */
  #failureOf(status: string): NotifiedStatus | undefined {
    if (status === "failed") return undefined;
    const words: readonly NotifiedStatus[] =
      status === "succeeded" ? ["reversed", "declined"] : ["declined", "reversed"];
    return words.find((word) => this.#known.includes(word));
  }
}
