import { refuse } from "./refuse.ts";

/** Calls that run until `close()`: it lets those that have begun finish, and refuses new ones. */
export function untilClosed() {
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;
  return {
    /** Wraps a method: it rejects with a `RefundError` once `close()` was called. */
    open<Args extends readonly unknown[], Result>(
      method: (...args: Args) => Promise<Result>,
    ): (...args: Args) => Promise<Result> {
      return async (...args) => {
        if (closing !== undefined)
          refuse("closed", "refunds", "was closed; create another one with createRefunds()");
        const call = method(...args);
        running.add(call);
        try {
          return await call;
        } finally {
          running.delete(call);
        }
      };
    },
    /** Waits for the calls that have begun, then runs `finish` once. */
    close(finish: () => Promise<void>): Promise<void> {
      closing ??= Promise.allSettled(running).then(finish);
      return closing;
    },
  };
}
