import type { CheckedRefund } from "./check-refund.ts";

/** Concurrent calls with the same key and request share one call. With another request, the journal refuses the key. */
export function sharedByKey<Result>(): (
  checked: CheckedRefund,
  run: () => Promise<Result>,
) => Promise<Result> {
  const running = new Map<string, Promise<Result>>();
  return async ({ refund: { key, request, resend } }, run) => {
    // The request is JSON, so where it ends is certain.
    const name = `${resend}${request}${key}`;
    const shared = running.get(name);
    if (shared !== undefined) return shared;
    const result = run();
    running.set(name, result);
    try {
      return await result;
    } finally {
      running.delete(name);
    }
  };
}
