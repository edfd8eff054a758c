import type { CallResult } from "./call-result.ts";
import { callerKey } from "./drill.ts";
import { type Certificate, startFaultServer } from "./fault-server.ts";
import { idempotencyKeyOf } from "./idempotency-key.ts";
import { judge, type Verdict } from "./rule.ts";
import { controlNames, lostReplyNames, type Scenario } from "./scenario.ts";
import type { Subject } from "./subject.ts";

/** One caller's refund under one scenario. */
export interface Run {
  readonly scenario: Scenario;
  /** 2: after the fault, the caller called once more. */
  readonly calls: 1 | 2;
  /** Set if the SDK's default timeout was longer than `patienceMs`. */
  readonly timeoutMs?: number;
  /** Whether the caller passed an optional idempotency key. */
  readonly gaveKey: boolean;
  /** The idempotency key of each refund request that arrived. */
  readonly posts: readonly (string | null)[];
  /** The result of the last call. */
  readonly callResult: CallResult;
}

export interface Result {
  readonly subject: Omit<Subject, "attempt" | "provider">;
  readonly runs: readonly Run[];
  readonly verdict: Verdict;
}

/** For SDKs whose default timeout is longer than `patienceMs`. Long enough to send a request on a busy machine, and short enough for three attempts. */
export const shortTimeoutMs = 3000;

/** The maximum number of runs of one subject, to show progress. */
export const runsOf = ({ keyOption }: Subject): number =>
  controlNames.length * 2 + lostReplyNames.length + (keyOption ? 2 : 1);

/** Runs every scenario with one subject. Rejects if its drill fails, because then no verdict is possible. */
export async function runScenarios(
  subject: Subject,
  { certificate, onRun }: { certificate?: Certificate | undefined; onRun: (run: Run) => void },
): Promise<Result> {
  const runs: Run[] = [];

  async function once(
    scenario: Scenario,
    {
      calls = 1,
      gaveKey = false,
      timeoutMs,
    }: Partial<Pick<Run, "calls" | "gaveKey" | "timeoutMs">> = {},
  ): Promise<Run> {
    const server = await startFaultServer(scenario, subject.provider(), certificate);
    let callResult: CallResult;
    try {
      const key = gaveKey ? callerKey : undefined;
      callResult = await subject.attempt({ port: server.port, calls, key, timeoutMs });
    } finally {
      await server.close();
    }
    const posts = server.refunds.map((request) => idempotencyKeyOf(request) ?? null);
    return { scenario, calls, gaveKey, ...(timeoutMs && { timeoutMs }), posts, callResult };
  }
  async function keep(run: Promise<Run>): Promise<Run> {
    runs.push(await run);
    onRun(await run);
    return run;
  }
  async function runWithTimeout(scenario: Scenario): Promise<Run> {
    let run = await once(scenario);
    if (run.callResult.settled === "never" && subject.timeoutOption) {
      run = await once(scenario, { timeoutMs: shortTimeoutMs });
    }
    if (run.posts.length > 0) return run;
    throw new Error(`no refund arrived in the scenario ${scenario}`);
  }

  const twice = async (scenario: Scenario) => {
    const [first, second] = [await keep(once(scenario)), await keep(once(scenario))];
    return [first.callResult, second.callResult] as const;
  };
  const controls = {
    answered: await twice("answered"),
    declined: await twice("declined"),
    refused: await twice("refused"),
  };
  checkControls(runs);
  const lost = [];
  for (const name of lostReplyNames) {
    lost.push([name, (await keep(runWithTimeout(name))).callResult] as const);
  }
  await keep(once("reset", { calls: 2 }));
  if (subject.keyOption) await keep(once("reset", { calls: 2, gaveKey: true }));
  const verdict = judge({ lost: Object.fromEntries(lost) as never, controls });
  const { attempt: _, provider: __, ...publicSubject } = subject;
  return { subject: publicSubject, runs, verdict };
}

/** Checks that the drill refunds without faults. Otherwise its results with faults would mean nothing. */
function checkControls(runs: readonly Run[]): void {
  for (const { scenario, posts, callResult } of runs) {
    const expected = scenario === "refused" ? 0 : 1;
    const isExpectedResult =
      scenario === "answered" ? callResult.settled === "resolved" : "facts" in callResult;
    if (posts.length === expected && isExpectedResult) continue;
    throw new Error(
      `the drill fails in the scenario ${scenario}: ${posts.length} refunds arrived ` +
        `(${expected} expected), and the caller got ${JSON.stringify(callResult)}`,
    );
  }
}
