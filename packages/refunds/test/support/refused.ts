import { isRefundError } from "../../src/index.ts";

/** The problems a `RefundError` names, another error as it is, or undefined. */
export const refused = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => (isRefundError(error) ? error.problems : error),
  );
