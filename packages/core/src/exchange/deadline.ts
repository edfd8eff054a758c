/** One bound on a whole call, from the first byte sent to the last byte read, and the caller's own signal. */
export interface Deadline {
  /** Fires when time is up or the caller aborts. */
  readonly signal: AbortSignal;
  /** Why it is over, also where the process slept through its timer; undefined while it is not. Fires the signal, if need be. */
  readonly ended: () => "timeout" | "aborted" | undefined;
  /** Milliseconds that are left. */
  readonly left: () => number;
  /** The work's result, or a rejection as soon as the deadline ends, even if the work ignores the signal. */
  readonly race: <T>(work: Promise<T>) => Promise<T>;
  /** Stops the clock. */
  readonly clear: () => void;
}

export function startDeadline(timeoutMs: number, callerSignal?: AbortSignal): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  let ended: "timeout" | "aborted" | undefined;
  const over = new Promise<never>((_, reject) => {
    signal.onabort = () => reject(signal.reason);
  });
  // It may end with nobody waiting.
  over.catch(() => {});
  const end = (why: "timeout" | "aborted") => {
    ended ??= why;
    controller.abort();
  };
  const abort = () => end("aborted");
  const startedAt = performance.now();
  const startedOn = Date.now();
  // A clock that is set back must not prolong a call. One that jumps ahead ends it: a machine that was suspended counts
  // that on no other clock, and meanwhile the refund may have been settled as one that never left.
  const passed = () => Math.max(performance.now() - startedAt, Date.now() - startedOn);
  const left = () => (ended ? -1 : timeoutMs - passed());
  const timer = setTimeout(end, timeoutMs, "timeout");
  if (callerSignal?.aborted) abort();
  callerSignal?.addEventListener("abort", abort);
  return {
    signal,
    ended() {
      if (left() < 0) end("timeout");
      return ended;
    },
    left,
    race: (work) => Promise.race([over, work]),
    clear: () => {
      clearTimeout(timer);
      callerSignal?.removeEventListener("abort", abort);
    },
  };
}
