/** The lease of the janitor: of all processes that share a journal, one tidies up at a time. */
import type { JournalStore } from "@refunds/journal";

const name = "janitor";

/** How long a lease lasts, so that another process takes over if this one dies. Milliseconds. */
export const leaseMs = 120_000;

export class JanitorLease {
  readonly #store: JournalStore;
  readonly #holder = crypto.randomUUID();
  #until = 0;

  constructor(store: JournalStore) {
    this.#store = store;
  }

  /** False after the process was asleep, or could not renew the lease: another process may hold it. */
  get isHeld(): boolean {
    return Date.now() < this.#until;
  }

  /**
   * Takes or renews the lease. Undefined if another process holds it.
   * @param doneUntil the time until which all tries are made, in Unix milliseconds, to be kept for the next holder
   * @returns that time, as it is kept; 0 if it never was
   */
  async hold(doneUntil?: number): Promise<number | undefined> {
    const lease = await this.#ask(leaseMs, doneUntil);
    if (lease.holder !== this.#holder) {
      this.#until = 0;
      return undefined;
    }
    this.#until = lease.until;
    return Number(lease.note ?? 0);
  }

  async release(): Promise<void> {
    if (!this.isHeld) return;
    this.#until = 0;
    await this.#ask(0);
  }

  /** Renews the lease until the returned function is called, which waits for the last renewal. */
  keepRenewing(): () => Promise<void> {
    let last: Promise<unknown> = Promise.resolve();
    const timer = setInterval(() => {
      // Without a renewal, the lease runs out, and the tries stop.
      last = this.hold().catch(() => {});
    }, leaseMs / 3);
    return async () => {
      clearInterval(timer);
      await last;
    };
  }

  #ask(ms: number, doneUntil?: number) {
    const now = Date.now();
    const note = doneUntil === undefined ? {} : { note: String(doneUntil) };
    return this.#store.lease({ name, holder: this.#holder, now, until: now + ms, ...note });
  }
}
