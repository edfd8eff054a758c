/** Workers of the command line: started, killed, replaced and watched. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const entry = import.meta.resolve("@refunds/cli");

/** The executable is next to what the package exports, built or not. */
const command = fileURLToPath(entry.replace(/index(\.\w+)$/, "cli$1"));

export interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

/** Runs a command in the folder. Its last words are kept. */
export function runCli(folder: string, args: readonly string[]) {
  const child = spawn(process.execPath, ["--conditions=refunds-source", command, ...args], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-20_000);
  });
  const ended = once(child, "close").then(([code]): Ended => ({ code, stderr }));
  return { child, ended };
}

export interface Fleet {
  /** The most memory that a worker had, in MiB; 0 where it cannot be measured. */
  readonly mostMemory: number;
  /** The processor time of all workers, which does not depend on what else the machine does; 0 where it cannot be measured. */
  readonly cpuSeconds: number;
  readonly kills: number;
  /** Kills one with SIGKILL, and starts another one. */
  killOne(): void;
  /** Ctrl-C, and what each said then. */
  stop(): Promise<readonly Ended[]>;
}

export function startFleet(folder: string, workers: number, args: readonly string[]): Fleet {
  const running: ReturnType<typeof runCli>[] = [];
  const add = () => running.push(runCli(folder, ["worker", ...args]));
  for (let at = 0; at < workers; at++) add();
  let mostMemory = 0;
  let kills = 0;
  const cpu = new Map<ChildProcess, number>();
  const look = () => {
    for (const { child } of running) {
      mostMemory = Math.max(mostMemory, memoryOf(child));
      cpu.set(child, Math.max(cpu.get(child) ?? 0, cpuOf(child)));
    }
  };
  const watch = setInterval(look, 250);
  const killAll = () => {
    for (const { child } of running) child.kill("SIGKILL");
  };
  const end = () => process.exit(143);
  process.once("exit", killAll).once("SIGTERM", end);
  return {
    get mostMemory() {
      return mostMemory;
    },
    get cpuSeconds() {
      return [...cpu.values()].reduce((sum, seconds) => sum + seconds, 0);
    },
    get kills() {
      return kills;
    },
    killOne() {
      look();
      running.splice(kills % running.length, 1)[0]?.child.kill("SIGKILL");
      kills++;
      add();
    },
    async stop() {
      clearInterval(watch);
      for (const { child } of running) child.kill("SIGINT");
      const ended = await Promise.all(running.map((each) => each.ended));
      process.removeListener("exit", killAll).removeListener("SIGTERM", end);
      return ended;
    },
  };
}

/** Seconds. */
function cpuOf(child: ChildProcess): number {
  const [user, system] = procOf(child, "stat").split(") ").at(-1)?.split(" ").slice(11, 13) ?? [];
  // Linux counts in hundredths.
  return (Number(user ?? 0) + Number(system ?? 0)) / 100;
}

/** MiB that are resident. */
function memoryOf(child: ChildProcess): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(procOf(child, "status")) ?? [];
  return Number(kilobytes ?? 0) / 1024;
}

/** What Linux says of a process; nothing after its end, or on another system. */
function procOf({ pid }: ChildProcess, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}
