import { refuse } from "./refuse.ts";

/** Tracks running calls, so that `close()` can wait for them and refuse new ones. */
export function untilClosed() {
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;
  const closed = new AbortController();
  return {
    /** Aborts when `close()` is called. */
    signal: closed.signal,
    /** Wraps a method, which then rejects with a `RefundError` after `close()`. */
    open<Args extends readonly unknown[], Result>(
      method: (...args: Args) => Promise<Result>,
    ): (...args: Args) => Promise<Result> {
      return async (...args) => {
        if (closing !== undefined)
          refuse("closed", "refunds", "is closed; create a new instance with createRefunds()");
        const call = method(...args);
        running.add(call);
        try {
          return await call;
        } finally {
          running.delete(call);
        }
      };
    },
    /** Waits for running calls, then runs `finish` once. */
    close(finish: () => Promise<void>): Promise<void> {
      closed.abort();
      closing ??= Promise.allSettled(running).then(finish);
      return closing;
    },
  };
}
