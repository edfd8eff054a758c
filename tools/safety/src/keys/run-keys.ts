/** Draws schedules of refunds at providers that remember keys. The same seed draws the same schedules. */
import fc from "fast-check";
import type { Violation } from "../processes/truth.ts";
import { type StoppedClock, stopTime } from "../schedules/clock.ts";
import { type Counts, count } from "../schedules/tally.ts";
import type { KeyDefect } from "./defects.ts";
import { hour, type KeyScene, KeyWorld } from "./world.ts";

export interface KeysOptions {
  readonly runs: number;
  readonly seed: number;
  /** The path of one schedule of the seed, from the report of a failure. */
  readonly path?: string;
  readonly defect?: KeyDefect;
  readonly onProgress?: (done: number) => void;
}

export interface KeysResult {
  readonly schedules: number;
  readonly events: Counts;
  readonly violations: Counts;
  /** The smallest failing schedule, if one failed. */
  readonly failure?: string;
}

/** Providers remember keys for minutes or for days. */
const scenes: fc.Arbitrary<KeyScene> = fc.record({
  rules: fc.record({
    rememberedMs: fc.constantFrom(hour / 6, 24 * hour, 24 * 30 * hour),
    answers: fc.constantFrom("first", "latest"),
    body: fc.constantFrom("same", "ignored"),
  }),
  newKey: fc.boolean(),
  seed: fc.nat(),
});

/** Mostly the one that every schedule begins with. */
const key = fc.constantFrom(0, 0, 0, 1);
const process = fc.nat(1);

type Command =
  | { readonly do: "refund"; readonly key: number; readonly process: number }
  | { readonly do: "reconcile"; readonly key: number; readonly process: number }
  | {
      readonly do: "reconcile with the clock set back";
      readonly key: number;
      readonly process: number;
    }
  | { readonly do: "declare and resend"; readonly key: number; readonly process: number }
  | { readonly do: "use elsewhere"; readonly key: number }
  | { readonly do: "crash"; readonly process: number; readonly after: number }
  | { readonly do: "pass"; readonly share: number }
  | { readonly do: "wait" };

const about = <Name extends string>(name: Name) =>
  fc.record({ do: fc.constant(name), key, process });

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: about("refund") },
  { weight: 6, arbitrary: about("reconcile") },
  { weight: 1, arbitrary: about("reconcile with the clock set back") },
  { weight: 3, arbitrary: about("declare and resend") },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("use elsewhere" as const), key }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("crash" as const), process, after: fc.nat(8) }),
  },
  // In shares of the provider's time: shortly, nearly all of it, just over it.
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      share: fc.constantFrom(0, 0.03, 0.4, 0.55, 0.85, 0.995, 1.02),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ do: "wait" as const }) },
);

export async function runKeys(options: KeysOptions): Promise<KeysResult> {
  const { runs, seed, path, defect, onProgress } = options;
  const clock = stopTime();
  const [events, violations]: [Counts, Counts] = [{}, {}];
  let schedules = 0;
  try {
    const property = fc.asyncProperty(
      scenes,
      fc.array(command, { maxLength: 16, size: "max" }),
      async (scene, commands) => {
        const found = await runSchedule(clock, scene, commands, defect, events);
        schedules++;
        onProgress?.(schedules);
        for (const { kind } of found) count(violations, kind);
        if (found.length > 0) {
          throw new Error(found.map(({ kind, text }) => `${kind}: ${text}`).join("\n"));
        }
      },
    );
    const details = await fc.check(property, {
      numRuns: runs,
      seed,
      endOnFailure: defect !== undefined,
      ...(path && { path }),
    });
    if (!details.failed) return { schedules, events, violations };
    const { counterexample, counterexamplePath, errorInstance } = details;
    const steps = JSON.stringify(counterexample, undefined, 1);
    const failure = `${errorInstance}\n  ${steps}\n  run again: --seed ${seed} --path ${counterexamplePath}`;
    return { schedules, events, violations, failure };
  } finally {
    clock.release();
  }
}

async function runSchedule(
  clock: StoppedClock,
  scene: KeyScene,
  commands: readonly Command[],
  defect: KeyDefect | undefined,
  events: Counts,
): Promise<readonly Violation[]> {
  const world = new KeyWorld(clock, scene, defect, events);
  await world.refund(0, 0);
  for (const one of commands) await run(world, one, scene.rules.rememberedMs);
  return world.end();
}

async function run(world: KeyWorld, one: Command, rememberedMs: number): Promise<void> {
  switch (one.do) {
    case "refund":
      return world.refund(one.key, one.process);
    case "reconcile":
      return world.reconcile(one.key, one.process);
    case "reconcile with the clock set back":
      return world.reconcileWithClockSetBack(one.key, one.process);
    case "declare and resend":
      if (await world.declare(one.key, one.process)) {
        await world.refund(one.key, one.process, true);
      }
      return;
    case "use elsewhere":
      return world.useElsewhere(one.key);
    case "crash":
      return world.crash(one.process, one.after);
    case "pass":
      return world.pass(Math.round(rememberedMs * one.share) + 20_000);
    case "wait":
      return world.wait();
  }
}
