import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { CallResult } from "./call-result.ts";
import type { OwnRefund } from "./own-client.ts";

/** How a caller refunds, and the port of the fault server. */
export interface AttemptOptions {
  readonly port: number;
  /** 2: after the fault, the caller calls once more. */
  readonly calls: 1 | 2;
  readonly key?: string | undefined;
  readonly timeoutMs?: number | undefined;
}

/** Refunds as one caller, and returns the result of the last call. Rejects if the drill itself fails. */
export type Attempt = (ask: AttemptOptions) => Promise<CallResult>;

/** The client that a process refunds with: a published SDK by its drill, or a provider of this repo. */
export type ClientSource = { readonly drill: string; readonly folder: string } | OwnRefund;

/** The argument of a child process, as JSON. */
export interface Job extends AttemptOptions {
  readonly with: ClientSource;
}

/** The messages of a child process, in this order. */
export type ChildMessage =
  | { readonly ready: true }
  | { readonly callResult: CallResult }
  | { readonly broken: string };

/** After this time, a call counts as one that never settles. */
export const patienceMs = 15_000;
/** Long enough to load an SDK on a busy machine. */
const loadingMs = 60_000;

const program = fileURLToPath(import.meta.resolve("./child/main.ts"));

/** Refunds in a child process, which is killed after it has sent its result, or after a timeout. */
export function attemptInChild(subject: ClientSource): Attempt {
  return (ask) =>
    new Promise((resolve, reject) => {
      const job: Job = { ...ask, with: subject };
      const child = fork(program, [JSON.stringify(job)], {
        execArgv: ["--conditions=refunds-source"],
        // All connections go to the fault server, whose certificate is self-signed.
        env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: "0", NODE_NO_WARNINGS: "1" },
        stdio: ["ignore", "ignore", "pipe", "ipc"],
      });
      let stderr = "";
      child.stderr?.setEncoding("utf8").on("data", (text: string) => {
        stderr += text;
      });
      const broken = (why: string) => reject(new Error(`${why}\n${stderr}`.trim()));
      let timer = setTimeout(() => end(() => broken("The client did not load in time")), loadingMs);
      let ready = false;
      let over = false;
      function end(settle: () => void) {
        if (over) return;
        over = true;
        clearTimeout(timer);
        child.kill("SIGKILL");
        settle();
      }
      child.on("message", (report: ChildMessage) => {
        if ("broken" in report) return end(() => broken(report.broken));
        if ("callResult" in report) return end(() => resolve(report.callResult));
        ready = true;
        clearTimeout(timer);
        const because = `no result within ${patienceMs / 1000} s`;
        const late = () => end(() => resolve({ settled: "never", because }));
        timer = setTimeout(late, patienceMs * ask.calls);
      });
      child.on("error", (error) => end(() => broken(String(error))));
      child.on("exit", (code) =>
        end(() => {
          if (!ready) return broken(`The process exited with ${code} before it was ready`);
          resolve({ settled: "never", because: "the process exited without a result" });
        }),
      );
    });
}
