import { expect } from "vitest";

/** Milliseconds of this thread's own work, so that waiting for a busy machine does not count. */
function workOf(act: () => void): number {
  const { user, system } = process.threadCpuUsage();
  act();
  const after = process.threadCpuUsage();
  return (after.user - user + after.system - system) / 1000;
}

const letters = "%41".repeat(2 ** 18);

/** Milliseconds of decoding 768 KiB of letters in a URL. On a machine that does nothing else it takes about 20. */
const decoding = () =>
  workOf(() => {
    letters.replace(/%../g, (each) => String.fromCharCode(Number.parseInt(each.slice(1), 16)));
  });

/**
 * Expects at most `ms` of work, or in proportion where decoding takes more than 20 ms at the same moment: processors that
 * share their caches and their heat make work itself slower. Tries up to ten times: noise only ever makes it slower, so the
 * best of several tries counts.
 */
export function expectWorkBelow(ms: number, act: () => void): void {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 10 && best >= ms; tries++) {
    const work = workOf(act);
    const pace = work < ms ? 1 : Math.max(1, decoding() / 20);
    best = Math.min(best, work / pace);
  }
  expect(best).toBeLessThan(ms);
}
