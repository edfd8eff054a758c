import { spawn } from "node:child_process";

export interface Ended {
  /** `undefined` where it was ended by a signal or never started. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** A page that takes longer to be fetched and compared is not going to be. */
const timeout = 180_000;

/** Runs a command to its end. Never rejects: what could not start has no code. */
export function run(
  [command = "", ...args]: readonly string[],
  { cwd, env, input = "" }: { cwd: string; env: NodeJS.ProcessEnv; input?: string },
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, timeout });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    // What does not read its input is not wrong for that.
    child.stdin.on("error", () => undefined).end(input);
    child.on("error", (error) => resolve({ code: undefined, stdout, stderr: String(error) }));
    child.on("close", (code) => resolve({ code: code ?? undefined, stdout, stderr }));
  });
}
