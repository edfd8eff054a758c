/** Prints the end of each failed task's log, after a red gate. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What `turbo run --summarize` writes. */
interface Summary {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly logFile: string;
    /** Absent if the task was not run. */
    readonly execution?: { readonly exitCode: number };
  }[];
}

const mostLines = 80;

const root = join(import.meta.dirname, "../../..");
const folder = join(root, ".turbo/runs");

for (const { taskId, logFile } of failed()) {
  console.error(`\n━━ ${taskId} failed. The end of ${logFile}:\n`);
  console.error(readFileSync(join(root, logFile), "utf8").split("\n").slice(-mostLines).join("\n"));
}
rmSync(folder, { recursive: true, force: true });

function failed() {
  // Their names begin with the time.
  const newest = existsSync(folder) ? readdirSync(folder).sort().at(-1) : undefined;
  if (!newest) return [];
  const { tasks }: Summary = JSON.parse(readFileSync(join(folder, newest), "utf8"));
  return tasks.filter(({ execution }) => execution !== undefined && execution.exitCode !== 0);
}
