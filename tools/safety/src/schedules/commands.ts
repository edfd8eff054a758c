/** What can happen, as commands of a fast-check model: drawn at random, and left out one by one where a schedule fails. */
import fc from "fast-check";
import { keys } from "./scene.ts";
import type { World } from "./world.ts";

/** What a schedule has to know of itself: which keys somebody has refunded by. */
export interface Model {
  readonly asked: Set<number>;
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

const refund = fc.tuple(key, process, fc.nat(4)).map(([key, process, often]) => {
  const resend = often === 0;
  return command(`refund(${key}, in ${process}${resend ? ", resend" : ""})`, (world, { asked }) => {
    asked.add(key);
    return world.refund(key, process, resend);
  });
});
const crash = fc
  .tuple(process, fc.nat(8))
  .map(([process, after]) =>
    command(`crash(${process}, after ${after} steps)`, (world) => world.crash(process, after)),
  );
const reconcile = fc.tuple(key, process).map(([key, process]) =>
  command(
    `reconcile(${key}, in ${process})`,
    (world) => world.reconcile(key, process),
    ({ asked }) => asked.has(key),
  ),
);
const jump = fc
  .constantFrom(-5, -1, 2, 5)
  .map((seconds) => command(`jump(${seconds} s)`, (world) => world.jump(seconds)));
const wait = fc.constant(command("wait", (world) => world.wait()));
const sleep = fc.constant(command("sleep", (world) => world.sleep()));
const look = fc.constant(command("look", (world) => world.look()));

/** Several of one, so that it is drawn more often. */
const drawn = [refund, refund, refund, refund, crash, crash, reconcile, jump, wait, sleep, look];

/** @param replayPath which commands a failing schedule had left, as fast-check names them */
export const schedulesOf = (replayPath?: string) =>
  fc.commands(drawn, { maxCommands: 12, size: "max", ...(replayPath && { replayPath }) });
