/** Draws mutated answers, gives each to a client, and counts the outcomes. Stops at the first failure and shrinks it. */
import fc from "fast-check";
import { type Caller, createCaller } from "./call.ts";
import { type Case, casesOf } from "./cases.ts";
import type { DocumentedAnswer } from "./documented-answer.ts";
import { mutate, type Reply } from "./mutation.ts";
import { mutationContextOf } from "./mutation-context.ts";
import type { Subject } from "./subject.ts";
import { add, countCall, emptyTally, type Tally } from "./tally.ts";
import { knownMisreading, verdictOn } from "./verdict.ts";

export interface RunOptions {
  readonly runs: number;
  readonly seed: number;
  /** The path of one answer, from the report of a failure. */
  readonly path?: string;
  /** The time limit of a call. Milliseconds, 10,000 by default. */
  readonly boundMs?: number;
  /** Called before each run with its number, from 1. */
  readonly onRun?: (run: number) => void;
}

/** A failed run with as few changes as possible. */
export interface Failure {
  readonly problem: string;
  /** Pass it as `path` to reproduce the failure. */
  readonly path: string;
  readonly provider: string;
  readonly answer: string;
  readonly changes: readonly string[];
  readonly http: number;
  readonly body: string;
}

/** Plain data, so that a worker can send it. */
export interface Result {
  readonly runs: number;
  readonly seconds: number;
  readonly tally: Tally;
  readonly failure?: Failure;
}

/** How many runs share one check for unhandled rejections. */
const batch = 256;

/** Rejects if an unchanged documented answer is already misread. */
export async function runAnswers(
  subjects: readonly Subject[],
  { runs, seed, path, boundMs = 10_000, onRun }: RunOptions,
): Promise<Result> {
  const startedAt = performance.now();
  const caller = createCaller(boundMs);
  const before = await outcomesOfUnchangedAnswers(subjects, caller);
  const contextOf = mutationContextOf(subjects);
  const tally = emptyTally();
  const rejections = collectRejections();
  let run = 0;

  const replyOf = ({ subject, answer, changes }: Case): Reply =>
    mutate(answer, changes, contextOf(subject, answer));

  async function problemIn(drawn: Case): Promise<string | undefined> {
    const { subject, answer, changes } = drawn;
    const reply = replyOf(drawn);
    const calledAt = performance.now();
    const callResult = await caller.call(subject, answer, reply);
    const ms = performance.now() - calledAt;
    const status = callResult === "no end" ? callResult : (callResult.outcome?.status ?? "threw");
    countCall(tally, subject, answer, changes, status, ms);
    const verdict = verdictOn(subject, answer, reply, callResult, ms, boundMs);
    const known = verdict && knownMisreading(subject, answer, reply, verdict);
    if (known !== undefined) add(tally.misread, subject.provider, known);
    if (verdict) return known === undefined ? verdict.problem : undefined;
    const same = before.get(answer);
    return changes.every(({ mutation }) => mutation.harmless) && status !== same
      ? `${same} became ${status}, although the answer means the same`
      : undefined;
  }

  const property = fc.asyncProperty(casesOf(subjects, before), async (drawn) => {
    run += 1;
    onRun?.(run);
    const problem = await problemIn(drawn);
    // Node reports unhandled rejections after all microtasks have run.
    if (run % batch === 0 || run === runs) await new Promise(setImmediate);
    const unhandled = rejections.take();
    if (problem ?? unhandled) throw new Error(problem ?? unhandled);
  });
  const details = await fc
    .check(property, { numRuns: runs, seed, ...(path !== undefined && { path }) })
    .finally(rejections.stop);
  const seconds = (performance.now() - startedAt) / 1000;
  const result = { runs: details.numRuns, seconds, tally };
  if (!details.failed) return result;
  const [drawn] = details.counterexample ?? [];
  if (!drawn) throw new Error("fast-check failed without a counterexample", { cause: details });
  return { ...result, failure: failureOf(drawn, replyOf(drawn), details) };
}

function failureOf(
  { subject, answer, changes }: Case,
  { http, bytes }: Reply,
  { errorInstance, counterexamplePath }: fc.RunDetails<[Case]>,
): Failure {
  return {
    problem: String((errorInstance as Error | undefined)?.message),
    path: counterexamplePath ?? "",
    provider: subject.provider,
    answer: `${answer.operation}: ${answer.name}`,
    changes: changes.map(({ mutation }) => mutation.name),
    http,
    body: new TextDecoder().decode(bytes),
  };
}

/** The outcome of every unchanged documented answer, which the answer must support. */
async function outcomesOfUnchangedAnswers(
  subjects: readonly Subject[],
  caller: Caller,
): Promise<Map<DocumentedAnswer, string>> {
  const outcomes = new Map<DocumentedAnswer, string>();
  for (const subject of subjects) {
    for (const answer of subject.answers) {
      const { http, headers, body } = answer;
      const reply = { http, headers, bytes: new TextEncoder().encode(body) };
      const callResult = await caller.call(subject, answer, reply);
      const verdict = verdictOn(subject, answer, reply, callResult, 0, 0);
      if (verdict) {
        throw new Error(`${subject.provider}, "${answer.name}", unchanged: ${verdict.problem}`);
      }
      outcomes.set(answer, (callResult !== "no end" && callResult.outcome?.status) || "");
    }
  }
  return outcomes;
}

function collectRejections() {
  const heard: string[] = [];
  const hear = (reason: unknown) =>
    heard.push(`an unhandled rejection of this run or of the ${batch} runs before it: ${reason}`);
  process.on("unhandledRejection", hear);
  return {
    take: () => heard.pop(),
    stop: () => {
      process.off("unhandledRejection", hear);
    },
  };
}
