import { isRefundError } from "../../src/index.ts";

/** The problems of a `RefundError`, any other error itself, or undefined if the promise resolves. */
export const refused = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => (isRefundError(error) ? error.problems : error),
  );
