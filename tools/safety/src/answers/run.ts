/** Draws mutated answers, meets a client with each, and counts; stops at the first that goes wrong, made small. */
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
  /** One run of those, again: what a failure printed. */
  readonly path?: string;
  /** How long one call may take. Default 10,000. */
  readonly boundMs?: number;
  /** Called before each run with its number, from 1. */
  readonly onRun?: (run: number) => void;
}

/** A run that went wrong, with as few changes as it takes. */
export interface Failure {
  readonly wrong: string;
  /** What `path` takes to have it again. */
  readonly path: string;
  readonly provider: string;
  readonly answer: string;
  readonly changes: readonly string[];
  readonly http: number;
  readonly body: string;
}

/** Plain data, so that it can leave a worker. */
export interface Result {
  readonly runs: number;
  readonly seconds: number;
  readonly tally: Tally;
  readonly failure?: Failure;
}

/** How many runs share a look at what nobody handled. */
const batch = 256;

/** Rejects where a documented answer is already misread as it is: then there is nothing to mutate. */
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

  async function wrongIn(drawn: Case): Promise<string | undefined> {
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
    if (verdict) return known === undefined ? verdict.wrong : undefined;
    const same = before.get(answer);
    return changes.every(({ mutation }) => mutation.harmless) && status !== same
      ? `${same} became ${status}, though the answer says the same`
      : undefined;
  }

  const property = fc.asyncProperty(casesOf(subjects, before), async (drawn) => {
    run += 1;
    onRun?.(run);
    const wrong = await wrongIn(drawn);
    // Rejections that nobody handles are told once the microtasks are through.
    if (run % batch === 0 || run === runs) await new Promise(setImmediate);
    const unhandled = rejections.take();
    if (wrong ?? unhandled) throw new Error(wrong ?? unhandled);
  });
  const details = await fc
    .check(property, { numRuns: runs, seed, ...(path !== undefined && { path }) })
    .finally(rejections.stop);
  const seconds = (performance.now() - startedAt) / 1000;
  const result = { runs: details.numRuns, seconds, tally };
  if (!details.failed) return result;
  const [drawn] = details.counterexample ?? [];
  if (!drawn) throw new Error("fast-check failed and tells no example", { cause: details });
  const { http, bytes } = replyOf(drawn);
  const failure = {
    wrong: String((details.errorInstance as Error | undefined)?.message),
    path: details.counterexamplePath ?? "",
    provider: drawn.subject.provider,
    answer: `${drawn.answer.operation}: ${drawn.answer.name}`,
    changes: drawn.changes.map(({ mutation }) => mutation.name),
    http,
    body: new TextDecoder().decode(bytes),
  };
  return { ...result, failure };
}

/** The outcome of every documented answer as it is, which must be borne out like any other. */
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
        throw new Error(
          `${subject.provider}, "${answer.name}", as it is documented: ${verdict.wrong}`,
        );
      }
      outcomes.set(answer, (callResult !== "no end" && callResult.outcome?.status) || "");
    }
  }
  return outcomes;
}

function collectRejections() {
  const heard: string[] = [];
  const hear = (reason: unknown) =>
    heard.push(
      `a rejection that nobody handled, of this run or up to ${batch} before it: ${reason}`,
    );
  process.on("unhandledRejection", hear);
  return {
    take: () => heard.pop(),
    stop: () => {
      process.off("unhandledRejection", hear);
    },
  };
}
