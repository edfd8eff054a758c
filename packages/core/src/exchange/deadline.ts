/** The time limit of a whole call, from its start to the last byte read, combined with the caller's signal. */
export interface Deadline {
  /** Aborts when time is up or the caller aborts. */
  readonly signal: AbortSignal;
  /** Why the call is over, or undefined. Notices that time is up even if the process was suspended when the timer was due. */
  readonly ended: () => "timeout" | "aborted" | undefined;
  /** The remaining milliseconds. */
  readonly left: () => number;
  /** The work's result, or a rejection as soon as the deadline ends, even if the work ignores the signal. */
  readonly race: <T>(work: Promise<T>) => Promise<T>;
  /** Releases the timer and the caller's signal. */
  readonly clear: () => void;
}

export function startDeadline(timeoutMs: number, callerSignal?: AbortSignal): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  let ended: "timeout" | "aborted" | undefined;
  let fail: (reason: unknown) => void;
  const over = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Nothing may be waiting for it when it rejects.
  over.catch(() => {});
  const end = (why: "timeout" | "aborted") => {
    ended ??= why;
    controller.abort();
    fail(signal.reason);
  };
  const abort = () => end("aborted");
  const startedAt = performance.now();
  const startedOn = Date.now();
  // A clock that is set back must not prolong a call. A clock that jumps ahead ends it: only the wall clock counts the time
  // of a suspended machine, and the refund may have been settled meanwhile as one that never left.
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
