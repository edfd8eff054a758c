/** Reads what stands behind the command's options. Each throws what the command prints. */
import { InvalidArgumentError } from "commander";
import { allFaults, type FaultKind, isFaultKind } from "../faults/fault-kind.ts";

/** A connection that stands can no longer be refused; the start text names a port that refuses. */
export const faultsOverHttp = allFaults.filter((kind) => kind !== "refuse");

export type Chances = Readonly<Partial<Record<FaultKind, number>>>;

export function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new InvalidArgumentError("It must be a whole number from 0 to 65535.");
  }
  return port;
}

export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(number)) {
    throw new InvalidArgumentError("It must be a whole number.");
  }
  return number;
}

/** Called once for each `kind:chance`, with those read so far. */
export function faultChance(text: string, before: Chances = {}): Chances {
  const [kind = "", chance = "1", more] = text.split(":");
  if (!isFaultKind(kind) || kind === "refuse") {
    throw new InvalidArgumentError(`There are ${faultsOverHttp.join(", ")}.`);
  }
  if (!/^(0?\.\d+|0|1)(\.0+)?$/.test(chance) || more !== undefined) {
    throw new InvalidArgumentError("A chance is from 0 to 1, such as reset_after:0.1.");
  }
  return { ...before, [kind]: Number(chance) };
}
