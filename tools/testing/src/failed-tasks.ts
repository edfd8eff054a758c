/** Prints the end of each failed task's log, after a red gate. Takes the folder of the repository, for its test. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What `turbo run --summarize` writes. */
interface Summary {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly logFile: string;
    /** Absent if the task was not run; without an exit code if it was killed. */
    readonly execution?: { readonly exitCode: number | null } | null;
  }[];
}

const mostLines = 80;

const root = process.argv[2] ?? join(import.meta.dirname, "../../..");
const folder = join(root, ".turbo/runs");

for (const { taskId, logFile } of failed()) {
  const log = join(root, logFile);
  if (existsSync(log)) {
    console.error(`\n━━ ${taskId} failed. The end of ${logFile}:\n`);
    console.error(readFileSync(log, "utf8").split("\n").slice(-mostLines).join("\n"));
  } else {
    console.error(`\n━━ ${taskId} failed, and has no log.\n`);
  }
}
rmSync(folder, { recursive: true, force: true });

function failed() {
  // Their names begin with the time.
  const newest = existsSync(folder) ? readdirSync(folder).sort().at(-1) : undefined;
  if (!newest) return [];
  const { tasks }: Summary = JSON.parse(readFileSync(join(folder, newest), "utf8"));
  return tasks.filter(({ execution }) => (execution ?? { exitCode: 0 }).exitCode !== 0);
}
