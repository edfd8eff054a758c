import { run } from "@refunds/published/command";

/** Installing and building everything takes longer than a check may. */
const timeout = 600_000;

/** Runs a command to its end and gives what it printed. @throws where it fails, with the command and all it said */
export async function mustRun(
  command: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<string> {
  const { ok, stdout, output } = await run(command, cwd, env, timeout);
  if (!ok) throw new Error(`${command.join(" ")} failed in ${cwd}:\n${output.trim()}`);
  return stdout;
}
