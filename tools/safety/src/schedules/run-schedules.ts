/** Runs schedules in this process. The same seed draws the same schedules. */
import { createSandbox, type Sandbox } from "@refunds/sandbox";
import fc from "fast-check";
import type { Violation } from "../processes/truth.ts";
import { stopTime } from "./clock.ts";
import { type Model, schedulesOf } from "./commands.ts";
import type { ScheduleDefect } from "./defects.ts";
import { type FetchKind, fetches } from "./fetches.ts";
import { type JournalKind, openSharedJournals } from "./journals.ts";
import { loadAll } from "./load-all.ts";
import { count, emptyTally, type Tally } from "./tally.ts";
import { World } from "./world.ts";

export interface SchedulesOptions {
  readonly runs: number;
  readonly seed: number;
  /** The path of one schedule of the seed, from the report of a failure. */
  readonly path?: string;
  readonly defect?: ScheduleDefect;
  /** By default every provider. */
  readonly providers?: readonly string[];
  readonly postgresUrl: string;
  /** Whether to look for the smallest failing schedule. True by default. */
  readonly shrink?: boolean;
  /** Called after each schedule with the tally so far. */
  readonly onProgress?: (tally: Tally) => void;
}

export interface SchedulesResult {
  readonly tally: Tally;
  /** The smallest failing schedule, if one failed. */
  readonly failure?: { readonly seed: number; readonly path: string; readonly text: string };
}

/** Out of 100 schedules. Most run in memory: files and servers are slower, and the rules are the same. */
const shares: readonly (readonly [JournalKind, number])[] = [
  ["memory", 88],
  ["SQLite", 9],
  ["Postgres", 3],
];
const kinds = shares.flatMap(([kind, share]) => Array.from({ length: share }, () => kind));

/** Most callers have an unpatched `fetch`. */
const fetchKinds = (Object.keys(fetches) as FetchKind[]).flatMap((kind) =>
  kind === "as it is" ? Array.from({ length: 6 }, () => kind) : kind,
);

interface Scene {
  readonly provider: string;
  readonly journal: JournalKind;
  readonly fetch: FetchKind;
  readonly seed: number;
}

export async function runSchedules(options: SchedulesOptions): Promise<SchedulesResult> {
  const { runs, seed, path, defect, onProgress } = options;
  const journals = openSharedJournals(options.postgresUrl);
  // Connect before time stops: servers answer in real time.
  await journals.of("Postgres").open();
  const { providers } = options;
  const sandbox = await createSandbox({ dripMs: 1, ...(providers && { providers }) });
  await loadAll(sandbox);
  const tally = emptyTally();
  let serial = 0;
  const clock = stopTime();
  try {
    const property = fc.asyncProperty(scenesOf(sandbox), schedulesOf, async (scene, commands) => {
      const store = journals.of(scene.journal);
      const shared = { sandbox, clock, store, defect, tally, serial: `s${++serial}` };
      const violations = await runSchedule({ ...scene, ...shared }, scene.journal, commands);
      onProgress?.(tally);
      if (violations.length > 0) throw new Error(textOf(violations));
    });
    const details = await fc.check(property, {
      // A path names one schedule. The library would go on with those after it.
      numRuns: path ? 1 : runs,
      seed,
      endOnFailure: options.shrink === false,
      ...(path && { path }),
    });
    return { tally, ...(details.failed && { failure: failureOf(details, seed) }) };
  } finally {
    clock.release();
    await journals.close();
  }
}

const scenesOf = (sandbox: Sandbox): fc.Arbitrary<Scene> =>
  fc.record({
    provider: fc.constantFrom(...sandbox.providers.map(({ provider }) => provider)),
    journal: fc.constantFrom(...kinds),
    fetch: fc.constantFrom(...fetchKinds),
    seed: fc.nat(),
  });

async function runSchedule(
  setup: ConstructorParameters<typeof World>[0],
  journal: JournalKind,
  commands: Iterable<fc.AsyncCommand<Model, World>>,
): Promise<readonly Violation[]> {
  const { tally, provider, fetch } = setup;
  count(tally.byProvider, provider);
  count(tally.byFetch, fetch);
  count(tally.byJournal, journal);
  const real = new World(setup);
  await fc.asyncModelRun(() => ({ model: { refundedKeys: new Set<number>() }, real }), commands);
  const violations = await real.end();
  for (const { kind } of violations) count(tally.violations, kind);
  return violations;
}

function failureOf(
  details: fc.RunDetails<[Scene, Iterable<fc.AsyncCommand<Model, World>>]>,
  seed: number,
): { seed: number; path: string; text: string } {
  const { counterexample, counterexamplePath, errorInstance } = details;
  const [scene, commands] = counterexample ?? [];
  // Remove the serial number of the schedule, which differs when the schedule runs again.
  const error = String(errorInstance).replaceAll(/\bs\d+-order-/g, "");
  const steps = String(commands).replace(/ ?\/\*.*\*\//, "");
  const text = `${error}\n  in ${JSON.stringify(scene)}\n  ${steps}`;
  // The path before shrinking. Shrinking again from there gives the same schedule.
  const [path = ""] = counterexamplePath?.split(":") ?? [];
  return { seed, path, text };
}

const textOf = (violations: readonly Violation[]) =>
  violations.map(({ kind, text }) => `${kind}: ${text}`).join("\n");
