import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { CommandName, Commands, Message, Start } from "./messages.ts";

/** A process that refunds. */
export interface ShopProcess {
  /** The steps it has announced. If it was killed at a step, that is the last one. */
  readonly steps: readonly string[];
  /** Resolves with the signal that killed it, or null if it exited. */
  readonly ended: Promise<string | null>;
  /** Runs a command. Rejects if the process ends first, or with the name and message of the error in the process. */
  run<Name extends CommandName>(
    name: Name,
    given: Commands[Name]["with"],
  ): Promise<Commands[Name]["answer"]>;
  /** SIGKILL. */
  kill(): void;
  /** Lets it exit. */
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL("program.ts", import.meta.url));

/** A call that takes longer never ends. */
const longestMs = 60_000;

/** @param cache the folder of the compile cache */
export function startShop(start: Start, cache: string): ShopProcess {
  const flags = ["--conditions=refunds-source", "--disable-warning=ExperimentalWarning"];
  const child = spawn(process.execPath, [...flags, program, JSON.stringify(start)], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  const steps: string[] = [];
  const waiting = new Map<number, (message: Message & { readonly id: number }) => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    const message: Message = JSON.parse(line);
    if ("step" in message) steps.push(message.step);
    else waiting.get(message.id)?.(message);
  });
  // A command to a dead process is lost.
  child.stdin.on("error", () => {});
  const ended = once(child, "close").then(([, signal]) => signal as string | null);
  let commands = 0;
  return {
    steps,
    ended,
    async run(name, given) {
      const id = ++commands;
      const answered = new Promise<Message>((resolve) => waiting.set(id, resolve));
      child.stdin.write(`${JSON.stringify({ id, do: name, with: given })}\n`);
      const message = await within(Promise.race([answered, ended.then(() => undefined)]), name);
      waiting.delete(id);
      if (!message) throw new ProcessEnded(`the process ended before it answered ${name}`);
      if ("error" in message) throw new Error(message.error);
      return (message as { readonly answer: unknown }).answer as never;
    },
    kill: () => void child.kill("SIGKILL"),
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

/** The process ended during a call. */
export class ProcessEnded extends Error {}

async function within<T>(promise: Promise<T>, name: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer to ${name} within ${longestMs / 1000} s`));
    }, longestMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
