import { availableParallelism } from "node:os";
import { type Journals, type StoreName, storeNames } from "../processes/journals.ts";
import type { JournalDefect } from "../processes/shop/journal-defects.ts";
import { type Simulators, startSimulators } from "../processes/simulators.ts";
import { checkOutcome, truthOf, type Violation, violation } from "../processes/truth.ts";
import { lookAfter } from "./aftermath.ts";
import { type CrashPoint, crashPoints } from "./crash-point.ts";
import { type CrashScene, crashScenes, requestsOf } from "./crash-scene.ts";
import { refundAndDie } from "./victim.ts";

/** A process that was killed, and the result. */
export interface Crash {
  readonly store: StoreName;
  readonly provider: string;
  readonly reply: string;
  /** The name of the step. */
  readonly point: string;
  /** The status that the next process reported. */
  readonly status: string;
  readonly moved: number;
  readonly settled: boolean;
  readonly violations: readonly Violation[];
}

export interface CrashRun {
  readonly crashes: readonly Crash[];
  /** The names of all steps, in the order of a refund. */
  readonly points: readonly string[];
}

export interface CrashOptions {
  readonly journals: Journals;
  /** Select scenes and steps. All by default. */
  readonly scenes?: (scene: CrashScene, at: number) => boolean;
  readonly steps?: (point: CrashPoint, at: number) => boolean;
  readonly defect?: JournalDefect;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Kills a process at each of its steps, for every scene, and checks the result. */
export async function runCrashes({
  journals,
  scenes: isScene = () => true,
  steps: isStep = () => true,
  defect,
  onProgress = () => {},
}: CrashOptions): Promise<CrashRun> {
  const workers = await Promise.all(
    Array.from({ length: availableParallelism() }, () => startSimulators({ dripMs: 0 })),
  );
  const [first] = workers;
  if (!first) throw new Error("no CPU available");
  let done = 0;
  const crashes: Crash[] = [];
  const points = new Map<CrashScene, readonly CrashPoint[]>();
  const victimAt = (simulators: Simulators, { store }: CrashScene) => {
    simulators.reset();
    return { place: journals.make(store), simulators, journals, defect };
  };
  try {
    const scenes = crashScenes(first.sandbox, storeNames).filter(isScene);
    await distribute(workers, scenes, async (simulators, scene) => {
      points.set(scene, crashPoints(await undisturbed(victimAt(simulators, scene), scene)));
    });
    const chosen = scenes
      .flatMap((scene) => (points.get(scene) ?? []).map((point) => ({ scene, point })))
      .filter(({ point }, at) => isStep(point, at));
    await distribute(
      workers,
      [...chosen.entries()],
      async (simulators, [nth, { scene, point }]) => {
        const victim = victimAt(simulators, scene);
        const { signal } = await refundAndDie(victim, scene, point);
        const aftermath = await lookAfter(victim, scene);
        const survived =
          signal === "SIGKILL" ? [] : [violation("rule broken", "the process was not killed")];
        const { store, provider, reply } = scene;
        const all = [...aftermath.violations, ...survived];
        crashes[nth] = { store, provider, reply, point: point.name, ...aftermath, violations: all };
        onProgress(++done, chosen.length);
      },
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.close()));
  }
  return { crashes, points: inOrder([...points.values()]) };
}

/** Orders all steps. The longest refunds come first, because they show where token requests and COMMITs belong. */
function inOrder(scenes: readonly (readonly CrashPoint[])[]): string[] {
  const longestFirst = scenes.toSorted((a, b) => b.length - a.length);
  return [...new Set(longestFirst.flat().map(({ name }) => name))];
}

/** The steps of an undisturbed refund. Throws if its outcome is already wrong. */
async function undisturbed(victim: Parameters<typeof refundAndDie>[0], scene: CrashScene) {
  const { steps, reported } = await refundAndDie(victim, scene, undefined);
  const { sandbox } = victim.simulators;
  const [{ key }] = requestsOf(scene, sandbox);
  const violations = reported && checkOutcome(key, reported.status, truthOf(key, sandbox.requests));
  const isExpected = scene.reply === "refused" || reported?.status === scene.reply;
  if (isExpected && violations?.length === 0) return steps;
  const { provider, reply } = scene;
  throw new Error(`${provider}: expected the outcome ${reply}, got ${reported?.status}`);
}

/** Each worker takes the next item as soon as it is free. */
async function distribute<Worker, Item>(
  workers: readonly Worker[],
  items: readonly Item[],
  work: (worker: Worker, item: Item) => Promise<void>,
): Promise<void> {
  const rest = [...items];
  await Promise.all(
    workers.map(async (worker) => {
      for (let item = rest.shift(); item !== undefined; item = rest.shift())
        await work(worker, item);
    }),
  );
}
