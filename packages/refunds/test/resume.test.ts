/** What `resume()` does with the other refunds when one of them fails. */
import { expect, test } from "vitest";
import { JournalError, type JournalErrorCode, type RefundOutcome } from "../src/index.ts";
import { resumeAll } from "../src/resume.ts";
import { lost } from "./support/lost.ts";

const settled = { status: "succeeded", because: "query_proved" } as RefundOutcome;

const failing = (code: JournalErrorCode) =>
  new JournalError(code, { where: "there", happened: "it failed", advice: "Wait" });

test("a damaged record next to a refund does not keep it from the others", async () => {
  const store = await lost("a", "b", "c");
  const reconcile = async (key: string) => {
    if (key === "b") throw failing("unreadable_record");
    return settled;
  };
  const resumed = await resumeAll(() => store.open(), reconcile, {});
  expect(resumed.map(({ key, outcome }) => [key, outcome.status])).toEqual([
    ["a", "succeeded"],
    ["b", "unknown"],
    ["c", "succeeded"],
  ]);
  expect(resumed[1]?.outcome).toMatchObject({ message: expect.stringContaining("it failed") });
});

test("if the journal fails, no other is started, and it rejects when those that run have ended", async () => {
  const store = await lost("a", "b", "c");
  const started: string[] = [];
  let release: (outcome: RefundOutcome) => void = () => {};
  const held = new Promise<RefundOutcome>((resolve) => {
    release = resolve;
  });
  const reconcile = async (key: string) => {
    started.push(key);
    if (key === "a") throw failing("unavailable");
    return held;
  };
  let isOver = false;
  const resuming = resumeAll(() => store.open(), reconcile, { concurrency: 2 }).finally(() => {
    isOver = true;
  });
  resuming.catch(() => {});
  await new Promise((wake) => setTimeout(wake, 20));
  expect({ started, isOver }).toEqual({ started: ["a", "b"], isOver: false });
  release(settled);
  await expect(resuming).rejects.toMatchObject({ code: "unavailable" });
  expect(started).toEqual(["a", "b"]);
});

test("once its signal aborts, no other is started, and what is being asked is not broken off", async () => {
  const store = await lost("a", "b");
  const stop = new AbortController();
  const given: unknown[] = [];
  const reconcile = async (_: string, options: undefined) => {
    given.push(options);
    stop.abort();
    return settled;
  };
  const resumed = await resumeAll(() => store.open(), reconcile, {
    concurrency: 1,
    signal: stop.signal,
  });
  expect(resumed).toMatchObject([{ key: "a", outcome: { status: "succeeded" } }]);
  expect(given).toEqual([undefined]);
});
