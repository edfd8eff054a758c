/** A short `pnpm safety rows`, in which a worker is killed and Postgres crashes. */
import { expect, test } from "vitest";
import { memoryLimit } from "../../src/rows/command.ts";
import { runRows } from "../../src/rows/run-rows.ts";

test("with a killed worker and a crash of Postgres, each row is sent once and reported truly", async () => {
  const said: string[] = [];
  const run = await runRows({
    rows: 160,
    workers: 2,
    accounts: 2,
    concurrency: 4,
    timeoutMs: 1000,
    killEvery: 0.3,
    mostKills: 1,
    crashes: 1,
    say: (text) => said.push(text),
  });
  expect(run.violations).toEqual([]);
  expect(run.kills).toBe(1);
  expect(said.filter((text) => text.startsWith("Postgres crashes"))).toHaveLength(1);
  expect(run.outcomes.get("succeeded")).toBeGreaterThan(130);
  expect([...run.outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(160);
  expect(run.mostMemory).toBeLessThan(memoryLimit);
});
