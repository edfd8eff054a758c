/** Measures several subjects in one run, by turns, each in a process of its own: whatever else the machine does hits all of them. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Measured } from "./child.ts";
import { median } from "./statistics.ts";
import type { Places, SubjectOptions } from "./subjects/subject.ts";

export interface Series {
  readonly name: string;
  readonly cpuUs: readonly number[];
  readonly wallUs: readonly number[];
  /** Bytes that are allocated. */
  readonly bytes: number;
}

export interface Effort {
  readonly turns: number;
  /** How much of the CPU each turn of a subject takes, about. */
  readonly turnMs: number;
  /** How much of it each subject takes before it is measured, at least. */
  readonly warmUpMs: number;
}

const program = fileURLToPath(new URL("child.ts", import.meta.url));

/** @param progress gets what is being done */
export async function byTurns(
  subjects: readonly SubjectOptions[],
  places: (subject: SubjectOptions) => Places,
  { turns, turnMs, warmUpMs }: Effort,
  progress: (text: string) => void,
): Promise<Series[]> {
  const children: Child[] = [];
  try {
    for (const subject of subjects) {
      progress(`${subject.name}: warming up`);
      const child = await start(subject, places(subject), progress);
      children.push(child);
      await child.warmUp(warmUpMs, turnMs);
    }
    for (let turn = 0; turn < turns; turn++) {
      for (const child of [...children.slice(turn), ...children.slice(0, turn)]) {
        progress(`turn ${turn + 1} of ${turns}: ${child.name}`);
        child.measured.push(await child.run(child.calls));
      }
    }
  } finally {
    for (const { process } of children) process.kill();
  }
  return children.map(({ name, measured }) => ({
    name,
    cpuUs: measured.map(({ cpuUs }) => cpuUs),
    wallUs: measured.map(({ wallUs }) => wallUs),
    bytes: median(measured.map(({ bytes }) => bytes)),
  }));
}

interface Child {
  readonly name: string;
  readonly process: ChildProcess;
  readonly measured: Measured[];
  /** How many refunds a turn has. */
  calls: number;
  run(calls: number): Promise<Measured>;
  warmUp(leastMs: number, turnMs: number): Promise<void>;
}

async function start(
  subject: SubjectOptions,
  places: Places,
  progress: (text: string) => void,
): Promise<Child> {
  const args = [JSON.stringify(subject), JSON.stringify(places)];
  // What is published is measured, not the sources.
  const child = fork(program, args, { execArgv: [] });
  const ended = once(child, "exit").then(() => {
    throw new Error(`The process of ${subject.name} ended; the reason is printed above.`);
  });
  ended.catch(() => {});
  const isReady = new Promise<void>((resolve) => {
    child.on("message", (text) => {
      if (text === "ready") resolve();
      else if (typeof text === "string") progress(`${subject.name}: ${text}`);
    });
  });
  await Promise.race([isReady, ended]);
  // All refunds of a payment belong to one turn.
  const step = subject.perPayment ?? subject.atOnce ?? 1;
  const run = async (calls: number) => {
    child.send(calls);
    const [measured] = await Promise.race([once(child, "message"), ended]);
    return measured as Measured;
  };
  const self: Child = {
    name: subject.name,
    process: child,
    measured: [],
    calls: step,
    run,
    async warmUp(leastMs, turnMs) {
      let usedMs = 0;
      do {
        const { cpuUs } = await run(self.calls);
        usedMs += (cpuUs * self.calls) / 1000;
        self.calls = step * Math.max(1, Math.round((turnMs * 1000) / cpuUs / step));
      } while (usedMs < leastMs);
    },
  };
  return self;
}
