/** The faults of the command line: some at random, some for the next requests only. */
import { InvalidArgumentError } from "commander";
import { allFaults, type FaultKind, isFaultKind } from "../faults/fault-kind.ts";
import type { FaultChance } from "../faults/fault-plan.ts";
import type { SandboxInternals } from "../sandbox.ts";
import type { OperationName } from "../simulator/verdict.ts";

/** `refuse` is missing: by the time a request arrives, its connection is established. The start text names a port that refuses. */
export const faultsOverHttp = allFaults.filter((kind) => kind !== "refuse");

type ByKind = Readonly<Partial<Record<FaultKind, number>>>;

export interface ReadFaults {
  readonly chance: ByKind;
  /** How many of the next requests get the fault. */
  readonly count: ByKind;
}

export interface GivenFaults extends ReadFaults {
  readonly seed: number;
  /** Which requests are counted and get the faults. */
  readonly operation: OperationName | "any";
}

const none: ReadFaults = { chance: {}, count: {} };

/**
 * Called once for each `kind`, `kind:chance` or `kind:xcount`, with what was read so far.
 * @throws the message that the command prints
 */
export function readFault(text: string, { chance, count }: ReadFaults = none): ReadFaults {
  const [kind = "", often = "1", more] = text.split(":");
  if (!isFaultKind(kind) || kind === "refuse") {
    throw new InvalidArgumentError(`Unknown fault. Must be one of ${faultsOverHttp.join(", ")}.`);
  }
  if (more === undefined && /^x[1-9]\d{0,5}$/.test(often)) {
    return { chance, count: { ...count, [kind]: Number(often.slice(1)) } };
  }
  if (!/^(0?\.\d+|0|1)(\.0+)?$/.test(often) || more !== undefined) {
    throw new InvalidArgumentError(
      "After the fault, write a number from 0 to 1 for its chance, such as reset_after:0.1, or x and a number for the next requests, such as reset_after:x1.",
    );
  }
  return { chance: { ...chance, [kind]: Number(often) }, count };
}

/** @throws {RefundError} `invalid_options` if the chances add up to more than 1 */
export function applyFaults(sandbox: SandboxInternals, given: GivenFaults): void {
  const operation = operationOf(given);
  if (isRandom(given)) sandbox.inject(planOf(given));
  for (const [fault, count] of entriesOf(given.count)) {
    sandbox.router.switches.add({ fault, count, ...operation });
  }
}

const planOf = ({ seed, chance, ...given }: GivenFaults): FaultChance => ({
  seed,
  chance,
  ...operationOf(given),
});

const operationOf = ({ operation }: Pick<GivenFaults, "operation">) =>
  operation === "any" ? {} : { operation };

const isRandom = ({ chance }: GivenFaults): boolean => Object.keys(chance).length > 0;

const entriesOf = (of: ByKind) => Object.entries(of) as [FaultKind, number][];

/** What the command prints of them: which requests get which, and how to end that. */
export function faultLines(given: GivenFaults, url: string): readonly string[] {
  const { seed, operation } = given;
  const request = operation === "any" ? "request" : `${operation} request`;
  const chances = entriesOf(given.chance).map(([kind, value]) => `${kind} ${value}`);
  const nextOf = (count: number) => (count === 1 ? `${request} gets` : `${count} ${request}s get`);
  return [
    ...(isRandom(given)
      ? [`Random faults of ${request}s, with seed ${seed}: ${chances.join(", ")}`]
      : []),
    ...entriesOf(given.count).map(([kind, count]) => `The next ${nextOf(count)} ${kind}.`),
    `To end faults, press "Switch all off" on the page, or run: curl -X DELETE ${url}/faults`,
  ];
}
