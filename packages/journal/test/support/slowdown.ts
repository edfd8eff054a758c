/**
 * How many times longer than alone this machine now takes for turns of the event loop that work for 5 ms: 1 where nothing
 * else runs. Bounds on time are multiplied by it. A test with such a bound also retries: noise only ever makes it slower,
 * so the best of several tries counts.
 */
export async function slowdown(): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 40; turn++) {
    const startedAt = performance.now();
    const { user, system } = process.threadCpuUsage();
    for (let worked = 0; worked < 5000; ) {
      const now = process.threadCpuUsage();
      worked = now.user - user + now.system - system;
    }
    times.push(performance.now() - startedAt);
    await new Promise((wake) => setImmediate(wake));
  }
  const most = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.9)] ?? 0;
  return Math.max(1, most / 5);
}
