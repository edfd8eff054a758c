import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cellsOf, find, refundsTwice, sendsAgain } from "../../src/lost-reply/report/cells.ts";
import { runScenarios } from "../../src/lost-reply/run-scenarios.ts";
import type { Subject } from "../../src/lost-reply/subject.ts";
import { fictionalSdk } from "./fixtures/fictional-sdk.ts";

const withTimeout = { defaultTimeoutMs: 3000 };

const drill = (subject: Subject) => runScenarios(subject, { onRun: () => {} });

class SdkError extends Error {
  readonly code: string;
  constructor(code: string) {
    super("The refund did not go through.");
    this.code = code;
  }
}

/** Returns the JSON of an answer, and throws the SDK's error for a declined refund. */
async function read(response: Response): Promise<unknown> {
  const answer = await response.json();
  if (response.status === 400) throw new SdkError("declined");
  return answer;
}

test.concurrent("an SDK that retries, with a new key for each call", async () => {
  const retries = fictionalSdk(
    async (post, { key = randomUUID() }) => {
      for (let left = 2; ; left -= 1) {
        try {
          return await read(await post(key));
        } catch (error) {
          if (error instanceof SdkError) throw error;
          if (left === 0) throw new SdkError("connection");
        }
      }
    },
    { timeoutOption: "timeout", keyOption: "key" },
  );
  const result = await drill(retries);
  expect(Object.values(cellsOf(result))).toEqual([
    "3, same key: no",
    "3, same key: no",
    "3, same key: no",
    "3, same key: no",
    "1: no",
    "new each call",
    "2 refunds; with key: 1",
  ]);
  expect(find(result.runs, "hang").timeoutMs).toBe(3000);
  expect(result.verdict.by).toContain("reset: the same as refused");
  expect([sendsAgain(result.runs), refundsTwice(result.runs)]).toEqual([true, true]);
});

test.concurrent("an SDK whose errors differ only in their message", async () => {
  const messageOnly = fictionalSdk(async (post) => {
    let response: Response;
    try {
      response = await post();
    } catch (error) {
      const { code } = (error as Error).cause as { code?: string };
      throw new Error(`Something failed: ${code ?? "too slow"}`);
    }
    if (response.status !== 200) throw new Error(`The provider said ${response.status}`);
    return response.json().catch(() => {
      throw new Error("The answer is incomplete");
    });
  }, withTimeout);
  const { verdict, runs } = await drill(messageOnly);
  expect(verdict.level).toBe("words");
  expect(verdict.each.reset).toEqual({ level: "words", by: "message, against refused" });
  expect(find(runs, "reset").posts).toEqual([null]);
  expect(sendsAgain(runs)).toBe(false);
});

test.concurrent("an SDK that rethrows the error of its HTTP client", async () => {
  const { verdict } = await drill(fictionalSdk(async (post) => read(await post()), withTimeout));
  expect(verdict.level).toBe("codes");
  expect(verdict.each.reset.by).toBe("cause.code ECONNRESET, not ECONNREFUSED as refused");
});

test.concurrent("an SDK with a code for uncertain refunds", async () => {
  const explicit = fictionalSdk(async (post) => {
    try {
      return await read(await post());
    } catch (error) {
      if (error instanceof SdkError) throw error;
      const { code } = ((error as Error).cause ?? {}) as { code?: string };
      throw new SdkError(code === "ECONNREFUSED" ? "not_sent" : "may_have_happened");
    }
  }, withTimeout);
  const { verdict } = await drill(explicit);
  expect(verdict).toMatchObject({ level: "says", by: "code: may_have_happened" });
});

test.concurrent("an SDK without a timeout that takes a gateway's error page for a success", async () => {
  const careless = fictionalSdk(async (post) => {
    const response = await post();
    if (response.status === 400) throw new SdkError("declined");
    return response.text();
  });
  const { verdict } = await drill(careless);
  expect(verdict.level).toBe("no");
  expect(verdict.each.hang).toEqual({ level: "no", by: "never settles" });
  expect(verdict.each.html_502).toEqual({ level: "no", by: "returned as a success" });
});

test.concurrent("a drill that does not refund fails, and gets no verdict", async () => {
  const noRefund = fictionalSdk(async (_, { port }) => fetch(`http://127.0.0.1:${port}/token`));
  await expect(drill(noRefund)).rejects.toThrow("the drill fails");
  const fails = fictionalSdk(async (post) => {
    await post();
    throw new SdkError("always");
  });
  await expect(drill(fails)).rejects.toThrow("the drill fails in the scenario answered");
});
