import { crashTable } from "./crashes/crash-report.ts";
import { type Crash, runCrashes } from "./crashes/run-crashes.ts";
import { openJournals } from "./processes/journals.ts";
import { type JournalDefect, journalDefects } from "./processes/shop/journal-defects.ts";
import { violationKinds } from "./processes/truth.ts";
import { createProgress, type Progress } from "./progress.ts";
import { raceTable } from "./races/race-report.ts";
import { type RaceRun, runRaces } from "./races/run-races.ts";

export interface ProcessesOptions {
  /** Of the races' plans. */
  readonly seed: number;
  /** Races with each journal. */
  readonly rounds: number;
  /** Every n-th crash only. */
  readonly every: number;
  /** What is broken on purpose. */
  readonly defect?: JournalDefect;
}

/** `pnpm safety processes`: real processes that are killed, and that race, with real journals. False where anything went wrong. */
export async function processesCommand(options: ProcessesOptions): Promise<boolean> {
  const { seed, rounds, every, defect } = options;
  if (defect) console.log(`Broken on purpose: ${journalDefects[defect]}.\n`);
  const startedAt = performance.now();
  const journals = await openJournals();
  const common = { journals, ...(defect && { defect }) };
  try {
    const isChosen = (_: unknown, at: number) => at % every === 0;
    const chosen = { scenes: isChosen, steps: isChosen };
    console.log("Processes that are killed with SIGKILL, and what the next one is told");
    const killed = await shown((onProgress) => runCrashes({ ...common, ...chosen, onProgress }));
    console.log(`${crashTable(killed)}\n\nThree processes that race, seed ${seed}`);
    const runs = await shown((onProgress) => runRaces({ ...common, seed, rounds, onProgress }));
    console.log(raceTable(runs));
    const { crashes } = killed;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
    console.log(`\n${summary(crashes, runs)} in ${seconds} s.`);
    const complaints = [...crashes.flatMap(ofCrash), ...runs.flatMap((run) => ofRace(run, seed))];
    if (complaints.length > 0) console.error(`\n${complaints.join("\n")}`);
    return complaints.length === 0;
  } finally {
    await journals.close();
  }
}

/** Runs something long, and shows on standard error how far it is. */
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
  return `${crashes.length} processes killed, ${runs.length} races, ${moved} refunds moved money; ${counts.join(", ")};`;
}

const ofCrash = ({ store, provider, reply, point, violations }: Crash) =>
  violations.map(
    ({ kind, text }) => `${kind}: ${text} (${provider}, ${reply}, ${store}; killed: ${point})`,
  );

const ofRace = ({ store, provider, race, round, violations }: RaceRun, seed: number) =>
  violations.map(
    ({ kind, text }) =>
      `${kind}: ${text} (${race}, ${provider}, ${store}; seed ${seed}, round ${round})`,
  );
