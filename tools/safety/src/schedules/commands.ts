/** What can happen in a schedule, as commands of a fast-check model. A failing schedule is shrunk by removing commands. */
import fc from "fast-check";
import { type EvidenceKind, evidenceKinds } from "./evidence-sources.ts";
import { outageKinds } from "./outages.ts";
import type { OversleepCommand, RefundCommand } from "./refund-calls.ts";
import { keys } from "./scene.ts";
import { shapeNames } from "./shapes.ts";
import type { World } from "./world.ts";

/** The state that decides which commands can run: the keys that were refunded. */
export interface Model {
  readonly refundedKeys: Set<number>;
}

type ScheduleCommand = fc.AsyncCommand<Model, World>;

const command = (
  description: string,
  run: (world: World, model: Model) => Promise<void> | void,
  check: (model: Readonly<Model>) => boolean = () => true,
): ScheduleCommand => ({
  check,
  run: async (model, world) => run(world, model),
  toString: () => description,
});

const key = fc.nat(keys.length - 1);
const process = fc.nat(1);

/** True with a chance of one in `times`. */
const oneIn = (times: number) => fc.nat(times - 1).map((drawn) => drawn === 0);

const refundCommand: fc.Arbitrary<RefundCommand> = fc
  .record({
    key,
    process,
    resend: oneIn(4),
    shape: fc.constantFrom(...shapeNames),
    refundable: fc.constantFrom("given", "given", "left out", "too large"),
    aborted: oneIn(5),
    newReference: oneIn(3),
  })
  // An aborted call may contain a mistake. Its refundable amount must not apply.
  .map((given) => (given.aborted ? { ...given, refundable: "too large" } : given));

const describe = (given: object) =>
  Object.entries(given)
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ");

const refund = refundCommand.map((given) =>
  command(`refund(${describe(given)})`, (world, { refundedKeys }) => {
    refundedKeys.add(given.key);
    return world.refund(given);
  }),
);
const oversleep = fc
  .record({
    refund: refundCommand,
    after: fc.nat(8),
    evidence: fc.constantFrom("true", "wrong", "none"),
    meanwhile: fc.constantFrom("nothing", "resend", "resend and die", "resume"),
    redelivered: fc.boolean(),
  })
  .map(({ refund, ...rest }) => {
    const given: OversleepCommand = { ...refund, ...rest };
    return command(`oversleep(${describe(given)})`, (world, { refundedKeys }) => {
      refundedKeys.add(given.key);
      return world.oversleep(given);
    });
  });
const crash = fc
  .tuple(process, fc.nat(8))
  .map(([process, after]) =>
    command(`crash(${process}, after ${after} steps)`, (world) => world.crash(process, after)),
  );
const outage = fc
  .record({
    kind: fc.constantFrom(...outageKinds),
    ms: fc.constantFrom(300, 1000, 20_000),
    after: fc.nat(3),
  })
  .map((given) => command(`outage(${describe(given)})`, (world) => world.outage(given)));

/** A command about a key that was refunded. */
const about = (name: string, run: (world: World, key: number, drawn: number) => Promise<void>) =>
  fc.tuple(key, fc.nat(2)).map(([key, drawn]) =>
    command(
      `${name}(${key}, ${drawn})`,
      (world) => run(world, key, drawn),
      ({ refundedKeys }) => refundedKeys.has(key),
    ),
  );
const reconcile = about("reconcile", (world, key, drawn) => world.reconcile(key, drawn % 2));
const evidence = (kind: EvidenceKind) =>
  about(kind, (world, key, drawn) => world.evidence(kind, key, `source ${drawn}`));

const finish = about("finish", (world, key, drawn) => world.finish(key, drawn % 2));

const jump = fc
  .constantFrom(-5, -1, 2, 5)
  .map((seconds) => command(`jump(${seconds} s)`, (world) => world.jump(seconds)));
const wait = fc.constant(command("wait", (world) => world.wait()));
const sleep = fc.constant(command("sleep", (world) => world.sleep()));
const look = fc.constant(command("look", (world) => world.look()));

/** Repeated commands are drawn more often. */
const commands = [
  ...[refund, refund, refund, refund, refund, refund],
  ...[crash, crash, outage, oversleep, reconcile],
  ...[jump, wait, sleep, look, finish],
  ...evidenceKinds.map(evidence),
];

export const schedulesOf = fc.commands(commands, {
  maxCommands: 12,
  size: "max",
  disableReplayLog: true,
});
