/** Parses option values. Each function throws the message that the command prints. */
import { InvalidArgumentError } from "commander";
import { allFaults, type FaultKind, isFaultKind } from "../faults/fault-kind.ts";
import { isWebhook } from "../options/read-notify.ts";

/** `refuse` is missing: by the time a request arrives, its connection is established. The start text names a port that refuses. */
export const faultsOverHttp = allFaults.filter((kind) => kind !== "refuse");

export type Chances = Readonly<Partial<Record<FaultKind, number>>>;

export function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new InvalidArgumentError("Must be an integer from 0 to 65535.");
  }
  return port;
}

export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(number)) {
    throw new InvalidArgumentError("Must be an integer.");
  }
  return number;
}

export function milliseconds(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 86_400_000) {
    throw new InvalidArgumentError("Must be an integer from 0 to 86400000, a day.");
  }
  return number;
}

export function webhookUrl(text: string): string {
  if (!isWebhook(text)) {
    throw new InvalidArgumentError(
      "Must be a URL, such as http://localhost:3000/webhooks/{provider}.",
    );
  }
  return text;
}

/** Called once for each `kind:chance`, with the values parsed so far. */
export function faultChance(text: string, before: Chances = {}): Chances {
  const [kind = "", chance = "1", more] = text.split(":");
  if (!isFaultKind(kind) || kind === "refuse") {
    throw new InvalidArgumentError(`Unknown fault. Must be one of ${faultsOverHttp.join(", ")}.`);
  }
  if (!/^(0?\.\d+|0|1)(\.0+)?$/.test(chance) || more !== undefined) {
    throw new InvalidArgumentError(
      "The chance must be a number from 0 to 1, such as reset_after:0.1.",
    );
  }
  return { ...before, [kind]: Number(chance) };
}
