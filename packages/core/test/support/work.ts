import { expect } from "vitest";

/** Milliseconds of this thread's own work, so that waiting for a busy machine does not count. */
function workOf(act: () => void): number {
  const { user, system } = process.threadCpuUsage();
  act();
  const after = process.threadCpuUsage();
  return (after.user - user + after.system - system) / 1000;
}

const letters = "%41".repeat(2 ** 18);

/** Milliseconds of decoding 768 KiB of letters in a URL: shows how fast this machine works at the moment. */
const decoding = () =>
  workOf(() => {
    letters.replace(/%../g, (each) => String.fromCharCode(Number.parseInt(each.slice(1), 16)));
  });

/**
 * Expects less than `ms` of work where decoding takes 40 ms or less, and in proportion more on a slower machine: 337 ms of
 * 150 where it takes 90. Tries up to ten times: noise only ever makes it slower, so the best of several tries counts.
 */
export function expectWorkBelow(ms: number, act: () => void): void {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 10 && best >= ms; tries++) {
    const work = workOf(act);
    const pace = work < ms ? 1 : Math.max(1, decoding() / 40);
    best = Math.min(best, work / pace);
  }
  expect(best).toBeLessThan(ms);
}
