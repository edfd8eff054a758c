import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface CommandResult {
  readonly ok: boolean;
  readonly stdout: string;
  /** Everything that the command printed, for error messages. */
  readonly output: string;
}

/**
 * Runs a command. Never rejects: a command that cannot start counts as failed.
 * @param env - added to the environment of this process; `undefined` removes a variable
 * @param timeout - in milliseconds; by default longer than any command of a check needs on a slow machine
 */
export function run(
  [command = "", ...args]: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>> = {},
  timeout = 120_000,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      timeout,
    });
    let stdout = "";
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.on("error", (error) => resolve({ ok: false, stdout, output: String(error) }));
    child.on("close", (code, signal) => {
      const ended = signal ? `${output}\nkilled by ${signal} (timeout: ${timeout} ms)` : output;
      resolve({ ok: code === 0, stdout, output: ended });
    });
  });
}

/**
 * The command that starts a dependency's binary. Starts a script with this Node.
 * @param manifest - the URL of the dependency's package.json, from `import.meta.resolve`
 */
export function binary(manifest: string, name: string): string[] {
  const { bin } = JSON.parse(readFileSync(new URL(manifest), "utf8"));
  const path = join(fileURLToPath(manifest), "..", typeof bin === "string" ? bin : bin[name]);
  const isScript = readFileSync(path).subarray(0, 2).toString() === "#!";
  return isScript ? [process.execPath, path] : [path];
}
