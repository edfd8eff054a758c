import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface CommandResult {
  readonly ok: boolean;
  readonly stdout: string;
  /** Everything it printed, for a message about a failure. */
  readonly output: string;
}

/**
 * Runs a command to its end. Never rejects: a command that cannot start is one that failed.
 * @param env - beside what this process has; `undefined` takes a variable away
 * @param timeout - milliseconds: longer than any command of a check takes on a slow machine; one that hangs is a failure
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
      const ended = signal ? `${output}\nended by ${signal} (after ${timeout} ms at most)` : output;
      resolve({ ok: code === 0, stdout, output: ended });
    });
  });
}

/**
 * The command that starts a dependency's binary; this Node in front where it is a script.
 * @param manifest - the URL of the dependency's package.json, from `import.meta.resolve`
 */
export function binary(manifest: string, name: string): string[] {
  const { bin } = JSON.parse(readFileSync(new URL(manifest), "utf8"));
  const path = join(fileURLToPath(manifest), "..", typeof bin === "string" ? bin : bin[name]);
  const isScript = readFileSync(path).subarray(0, 2).toString() === "#!";
  return isScript ? [process.execPath, path] : [path];
}
