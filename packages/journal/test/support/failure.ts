import { inspect } from "node:util";
import { expect } from "vitest";
import { isJournalError, type JournalError, type JournalErrorCode } from "../../src/index.ts";

/** The error of what must fail with this code: one that tells where, what to do, and that nothing was sent. */
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
  if (!isJournalError(error)) throw new Error(`no JournalError but ${inspect(error)}`);
  expect(error.message).toMatch(/^.+: .+\. .+\. Nothing was sent by this call\.$/s);
  expect({ code: error.code, message: error.message }).toMatchObject({ code });
  for (const text of [inspect(error, { showHidden: true, depth: 9 }), JSON.stringify(error)]) {
    expect(text).not.toContain(secret);
  }
  return error;
}
