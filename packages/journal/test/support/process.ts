import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export interface Started {
  /** Resolves once the process has printed this text; rejects where it ends without. */
  printed(text: string): Promise<void>;
  /** Everything it printed, once it has ended. */
  readonly ended: Promise<string>;
  say(text: string): void;
  kill(): void;
}

/** Starts a program in a process of its own, which does not outlive the test. */
export function start(program: URL, ...args: readonly string[]): Started {
  const path = fileURLToPath(program);
  const options = ["--conditions=refunds-source", "--disable-warning=ExperimentalWarning"];
  const child = spawn(process.execPath, [...options, path, ...args], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const kill = () => void child.kill("SIGKILL");
  onTestFinished(kill);
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const ended = new Promise<string>((resolve) => child.on("close", () => resolve(output)));
  return {
    ended,
    kill,
    say: (text) => void child.stdin.write(text),
    printed: (text) =>
      new Promise((resolve, reject) => {
        const look = () => output.includes(text) && resolve();
        child.stdout.on("data", look);
        look();
        void ended.then(() =>
          reject(new Error(`the process ended without ${text}, saying ${output}`)),
        );
      }),
  };
}

export const run = (program: URL, ...args: readonly string[]): Promise<string> =>
  start(program, ...args).ended;
