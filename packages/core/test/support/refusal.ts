import { isRefundError, type RefundError } from "@refunds/core";
import { expect } from "vitest";

/** The `RefundError` that `act` throws or rejects with; anything else fails the test. */
export async function refusal(act: () => unknown): Promise<RefundError> {
  const thrown = await (async () => act())().then(
    (result) => expect.fail(`nothing was refused: ${JSON.stringify(result)}`),
    (error: unknown) => error,
  );
  if (!isRefundError(thrown)) throw thrown;
  return thrown;
}
