/** What can happen, as commands of a fast-check model: drawn at random, and left out one by one where a schedule fails. */
import fc from "fast-check";
import { outageKinds } from "./outages.ts";
import { keys } from "./scene.ts";
import { shapeNames } from "./shapes.ts";
import type { OversleepCommand, RefundCommand, World } from "./world.ts";

/** What a schedule has to know of itself: which keys somebody has refunded by. */
export interface Model {
  readonly refundedKeys: Set<number>;
}

type ScheduleCommand = fc.AsyncCommand<Model, World>;

const command = (
  words: string,
  run: (world: World, model: Model) => Promise<void> | void,
  check: (model: Readonly<Model>) => boolean = () => true,
): ScheduleCommand => ({
  check,
  run: async (model, world) => run(world, model),
  toString: () => words,
});

const key = fc.nat(keys.length - 1);
const process = fc.nat(1);

/** Of so many drawn one is true. */
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
  // Whoever gives up a call may have noticed a slip in it, which must not count.
  .map((asked) => (asked.aborted ? { ...asked, refundable: "too large" } : asked));

const wordsOf = (asked: object) =>
  Object.entries(asked)
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ");

const refund = refundCommand.map((asked) =>
  command(`refund(${wordsOf(asked)})`, (world, { refundedKeys }) => {
    refundedKeys.add(asked.key);
    return world.refund(asked);
  }),
);
const oversleep = fc
  .record({
    refund: refundCommand,
    after: fc.nat(8),
    evidence: fc.constantFrom("true", "wrong", "none"),
    again: fc.boolean(),
  })
  .map(({ refund, ...rest }) => {
    const asked: OversleepCommand = { ...refund, ...rest };
    return command(`oversleep(${wordsOf(asked)})`, (world, { refundedKeys }) => {
      refundedKeys.add(asked.key);
      return world.oversleep(asked);
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
  .map((asked) => command(`outage(${wordsOf(asked)})`, (world) => world.outage(asked)));

/** Something about a key that somebody has refunded by. */
const about = (name: string, run: (world: World, key: number, drawn: number) => Promise<void>) =>
  fc.tuple(key, fc.nat(2)).map(([key, drawn]) =>
    command(
      `${name}(${key}, ${drawn})`,
      (world) => run(world, key, drawn),
      ({ refundedKeys }) => refundedKeys.has(key),
    ),
  );
const reconcile = about("reconcile", (world, key, drawn) => world.reconcile(key, drawn % 2));
const confirm = about("confirm", (world, key, drawn) => world.confirm(key, `source ${drawn}`));
const err = about("err", (world, key) => world.err(key));
const reverse = about("reverse", (world, key) => world.reverse(key));

const jump = fc
  .constantFrom(-5, -1, 2, 5)
  .map((seconds) => command(`jump(${seconds} s)`, (world) => world.jump(seconds)));
const wait = fc.constant(command("wait", (world) => world.wait()));
const sleep = fc.constant(command("sleep", (world) => world.sleep()));
const look = fc.constant(command("look", (world) => world.look()));

/** Several of one, so that it is drawn more often. */
const drawn = [
  ...[refund, refund, refund, refund, refund, refund],
  ...[crash, crash, outage, oversleep, reconcile],
  ...[jump, wait, sleep, look, confirm, err, reverse],
];

export const schedulesOf = fc.commands(drawn, {
  maxCommands: 12,
  size: "max",
  disableReplayLog: true,
});
