import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export interface Started {
  /** Resolves once the process has printed this text. Rejects if it ends first. */
  printed(text: string): Promise<void>;
  /** Resolves with the next printed line. Rejects if the process ends first. */
  line(): Promise<string>;
  /** Resolves with the whole output when the process has ended. */
  readonly ended: Promise<string>;
  say(text: string): void;
  kill(): void;
}

/** Starts a program in a new process, and kills it after the test. */
export const start = (program: URL, ...args: readonly string[]): Started =>
  startUnder([], program, ...args);

/** As `start()`, by a command that runs the command that follows it. */
export function startUnder(
  command: readonly string[],
  program: URL,
  ...args: readonly string[]
): Started {
  const path = fileURLToPath(program);
  const options = ["--conditions=refunds-source", "--disable-warning=ExperimentalWarning"];
  const [first = "", ...rest] = [...command, process.execPath, ...options, path, ...args];
  const child = spawn(first, rest, { stdio: ["pipe", "pipe", "inherit"] });
  const kill = () => void child.kill("SIGKILL");
  onTestFinished(kill);
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  let read = 0;
  const nextLine = () => {
    const end = output.indexOf("\n", read);
    if (end < 0) return undefined;
    const line = output.slice(read, end);
    read = end + 1;
    return line;
  };
  const ended = new Promise<string>((resolve) => child.on("close", () => resolve(output)));
  const until = <T>(look: () => T | undefined, what: string) =>
    new Promise<T>((resolve, reject) => {
      const tryOnce = () => {
        const found = look();
        if (found === undefined) return;
        child.stdout.off("data", tryOnce);
        resolve(found);
      };
      child.stdout.on("data", tryOnce);
      tryOnce();
      void ended.then(() =>
        reject(new Error(`the process ended before it printed ${what}. Output: ${output}`)),
      );
    });
  return {
    ended,
    kill,
    say: (text) => void child.stdin.write(text),
    printed: (text) => until(() => output.includes(text) || undefined, text).then(() => undefined),
    line: () => until(nextLine, "another line"),
  };
}

export const run = (program: URL, ...args: readonly string[]): Promise<string> =>
  start(program, ...args).ended;
