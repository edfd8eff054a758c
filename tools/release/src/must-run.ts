import { run } from "./published/command.ts";

/** Long enough to install and build everything. */
const timeout = 600_000;

/** Runs a command and returns its stdout. @throws {Error} with the command and its output, if it fails */
export async function mustRun(
  command: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<string> {
  const { ok, stdout, output } = await run(command, cwd, env, timeout);
  if (!ok) throw new Error(`${command.join(" ")} failed in ${cwd}:\n${output.trim()}`);
  return stdout;
}
