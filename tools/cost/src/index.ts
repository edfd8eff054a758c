/** What one command costs, as a multiple of another: in processor seconds, which do not count waiting for other work. */
import { execFile } from "node:child_process";

/** Node's arguments: its flags, the program, the program's own. */
export type Command = readonly string[];

export interface Compared {
  /** The cheapest run of each, in processor seconds. */
  readonly ours: number;
  readonly theirs: number;
  /** The middle one of the rounds' ratios. */
  readonly ratio: number;
}

/**
 * Runs both by turns. A machine with other work slows for seconds at a time, and both runs of a round alike, so a round's
 * ratio says more than the cheapest run of each, and the middle one of several more than any.
 *
 * @param before done before each run of ours, and not counted
 * @throws what a command printed, where it failed
 */
export async function compareCosts(
  ours: Command,
  theirs: Command,
  rounds: number,
  before = async () => {},
): Promise<Compared> {
  const round = async () => {
    await before();
    return { ours: await costOf(ours), theirs: await costOf(theirs) };
  };
  // Fills caches.
  await round();
  const runs: Awaited<ReturnType<typeof round>>[] = [];
  while (runs.length < rounds) runs.push(await round());
  const ratios = runs.map((run) => run.ours / run.theirs).sort((a, b) => a - b);
  return {
    ours: Math.min(...runs.map((run) => run.ours)),
    theirs: Math.min(...runs.map((run) => run.theirs)),
    ratio: ratios[Math.floor(ratios.length / 2)] ?? Number.NaN,
  };
}

/** User and system time of a command and of everything it starts: only a shell's `time` counts both. */
const costOf = (command: Command) =>
  new Promise<number>((resolve, reject) => {
    const script = 'TIMEFORMAT="cpu %U %S"; time "$@" >/dev/null';
    execFile("bash", ["-c", script, "bash", process.execPath, ...command], (error, _, printed) => {
      const [, user, system] = /cpu ([\d.]+) ([\d.]+)\s*$/.exec(printed) ?? [];
      if (error) reject(new Error(`${command.join(" ")} failed:\n${printed}`));
      else resolve(Number(user) + Number(system));
    });
  });
