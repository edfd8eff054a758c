/** A lease: only its holder does some work, until it releases the lease or the time is over. */

export interface LeaseRequest {
  /** What the lease is for. Another name is another lease. */
  readonly name: string;
  /** Who asks for it. Each process needs a name of its own. */
  readonly holder: string;
  /** Unix milliseconds. The lease is free from its `until` on. */
  readonly now: number;
  /**
   * Until when to hold it, in Unix milliseconds. Not after `now`: releases it. All who ask for a lease ask for about the same
   * time, so one that lasts more than twice as long is taken for the mistake of a clock.
   */
  readonly until: number;
  /** A text to keep with the lease, for its next holder. If absent, it stays as it is. */
  readonly note?: string;
}

/** The lease after the call. */
export interface Lease {
  readonly holder: string;
  readonly until: number;
  /** Absent if none was ever kept. */
  readonly note?: string;
}

/**
 * Whether the request gets the lease. One that lasts more than twice as long as what is asked for was written by a clock that was
 * ahead: everyone asks for the same time. It is free, too, but not for a request to release it.
 */
export const isGranted = (
  lease: Pick<Lease, "holder" | "until">,
  { holder, now, until }: LeaseRequest,
): boolean =>
  lease.holder === holder || lease.until <= now || (until > now && lease.until > 2 * until - now);
