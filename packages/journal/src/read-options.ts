/** Reads the options of a journal. A misspelled one must not open another journal, or start an empty one. */
import { type Problem, RefundError } from "@refunds/core";
import { readFields } from "@refunds/core/provider";

/**
 * @param where the function that takes the options
 * @param names what it takes
 * @param decisive those whose default must not stand in for a variable that is undefined
 * @returns the options, read once; their types are not checked
 * @throws {RefundError} `invalid_options` for every other name, and for a decisive option that is undefined
 */
export function readOptions<Options extends object>(
  where: string,
  given: Options,
  names: readonly (keyof Options & string)[],
  decisive: readonly (keyof Options & string)[] = [],
): Options {
  const { values, problems, wrong } = readFields(given, names, "", "options");
  for (const name of decisive) {
    if (name in values && values[name] === undefined) {
      wrong(name, "is undefined; leave it out to use its default");
    }
  }
  refuse(where, problems);
  return values as Options;
}

/** @throws {RefundError} `invalid_options` if there is a problem */
export function refuse(where: string, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new RefundError("invalid_options", where, problems);
}
