import { expect } from "vitest";

/** Milliseconds of this thread's own work, so that a busy machine does not count. */
function workOf(act: () => void): number {
  const { user, system } = process.threadCpuUsage();
  act();
  const after = process.threadCpuUsage();
  return (after.user - user + after.system - system) / 1000;
}

/** Tries up to three times: collecting the garbage of other tests in this thread is not the act's own work. */
export function expectWorkBelow(ms: number, act: () => void): void {
  const works: number[] = [];
  while (works.length < 3 && !works.some((work) => work < ms)) works.push(workOf(act));
  expect(Math.min(...works)).toBeLessThan(ms);
}
