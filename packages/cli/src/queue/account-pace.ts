/** How fast each account may send, in Postgres: a row for each, by which all machines go. */

interface Slots {
  /** In how many milliseconds the first slot begins; not above 0: at once. */
  readonly inMs: number;
  /** From one slot to the next, in milliseconds. */
  readonly gapMs: number;
  /** Whether the provider asked for less, and no request was accepted since then. */
  readonly isSlowed: boolean;
}

export interface AccountPaces {
  /** Undefined: no limit. */
  setRate(account: string, rate: number | undefined): Promise<void>;
  /** Takes the account's next `count` slots, on all machines together. While the account is slowed down, takes one. */
  takeSlots(account: string, count: number): Promise<Slots>;
  /** Lets an account pause, for `ms` or for longer each time. */
  slowDown(account: string, ms: number | undefined): Promise<void>;
  /** Ends the pauses. One that the provider asked for comes to its end first. */
  speedUp(account: string): Promise<void>;
}

type Query = (
  text: string,
  values: unknown[],
) => Promise<readonly { readonly [column: string]: never }[]>;

/** @param query - puts the schema where the text has `%` */
export const accountPaces = (query: Query): AccountPaces => ({
  async setRate(account, rate) {
    const text = `INSERT INTO %.pace (account, gap_ms) VALUES ($1, $2)
      ON CONFLICT (account) DO UPDATE SET gap_ms = excluded.gap_ms`;
    await query(text, [account, rate === undefined ? 0 : 1000 / rate]);
  },
  async takeSlots(account, count) {
    const [row] = await query(takeSlots, [account, count]);
    const { in_ms: inMs = 0, gap_ms: gapMs = 0, backoff_ms: backoffMs = 0 } = row ?? {};
    return { inMs, gapMs, isSlowed: backoffMs > 0 };
  },
  async slowDown(account, ms) {
    await query(slowDown, [account, ms ?? null]);
  },
  async speedUp(account) {
    await query(speedUp, [account]);
  },
});

/** `slowed_until`: the pause that was asked for last. `next_at` may be later, because slots are taken. */
export const paceTable = `
  CREATE TABLE IF NOT EXISTS %.pace (
    account text PRIMARY KEY, gap_ms double precision NOT NULL DEFAULT 0,
    next_at timestamptz NOT NULL DEFAULT '-infinity', backoff_ms double precision NOT NULL DEFAULT 0,
    slowed_until timestamptz NOT NULL DEFAULT '-infinity'
  )`;

/** While the account is slowed down, its refunds leave one by one. */
const taken = `CASE WHEN pace.backoff_ms > 0 THEN greatest(pace.gap_ms, pace.backoff_ms)
  ELSE pace.gap_ms * $2::int END * interval '1 ms'`;

const takeSlots = `
  INSERT INTO %.pace AS pace (account, next_at) VALUES ($1, clock_timestamp())
  ON CONFLICT (account) DO UPDATE SET next_at = greatest(pace.next_at, clock_timestamp()) + ${taken}
  RETURNING gap_ms, backoff_ms, extract(epoch FROM next_at - ${taken} - clock_timestamp())::float8 * 1000 AS in_ms`;

const longer = "least(greatest(2 * pace.backoff_ms, 1000), 120000)";

/** What was sent before the pause may be refused during it: that says nothing new. */
const isKnown = "clock_timestamp() < pace.slowed_until";

const pausedUntil = `greatest(pace.slowed_until, clock_timestamp() + interval '1 ms' *
  least(coalesce($2::float8, CASE WHEN ${isKnown} THEN 0 ELSE ${longer} END), 120000))`;

const slowDown = `
  INSERT INTO %.pace AS pace (account, next_at, slowed_until, backoff_ms)
  SELECT $1, until, until, 1000
  FROM (SELECT clock_timestamp() + interval '1 ms' * least(coalesce($2::float8, 1000), 120000) AS until) AS first
  ON CONFLICT (account) DO UPDATE SET
    backoff_ms = CASE WHEN ${isKnown} THEN pace.backoff_ms ELSE ${longer} END,
    slowed_until = ${pausedUntil},
    next_at = greatest(pace.next_at, ${pausedUntil})`;

/** What was taken during the pause is far ahead, and counts no more. */
const speedUp = `
  UPDATE %.pace SET backoff_ms = 0,
    next_at = greatest(slowed_until, least(next_at, clock_timestamp() + gap_ms * interval '1 ms'))
  WHERE account = $1 AND backoff_ms > 0`;
