import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cellsOf, find, refundsTwice, sendsAgain } from "../src/report/cells.ts";
import { runScenarios } from "../src/run-scenarios.ts";
import type { Subject } from "../src/subject.ts";
import { fictionalSdk } from "./fixtures/fictional-sdk.ts";

/** Gives up by itself. */
const impatient = { giveUpMs: 3000 };

const drill = (subject: Subject) => runScenarios(subject, { ran: () => {} });

class SdkError extends Error {
  readonly code: string;
  constructor(code: string) {
    super("The refund did not go through.");
    this.code = code;
  }
}

/** The JSON of a good answer; throws what the SDK says of a refusal. */
async function read(response: Response): Promise<unknown> {
  const answer = await response.json();
  if (response.status === 400) throw new SdkError("declined");
  return answer;
}

test.concurrent("one that retries, with a key of its own for each call", async () => {
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
  expect(cellsOf(result)).toEqual([
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

test.concurrent("one that hides: it refuses in words alone", async () => {
  const hides = fictionalSdk(async (post) => {
    let response: Response;
    try {
      response = await post();
    } catch (error) {
      const { code } = (error as Error).cause as { code?: string };
      throw new Error(`Something failed: ${code ?? "too slow"}`);
    }
    if (response.status !== 200) throw new Error(`The provider said ${response.status}`);
    return response.json().catch(() => {
      throw new Error("The answer was cut");
    });
  }, impatient);
  const { verdict, runs } = await drill(hides);
  expect(verdict.level).toBe("words");
  expect(verdict.each.reset).toEqual({ level: "words", by: "message, against refused" });
  expect(find(runs, "reset").posts).toEqual([null]);
  expect(sendsAgain(runs)).toBe(false);
});

test.concurrent("one that passes on what its HTTP client threw", async () => {
  const { verdict } = await drill(fictionalSdk(async (post) => read(await post()), impatient));
  expect(verdict.level).toBe("codes");
  expect(verdict.each.reset.by).toBe("cause.code ECONNRESET, not ECONNREFUSED as refused");
});

test.concurrent("one that tells", async () => {
  const tells = fictionalSdk(async (post) => {
    try {
      return await read(await post());
    } catch (error) {
      if (error instanceof SdkError) throw error;
      const { code } = ((error as Error).cause ?? {}) as { code?: string };
      throw new SdkError(code === "ECONNREFUSED" ? "not_sent" : "may_have_happened");
    }
  }, impatient);
  const { verdict } = await drill(tells);
  expect(verdict).toMatchObject({ level: "says", by: "code: may_have_happened" });
});

test.concurrent("one that waits for ever, and takes a gateway's page for a success", async () => {
  const careless = fictionalSdk(async (post) => {
    const response = await post();
    if (response.status === 400) throw new SdkError("declined");
    return response.text();
  });
  const { verdict } = await drill(careless);
  expect(verdict.level).toBe("no");
  expect(verdict.each.hang).toEqual({ level: "no", by: "never settles" });
  expect(verdict.each.html_502).toEqual({ level: "no", by: "told as a success" });
});

test.concurrent("a drill that does not refund is broken, and gets no verdict", async () => {
  const elsewhere = fictionalSdk(async (_, { port }) => fetch(`http://127.0.0.1:${port}/token`));
  await expect(drill(elsewhere)).rejects.toThrow("the drill is broken");
  const fails = fictionalSdk(async (post) => {
    await post();
    throw new SdkError("always");
  });
  await expect(drill(fails)).rejects.toThrow("with the provider that answered it");
});
