/** After a red gate, the logs of what failed are printed. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

const program = join(import.meta.dirname, "../src/failed-tasks.ts");

test("each failed task's log is printed, also if another failed before it wrote one", () => {
  const root = mkdtempSync(join(tmpdir(), "refunds-failed-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const runs = join(root, ".turbo/runs");
  mkdirSync(runs, { recursive: true });
  const task = (taskId: string, execution?: object | null) => ({
    taskId,
    logFile: `${taskId}.log`,
    execution,
  });
  const tasks = [
    task("early", { exitCode: 1 }),
    task("late", { exitCode: 2 }),
    task("passed", { exitCode: 0 }),
    task("killed", { exitCode: null }),
    task("left-out", null),
    task("not-run"),
  ];
  writeFileSync(join(runs, "2.json"), JSON.stringify({ tasks }));
  writeFileSync(join(runs, "1.json"), "of an older run");
  for (const name of ["late", "passed"]) writeFileSync(join(root, `${name}.log`), `log of ${name}`);

  const { stderr, status } = spawnSync(process.execPath, [program, root], { encoding: "utf8" });
  expect(status, stderr).toBe(0);
  const names = [...stderr.matchAll(/━━ (\S+) failed/g)].map(([, name]) => name);
  expect(names).toEqual(["early", "late", "killed"]);
  expect(stderr).toContain("log of late");
  expect(existsSync(runs)).toBe(false);
});

test("every run of turbo in the gate leaves a summary for it", () => {
  const manifest = readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8");
  const runs = (JSON.parse(manifest).scripts.gate as string).split("&&");
  expect(runs.length).toBeGreaterThan(1);
  for (const run of runs) expect(run).toMatch(/ turbo run .* --summarize\b/);
});
