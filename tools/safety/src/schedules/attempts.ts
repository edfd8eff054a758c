/** What happened at the provider in the attempts of a key. */
import type { SandboxRequest } from "@refunds/sandbox";
import { type Truth, truthOf } from "../processes/truth.ts";
import type { TrackedRefund } from "./tracked-refund.ts";

type Requests = readonly SandboxRequest[];

/** What happened in each of its attempts, or in those before the n-th. */
export const attemptsOf = (
  tracked: TrackedRefund,
  requests: Requests,
  before = tracked.freed + 1,
): Truth[] =>
  Array.from({ length: before }, (_, at) => {
    const truth = truthOf(`${tracked.request.key}#${at}`, requests);
    // One refund failed, and another one of the attempt stands.
    if (!tracked.failed || at > 0) return truth;
    return { ...truth, moved: truth.moved - 1, pending: Math.max(0, truth.pending - 1) };
  });

/** What happened in all of its attempts. */
export function truthOfAll(tracked: TrackedRefund, requests: Requests): Truth {
  const all = attemptsOf(tracked, requests);
  const pending = all.slice(tracked.through).reduce((sum, one) => sum + one.pending, 0);
  const { reversed, finished } = tracked;
  const failed = tracked.failed && !tracked.failureKnown && tracked.freed === 0;
  const known = { moved: movedIn(all), pending, reversed, finished, failed };
  return { ...(all.at(-1) as Truth), ...known };
}

/** How often money moved. */
export const movedIn = (truths: readonly Truth[]): number =>
  truths.reduce((sum, one) => sum + one.moved, 0);
