import { isSendError, type SendError } from "@refunds/core/fetch-client";
import { expect } from "vitest";

/** The `SendError` that a call rejects with; anything else fails the test. */
export async function sendError(call: Promise<unknown>): Promise<SendError> {
  const thrown = await call.then(
    (result) => expect.fail(`nothing was thrown: ${JSON.stringify(result)}`),
    (error: unknown) => error,
  );
  if (!isSendError(thrown)) throw thrown;
  return thrown;
}
