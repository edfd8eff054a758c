/** One bound on a whole call, from the first byte sent to the last byte read, and the caller's own signal. */
export interface Deadline {
  /** Fires when time is up or the caller aborts. */
  readonly signal: AbortSignal;
  /** Why it fired; undefined while it has not. */
  readonly ended: () => "timeout" | "aborted" | undefined;
  /** The work's result, or a rejection as soon as the deadline ends, even if the work ignores the signal. */
  readonly race: <T>(work: Promise<T>) => Promise<T>;
  /** Stops the clock. */
  readonly clear: () => void;
}

export function startDeadline(timeoutMs: number, callerSignal?: AbortSignal): Deadline {
  const controller = new AbortController();
  let ended: "timeout" | "aborted" | undefined;
  const end = (why: "timeout" | "aborted") => {
    ended ??= why;
    controller.abort();
  };
  const abort = () => end("aborted");
  const timer = setTimeout(() => end("timeout"), timeoutMs);
  if (callerSignal?.aborted) abort();
  callerSignal?.addEventListener("abort", abort, { once: true });
  return {
    signal: controller.signal,
    ended: () => ended,
    race: (work) =>
      new Promise((resolve, reject) => {
        const stop = () => reject(controller.signal.reason);
        if (ended) stop();
        controller.signal.addEventListener("abort", stop, { once: true });
        work
          .then(resolve, reject)
          .finally(() => controller.signal.removeEventListener("abort", stop));
      }),
    clear: () => {
      clearTimeout(timer);
      callerSignal?.removeEventListener("abort", abort);
    },
  };
}
