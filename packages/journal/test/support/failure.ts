import { inspect } from "node:util";
import { expect } from "vitest";
import { isJournalError, type JournalError, type JournalErrorCode } from "../../src/index.ts";

/** Expects a `JournalError` with this code whose message names the place, the advice, and that nothing was sent. */
export async function failure(
  code: JournalErrorCode,
  work: () => unknown,
  secret = "sesame",
): Promise<JournalError> {
  let error: unknown;
  try {
    await work();
  } catch (caught) {
    error = caught;
  }
  if (!isJournalError(error)) throw new Error(`expected a JournalError, got ${inspect(error)}`);
  expect(error.message).toMatch(/^.+: .+\. .+\. Nothing was sent by this call\.$/s);
  expect({ code: error.code, message: error.message }).toMatchObject({ code });
  for (const text of [inspect(error, { showHidden: true, depth: 9 }), JSON.stringify(error)]) {
    expect(text).not.toContain(secret);
  }
  return error;
}
