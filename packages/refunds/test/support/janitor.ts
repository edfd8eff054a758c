/** A janitor under fake timers, and the minutes in which it tried. */
import { vi } from "vitest";
import type { JanitorEvent, JanitorOptions, JournalStore, RefundOutcome } from "../../src/index.ts";
import { tidyUp } from "../../src/janitor.ts";

export const start = Date.parse("2026-11-27T10:00:00Z");
export const minute = 60_000;

export const outcome = { status: "unknown" } as RefundOutcome;

/** A janitor whose tries are noted with the minute in which they were made. */
export function janitorOn(
  store: JournalStore,
  given: JanitorOptions = {},
  reconcile: (key: string) => Promise<RefundOutcome> = async () => outcome,
) {
  const stop = new AbortController();
  const events: JanitorEvent[] = [];
  const tries: string[] = [];
  const facade = {
    store,
    closing: stop.signal,
    reconcile(key: string) {
      tries.push(`${key} ${Math.round((Date.now() - start) / minute)}`);
      return reconcile(key);
    },
  };
  const report = (event: JanitorEvent) => void events.push(event);
  const ended = tidyUp(facade, { report, ...given });
  const stopIt = () => {
    stop.abort();
    return ended;
  };
  return { events, tries, stop: stopIt };
}

export const pass = (minutes: number) => vi.advanceTimersByTimeAsync(minutes * minute);
