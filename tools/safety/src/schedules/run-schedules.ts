/** Runs schedules in this process. Seeded: the same seed draws the same ones. */
import { createSandbox } from "@refunds/sandbox";
import fc from "fast-check";
import type { Violation } from "../processes/truth.ts";
import { type StoppedClock, stopTime } from "./clock.ts";
import { type Model, schedulesOf } from "./commands.ts";
import type { ScheduleDefect } from "./defects.ts";
import { type FetchKind, fetches } from "./fetches.ts";
import { type JournalKind, openSharedJournals } from "./journals.ts";
import { count, emptyTally, type Tally } from "./tally.ts";
import { createWorld } from "./world.ts";

export interface SchedulesOptions {
  readonly runs: number;
  readonly seed: number;
  /** One schedule of the seed, as a failure named it. */
  readonly path?: string;
  readonly defect?: ScheduleDefect;
  readonly postgresUrl: string;
  /** Whether to look for the smallest schedule that fails, once one does. True where left out. */
  readonly shrink?: boolean;
  /** Told after each what has happened so far. */
  readonly onProgress?: (tally: Tally) => void;
}

export interface SchedulesResult {
  readonly tally: Tally;
  /** The smallest schedule that fails, if one does. */
  readonly failure?: { readonly seed: number; readonly path: string; readonly text: string };
}

/** Out of a hundred schedules. Files and servers take their time, and the rules are the same for all. */
const shares: readonly (readonly [JournalKind, number])[] = [
  ["memory", 88],
  ["SQLite", 9],
  ["Postgres", 3],
];
const kinds = shares.flatMap(([kind, share]) => Array.from({ length: share }, () => kind));

/** Most callers have a `fetch` as it is. */
const fetchKinds = (Object.keys(fetches) as FetchKind[]).flatMap((kind) =>
  kind === "as it is" ? Array.from({ length: 6 }, () => kind) : kind,
);

export async function runSchedules(options: SchedulesOptions): Promise<SchedulesResult> {
  const { runs, seed, path, defect, onProgress } = options;
  const journals = openSharedJournals(options.postgresUrl);
  // Made before time stands still: servers answer in their own time.
  await journals.of("Postgres").open();
  const sandbox = await createSandbox({ dripMs: 1 });
  const names = sandbox.providers.map(({ provider }) => provider);
  const scenes = fc.record({
    provider: fc.constantFrom(...names),
    journal: fc.constantFrom(...kinds),
    fetch: fc.constantFrom(...fetchKinds),
    seed: fc.nat(),
  });
  const tally = emptyTally();
  let serial = 0;

  async function live(
    clock: StoppedClock,
    scene: Scene,
    commands: Iterable<fc.AsyncCommand<Model, World>>,
  ) {
    const { provider, journal, fetch } = scene;
    count(tally.byProvider, provider);
    count(tally.byFetch, fetch);
    count(tally.byJournal, journal);
    const store = journals.of(journal);
    const real = createWorld({
      sandbox,
      clock,
      store,
      defect,
      tally,
      provider,
      fetch,
      seed: scene.seed,
      serial: `s${++serial}`,
    });
    await fc.asyncModelRun(() => ({ model: { refundedKeys: new Set<number>() }, real }), commands);
    const wrong = await real.end();
    for (const { kind } of wrong) count(tally.violations, kind);
    onProgress?.(tally);
    if (wrong.length > 0) throw new Error(wordsOf(wrong));
  }

  const clock = stopTime();
  try {
    const property = fc.asyncProperty(scenes, schedulesOf, (scene, commands) =>
      live(clock, scene, commands),
    );
    const details = await fc.check(property, {
      numRuns: runs,
      seed,
      endOnFailure: options.shrink === false,
      ...(path && { path }),
    });
    if (!details.failed) return { tally };
    const { counterexample, counterexamplePath, errorInstance } = details;
    const [scene, commands] = counterexample ?? [];
    // Its number is none of its own: the same schedule is the first where it runs alone.
    const said = String(errorInstance).replaceAll(/\bs\d+\//g, "");
    const words = String(commands).replace(/ ?\/\*.*\*\//, "");
    const text = `${said}\n  in ${JSON.stringify(scene)}\n  ${words}`;
    // As it was drawn: what was left out since then is left out again, in the same way.
    const [first = ""] = counterexamplePath?.split(":") ?? [];
    return { tally, failure: { seed, path: first, text } };
  } finally {
    clock.release();
    await journals.close();
  }
}

type World = ReturnType<typeof createWorld>;

interface Scene {
  readonly provider: string;
  readonly journal: JournalKind;
  readonly fetch: FetchKind;
  readonly seed: number;
}

const wordsOf = (wrong: readonly Violation[]) =>
  wrong.map(({ kind, text }) => `${kind}: ${text}`).join("\n");
