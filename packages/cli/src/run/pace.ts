/** How quickly an account's refunds are sent: not above `--rate`, and slower where the provider asks for it. */
import { setTimeout as pause } from "node:timers/promises";

export interface Pace {
  /** Resolves when the next refund may be sent. */
  turn(signal: AbortSignal): Promise<void>;
  /** The provider said that it gets too many requests. `ms`: for how long to wait, if it said so. */
  slowDown(ms?: number): void;
  /** The provider answered, and did not refuse the request for its rate. */
  speedUp(): void;
}

const [shortestMs, longestMs] = [1000, 120_000];

/** @param rate - refunds in a second; undefined: as many as are sent at once */
export function createPace(rate: number | undefined): Pace {
  const gapMs = rate === undefined ? 0 : 1000 / rate;
  let nextAt = 0;
  let backoffMs = 0;
  let slowedUntil = 0;
  return {
    async turn(signal) {
      for (;;) {
        const now = performance.now();
        const at = Math.max(nextAt, now);
        if (at <= now) {
          // While an account is slowed down, refunds leave one by one.
          nextAt = now + Math.max(gapMs, backoffMs);
          return;
        }
        await pause(at - now, undefined, { signal }).catch(() => {});
        if (signal.aborted) return;
      }
    },
    slowDown(ms) {
      const now = performance.now();
      // Many requests can be refused at once. Only the first of them makes the pause longer.
      if (now >= slowedUntil) backoffMs = Math.min(Math.max(2 * backoffMs, shortestMs), longestMs);
      slowedUntil = Math.max(slowedUntil, now + Math.min(ms ?? backoffMs, longestMs));
      nextAt = Math.max(nextAt, slowedUntil);
    },
    speedUp() {
      backoffMs = 0;
    },
  };
}

/** Milliseconds in a `Retry-After` header: seconds, or a date. */
export function retryAfterMs(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(at - Date.now(), 0);
}
