/** The run must find a client that breaks, hangs, lies or gives up, and say how to have it again. */
import { expect, test } from "vitest";
import { runAnswers } from "../../src/answers/run.ts";
import type { Client } from "../../src/answers/subject.ts";
import { subjectOf, withClient } from "./fixtures/defective-subject.ts";

type ReportedOutcome = Awaited<ReturnType<Client["refund"]>>;

interface How {
  readonly path?: string | undefined;
  readonly boundMs?: number;
}

/** A client of one provider, with its outcomes on their way to the caller led through `tell`. */
function run(
  tell: (
    outcome: ReportedOutcome,
    again: () => Promise<ReportedOutcome>,
  ) => Promise<ReportedOutcome>,
  { path, boundMs }: How = {},
) {
  const subject = subjectOf("yedpay");
  const open = withClient(subject, "succeeded", (options) => {
    const client = subject.open(options);
    return {
      refund: async (asked) => tell(await client.refund(asked), () => client.refund(asked)),
    };
  });
  return runAnswers([open], {
    runs: 5000,
    seed: 3,
    ...(boundMs !== undefined && { boundMs }),
    ...(path !== undefined && { path }),
  });
}

const unreadable = (outcome: ReportedOutcome) =>
  outcome.status === "unknown" && outcome.because === "unreadable_answer";

test("one that is as it should be", async () => {
  expect((await run(async (outcome) => outcome)).failure).toBeUndefined();
});

test("one that throws", async () => {
  const { failure } = await run(async (outcome) => {
    if (unreadable(outcome)) throw new TypeError("Unexpected token");
    return outcome;
  });
  expect(failure?.wrong).toBe("it threw: TypeError: Unexpected token");
  // As few changes as it takes.
  expect(failure?.changes).toHaveLength(1);
});

test("one that sends again what it cannot read", async () => {
  const { failure } = await run(async (outcome, again) =>
    unreadable(outcome) ? again() : outcome,
  );
  expect(failure?.wrong).toBe("it was sent 2 times");
});

test("one that never answers", async () => {
  const { failure } = await run(
    (outcome) => (unreadable(outcome) ? new Promise(() => {}) : Promise.resolve(outcome)),
    { boundMs: 1500 },
  );
  expect(failure?.wrong).toBe("the call never ended");
}, 60_000);

test("one that takes too long", async () => {
  const { failure } = await run(
    async (outcome) => {
      const until = performance.now() + 1600;
      while (unreadable(outcome) && performance.now() < until);
      return outcome;
    },
    { boundMs: 1500 },
  );
  expect(failure?.wrong).toMatch(/^the call took \d+ ms$/);
}, 60_000);

test("one that says not_sent of what has left", async () => {
  const { failure } = await run(async (outcome) =>
    unreadable(outcome)
      ? {
          provider: "yedpay",
          status: "not_sent",
          because: "not_connected",
          retryable: true,
          message: "",
          cause: { name: "", message: "" },
        }
      : outcome,
  );
  expect(failure?.wrong).toBe("false not_sent: the request had left");
});

/** Declines what cannot be read. */
const declining = async (outcome: ReportedOutcome): Promise<ReportedOutcome> =>
  unreadable(outcome)
    ? {
        provider: outcome.provider,
        status: "declined",
        because: "provider_answered",
        retryable: false,
        reason: "unspecified",
      }
    : outcome;

test("one that declines what it cannot read", async () => {
  const { failure } = await run(declining);
  expect(failure?.wrong).toBe("false declined");
});

test("one that believes the last of two fields with one name", async () => {
  const subject = subjectOf("yedpay");
  const believing = withClient(subject, "succeeded", (options) =>
    subject.open({
      ...options,
      async fetch(...call) {
        const answer = await options.fetch(...call);
        const { status, headers, redirected } = answer;
        if (redirected) return answer;
        const text = await answer.text();
        const lastOnes = () => JSON.stringify(JSON.parse(text));
        return new Response(/^\s*\{/.test(text) ? lastOnes() : text, { status, headers });
      },
    }),
  );
  const { failure } = await runAnswers([believing], { runs: 5000, seed: 3 });
  expect(failure?.wrong).toBe("false succeeded");
  expect(failure?.changes).toContain("field there twice");
});

test("one that has a person look at what cannot be read", async () => {
  const { failure } = await run(async (outcome) =>
    unreadable(outcome)
      ? ({ ...outcome, status: "needs_review", contradictions: [] } as unknown as ReportedOutcome)
      : outcome,
  );
  expect(failure?.wrong).toContain("it was read, though");
});

test("one that gives up a yes for white space", async () => {
  const { failure } = await run(async (outcome) =>
    outcome.status === "succeeded" && /^\s|\s$/.test(outcome.raw.body)
      ? { ...outcome, status: "unknown", because: "undocumented_answer", message: "" }
      : outcome,
  );
  expect(failure?.wrong).toBe("succeeded became unknown, though the answer says the same");
});

test("what is printed has the failure again, at once", async () => {
  const { failure } = await run(declining);
  const again = await run(declining, { path: failure?.path });
  expect(again.failure).toEqual(failure);
  expect(again.tally.outcomes.get("yedpay refund")?.get("succeeded")).toBeUndefined();
});

test("documented answers that are misread as they are stop the run before it starts", async () => {
  await expect(
    run(async (outcome) => ({ ...outcome, status: "failed" }) as unknown as ReportedOutcome),
  ).rejects.toThrow('as it is documented: "failed" is no outcome');
});
