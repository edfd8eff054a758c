import { crashTable } from "./crashes/crash-report.ts";
import { type Crash, runCrashes } from "./crashes/run-crashes.ts";
import { openJournals } from "./processes/journals.ts";
import { type JournalDefect, journalDefects } from "./processes/shop/journal-defects.ts";
import { violationKinds } from "./processes/truth.ts";
import { createProgress, type Progress } from "./progress.ts";
import { raceTable } from "./races/race-report.ts";
import { type RaceRun, runRaces } from "./races/run-races.ts";

export interface ProcessesOptions {
  /** The seed of the races. */
  readonly seed: number;
  /** The number of races with each journal. */
  readonly rounds: number;
  /** Test only every n-th crash. */
  readonly every: number;
  /** A defect to insert, to check that the run finds it. */
  readonly defect?: JournalDefect;
}

/** `pnpm safety processes`: kills real processes, and lets them race, with real journals. Resolves with false if a rule was broken. */
export async function processesCommand(options: ProcessesOptions): Promise<boolean> {
  const { seed, rounds, every, defect } = options;
  if (defect) console.log(`Defect: ${journalDefects[defect]}.\n`);
  const startedAt = performance.now();
  const journals = await openJournals();
  const common = { journals, ...(defect && { defect }) };
  try {
    const isChosen = (_: unknown, at: number) => at % every === 0;
    const chosen = { scenes: isChosen, steps: isChosen };
    console.log("Processes killed with SIGKILL, and the outcome that the next process reports");
    const killed = await shown((onProgress) => runCrashes({ ...common, ...chosen, onProgress }));
    console.log(`${crashTable(killed)}\n\nRaces between three processes, seed ${seed}`);
    const runs = await shown((onProgress) => runRaces({ ...common, seed, rounds, onProgress }));
    console.log(raceTable(runs));
    const { crashes } = killed;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
    console.log(`\n${summary(crashes, runs)} in ${seconds} s.`);
    const messages = [...crashes.flatMap(ofCrash), ...runs.flatMap((run) => ofRace(run, seed))];
    if (messages.length > 0) console.error(`\n${messages.join("\n")}`);
    return messages.length === 0;
  } finally {
    await journals.close();
  }
}

/** Runs something long and shows its progress on standard error. */
async function shown<T>(
  run: (onProgress: (done: number, of: number) => void) => Promise<T>,
): Promise<T> {
  let progress: Progress | undefined;
  try {
    return await run((done, of) => {
      progress ??= createProgress(of);
      progress.show(done);
    });
  } finally {
    progress?.end();
  }
}

function summary(crashes: readonly Crash[], runs: readonly RaceRun[]): string {
  const found = [...crashes, ...runs].flatMap(({ violations }) => violations);
  const moved = [...crashes, ...runs].reduce((sum, each) => sum + each.moved, 0);
  const counts = violationKinds.map((kind) => {
    return `${kind}: ${found.filter((each) => each.kind === kind).length}`;
  });
  return `${crashes.length} processes killed, ${runs.length} races, ${moved} refunds moved money;\n${counts.join(", ")};`;
}

const ofCrash = ({ store, provider, reply, point, violations }: Crash) =>
  violations.map(
    ({ kind, text }) => `${kind}: ${text} (${provider}, ${reply}, ${store}; killed at: ${point})`,
  );

const ofRace = ({ store, provider, race, round, violations }: RaceRun, seed: number) =>
  violations.map(
    ({ kind, text }) =>
      `${kind}: ${text} (${race}, ${provider}, ${store}; seed ${seed}, round ${round})`,
  );
