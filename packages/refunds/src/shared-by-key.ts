import type { CheckedRefund } from "./check-refund.ts";

/** Concurrent calls with the same key and request share one call. With another request, the journal refuses the key. */
export function sharedByKey<Result>(): (
  checked: CheckedRefund,
  run: () => Promise<Result>,
) => Promise<Result> {
  const running = new Map<string, Promise<Result>>();
  return ({ refund: { key, request, resend } }, run) => {
    const name = JSON.stringify([key, request, resend]);
    const result = running.get(name) ?? run().finally(() => running.delete(name));
    running.set(name, result);
    return result;
  };
}
