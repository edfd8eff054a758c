import type { CheckedRefund } from "./check-refund.ts";

/** Calls of one key and one request at once become one call. What differs goes its own way, and the journal refuses it. */
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
