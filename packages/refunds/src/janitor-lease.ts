/** The lease of the janitor: of all processes that share a journal, one tidies up at a time. */
import type { JournalStore } from "@refunds/journal";

const name = "janitor";

/** How long a lease lasts, so that another process takes over if this one dies. Milliseconds. */
export const leaseMs = 120_000;

export class JanitorLease {
  readonly #store: JournalStore;
  readonly #holder = crypto.randomUUID();
  #until = 0;
  #done = 0;

  constructor(store: JournalStore) {
    this.#store = store;
  }

  /** False after the process was asleep, or could not renew the lease: another process may hold it. */
  get isHeld(): boolean {
    return Date.now() < this.#until;
  }

  /**
   * Takes or renews the lease. Undefined if another process holds it. Rejects if the journal says that it holds it for longer than
   * any process asks for.
   * @param doneUntil the time until which all tries are made, in Unix milliseconds, to be kept for the next holder
   * @returns that time, as it is kept; 0 if it never was. What a clock wrote that was ahead counts for nothing: no one has made those
   *   tries. What this process has done counts always, because a janitor whose clock is behind keeps an earlier time.
   */
  async hold(doneUntil?: number): Promise<number | undefined> {
    const now = Date.now();
    this.#done = doneUntil ?? this.#done;
    const note = doneUntil === undefined ? {} : { note: String(doneUntil) };
    const lease = await this.#store.lease({ ...this.#named, now, until: now + leaseMs, ...note });
    if (lease.holder !== this.#holder) {
      this.#until = 0;
      if (lease.until > Date.now() + 2 * leaseMs) throw tooLong(lease.until);
      return undefined;
    }
    this.#until = lease.until;
    const known = [Number(lease.note ?? 0), this.#done].filter((at) => at <= now);
    return Math.max(0, ...known);
  }

  async release(): Promise<void> {
    if (!this.isHeld) return;
    this.#until = 0;
    // Free for every clock, also if this one is ahead.
    await this.#store.lease({ ...this.#named, now: Date.now(), until: 0 });
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

  get #named() {
    return { name, holder: this.#holder };
  }
}

const tooLong = (until: number) =>
  new Error(
    `The journal says that another process holds the janitor's lease until ${new Date(until).toISOString()}. A clock was ahead: check the clocks, and that the journal's lease() frees a lease that lasts too long.`,
  );
