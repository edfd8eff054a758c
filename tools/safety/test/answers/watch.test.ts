import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { runWatched } from "../../src/answers/watch.ts";

const worker = (name: string) => new URL(`./fixtures/${name}-worker.ts`, import.meta.url);

test("stops and names a run that blocks its thread", async () => {
  const run = runWatched({ runs: 10, seed: 7, stuckAfterMs: 1500, worker: worker("stuck") });
  await expect(run).rejects.toThrow(
    "The run is stuck in run 3: run it again with --seed 7 --path 2",
  );
});

test("stops and names a run that leaks", async () => {
  const run = runWatched({ runs: 10, seed: 7, worker: worker("leaking") });
  await expect(run).rejects.toThrow(/memory.* in run 5: run it again with --seed 7 --path 4/);
});

test("finds an unhandled rejection", async () => {
  const { failure } = await runWatched({ runs: 10, seed: 7, worker: worker("rejecting") });
  expect(failure?.problem).toMatch(/^an unhandled rejection.*: Error: not handled$/);
});

const main = new URL("../../src/main.ts", import.meta.url).pathname;
const safety = (...options: string[]) =>
  promisify(execFile)(process.execPath, ["--conditions=refunds-source", main, ...options]);

test("the command reports its result", async () => {
  const { stdout } = await safety("answers", "--runs", "200", "--seed", "5");
  expect(stdout).toContain("Mutated answers: 200 runs, seed 5");
  expect(stdout).toContain("200 answers in ");
  expect(stdout).toContain("false outcomes, crashes, hangs: 0");
});

test.each([
  [
    ["answers", "--runs", "many"],
    /option '--runs <n>' argument 'many' is invalid. It must be an integer/,
  ],
  [["nonsense"], /too many arguments|unknown command/],
])("%s is refused", async (options, why) => {
  await expect(safety(...options)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(why),
  });
});
