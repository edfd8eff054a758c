import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { CallResult } from "./call-result.ts";

/** How often, with which key and within which time a caller refunds, and on which port the fault server is. */
export interface AttemptOptions {
  readonly port: number;
  /** 2: the caller, having met the fault, calls once more. */
  readonly calls: 1 | 2;
  readonly key?: string | undefined;
  readonly timeoutMs?: number | undefined;
}

/** One caller, and what the last of its calls gave it. Rejects where the drill itself is broken. */
export type Attempt = (ask: AttemptOptions) => Promise<CallResult>;

/** What a process refunds with: a published SDK by its drill, or a provider of this repo. */
export type ClientSource =
  | { readonly drill: string; readonly folder: string }
  | { readonly provider: string; readonly credentials: object; readonly request: object };

/** What a child process is told, as JSON. */
export interface Job extends AttemptOptions {
  readonly with: ClientSource;
}

/** What it tells, in this order. */
export type ChildMessage =
  | { readonly ready: true }
  | { readonly callResult: CallResult }
  | { readonly broken: string };

/** How long a call may take before it counts as one that never settles. */
export const patienceMs = 15_000;
/** To load an SDK on a busy machine. */
const loadingMs = 60_000;

const program = fileURLToPath(import.meta.resolve("./child/main.ts"));

/** Refunds in a process of its own, which is ended once it has told what came of it, or its time is over. */
export function attemptInChild(subject: ClientSource): Attempt {
  return (ask) =>
    new Promise((resolve, reject) => {
      const job: Job = { ...ask, with: subject };
      const child = fork(program, [JSON.stringify(job)], {
        execArgv: ["--conditions=refunds-source"],
        // Every connection leads to the fault server, whose certificate nobody has to trust.
        env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: "0", NODE_NO_WARNINGS: "1" },
        stdio: ["ignore", "ignore", "pipe", "ipc"],
      });
      let complaint = "";
      child.stderr?.setEncoding("utf8").on("data", (text: string) => {
        complaint += text;
      });
      const broken = (why: string) => reject(new Error(`${why}\n${complaint}`.trim()));
      let timer = setTimeout(() => end(() => broken("it did not load in time")), loadingMs);
      let ready = false;
      let over = false;
      function end(sendMessage: () => void) {
        if (over) return;
        over = true;
        clearTimeout(timer);
        child.kill("SIGKILL");
        sendMessage();
      }
      child.on("message", (report: ChildMessage) => {
        if ("broken" in report) return end(() => broken(report.broken));
        if ("callResult" in report) return end(() => resolve(report.callResult));
        ready = true;
        clearTimeout(timer);
        const because = `nothing came within ${patienceMs / 1000} s`;
        const late = () => end(() => resolve({ settled: "never", because }));
        timer = setTimeout(late, patienceMs * ask.calls);
      });
      child.on("error", (error) => end(() => broken(String(error))));
      child.on("exit", (code) =>
        end(() => {
          if (!ready) return broken(`its process ended with ${code} before it was ready`);
          resolve({ settled: "never", because: "its process had nothing left to wait for" });
        }),
      );
    });
}
