/** Reads an object that a caller hands over: once, into a plain copy, whatever kind of object it is. */
import type { Problem } from "./value-check.ts";

export interface ReadFields {
  /** The known fields that the object has, own or inherited, as they were at this moment. A field may be undefined. */
  readonly values: Record<string, unknown>;
  /** What is wrong so far; whoever checks the values adds to it. */
  readonly problems: Problem[];
}

/**
 * Each known field is read by its name, so a getter, an inherited or a non-enumerable one counts like any other. Fields
 * with other names are problems unless they are undefined: ignoring one could turn a part of a payment into all of it.
 * @param prefix what messages put before a field's name: `payment`
 * @param whole what messages call the object itself
 * @param problems where to add what is wrong
 */
export function readFields(
  given: unknown,
  names: readonly string[],
  prefix: string,
  whole = prefix,
  problems: Problem[] = [],
): ReadFields {
  const values: Record<string, unknown> = {};
  const wrong = (name: string, message: string) =>
    problems.push({ field: prefix && name !== whole ? `${prefix}.${name}` : name, message });
  const read = (name: string): unknown => {
    try {
      return (given as Record<string, unknown>)[name];
    } catch {
      wrong(name, "cannot be read: reading it throws an error");
      return undefined;
    }
  };
  try {
    if (typeof given !== "object" || given === null || Array.isArray(given)) {
      wrong(whole, "must be an object");
      return { values, problems };
    }
    for (const name of names) {
      const value = read(name);
      if (value !== undefined || name in given) values[name] = value;
    }
    for (const name of namesOf(given)) {
      if (names.includes(name)) continue;
      const value = read(name);
      // Methods of a class are not fields.
      const isMethod = typeof value === "function" && !Object.hasOwn(given, name);
      if (value === undefined || isMethod) continue;
      // A dot would make the name look like that of a nested field.
      wrong(name.replaceAll(".", "/"), `is unknown; use ${names.join(", ")}`);
    }
  } catch {
    wrong(whole, "cannot be read: it is a proxy that throws an error");
  }
  return { values, problems };
}

/** Own names, also of hidden fields, and inherited ones that a loop shows. */
function namesOf(object: object): Set<string> {
  const names = new Set(Object.getOwnPropertyNames(object));
  for (const name in object) names.add(name);
  return names;
}
