/** Reads options once. A wrong one must not be ignored: the test would pass, and would have tested nothing. */
import { type Problem, RefundError } from "@refunds/core";
import { readFields } from "@refunds/core/provider";
import { didYouMean } from "./nearest.ts";

/** Adds what is wrong with a field. */
export type AddProblem = (field: string, message: string) => void;

/** Reads the members of an object by their names; an unknown one is a problem. */
export function readNamed<Options>(
  given: unknown,
  names: readonly (keyof Options & string)[],
  field: string,
  wrong: AddProblem,
): Partial<Options> {
  const { values, problems } = readFields(given, names, field, field || "options");
  for (const { field: at, message } of problems) {
    const isUnknown = message.startsWith("is unknown");
    const name = at.slice(field && field !== at ? field.length + 1 : 0);
    wrong(at, isUnknown ? `${message}${didYouMean(name, names)}` : message);
  }
  return values as Partial<Options>;
}

/** The message about a value that is not one of these names. */
export function notOneOf(value: unknown, names: readonly string[]): string {
  const meant = didYouMean(String(value), names) || ".";
  return `is ${shown(value)}${meant} It must be one of ${names.join(", ")}`;
}

export const shown = (value: unknown): string =>
  value === undefined ? "missing" : (JSON.stringify(value) ?? String(value));

/** Timers take no more: they would end at once. */
const mostMs = 86_400_000;

/** Checks durations. All may be left out. */
export function checkMs(
  options: Readonly<Record<string, unknown>>,
  prefix: string,
  names: readonly string[],
  wrong: AddProblem,
): void {
  for (const name of names) {
    const ms = options[name];
    const fits = typeof ms === "number" && ms >= 0 && ms <= mostMs;
    if (ms !== undefined && !fits) {
      wrong(`${prefix}${name}`, `is ${shown(ms)}. It must be milliseconds, from 0 to ${mostMs}`);
    }
  }
}

/** Checks functions. All may be left out. */
export function checkFunctions(
  options: Readonly<Record<string, unknown>>,
  prefix: string,
  names: readonly string[],
  wrong: AddProblem,
): void {
  for (const name of names) {
    const value = options[name];
    if (value !== undefined && typeof value !== "function") {
      wrong(`${prefix}${name}`, `is ${shown(value)}. It must be a function`);
    }
  }
}

/**
 * Reads with a function that adds problems.
 * @throws {RefundError} `invalid_options` with all of them
 */
export function readAll<Read>(read: (wrong: AddProblem) => Read): Read {
  const problems: Problem[] = [];
  const result = read((field, message) => problems.push({ field, message }));
  if (problems.length > 0) throw new RefundError("invalid_options", "sandbox", problems);
  return result;
}
