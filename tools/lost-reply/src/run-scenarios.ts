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
  /** 2: the caller, having met the fault, called once more. */
  readonly calls: 1 | 2;
  /** Set where the SDK's own limit was longer than the drill's patience. */
  readonly timeoutMs?: number;
  /** Whether the caller gave an idempotency key that it need not have given. */
  readonly gaveKey: boolean;
  /** The refund requests that arrived, by the idempotency key each carried. */
  readonly posts: readonly (string | null)[];
  /** What the last call gave its caller. */
  readonly callResult: CallResult;
}

export interface Result {
  readonly subject: Omit<Subject, "attempt" | "provider">;
  readonly runs: readonly Run[];
  readonly verdict: Verdict;
}

/** Set where an SDK by itself waits for longer than the drill does: long enough to send on a busy machine, and thrice within its patience. */
export const shortTimeoutMs = 3000;

/** How often one subject is run at most: for telling how far it is. */
export const runsOf = ({ keyOption }: Subject): number =>
  controlNames.length * 2 + lostReplyNames.length + (keyOption ? 2 : 1);

/** One subject through every scenario. Rejects where its drill is broken: no verdict is worth anything then. */
export async function runScenarios(
  subject: Subject,
  { certificate, ran }: { certificate?: Certificate | undefined; ran: (run: Run) => void },
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
    ran(await run);
    return run;
  }
  async function runWithTimeout(scenario: Scenario): Promise<Run> {
    let run = await once(scenario);
    if (run.callResult.settled === "never" && subject.timeoutOption) {
      run = await once(scenario, { timeoutMs: shortTimeoutMs });
    }
    if (run.posts.length > 0) return run;
    throw new Error(`no refund arrived at the provider that should lose the reply (${scenario})`);
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
  const { attempt: _, provider: __, ...told } = subject;
  return { subject: told, runs, verdict };
}

/** A drill that does not refund when all goes well shows nothing when it does not. */
function checkControls(runs: readonly Run[]): void {
  for (const { scenario, posts, callResult } of runs) {
    const expected = scenario === "refused" ? 0 : 1;
    const right =
      scenario === "answered" ? callResult.settled === "resolved" : "facts" in callResult;
    if (posts.length === expected && right) continue;
    throw new Error(
      `the drill is broken: with the provider that ${scenario} it, ${posts.length} refunds arrived ` +
        `(${expected} expected), and the caller got ${JSON.stringify(callResult)}`,
    );
  }
}
