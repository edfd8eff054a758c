/** Reads a caller's object once, into a plain copy. */
import type { Problem } from "./value-check.ts";

export interface ReadFields {
  /** The known fields of the object, own or inherited. A field may be undefined. */
  readonly values: Record<string, unknown>;
  /** The problems so far. Code that checks the values adds to them. */
  readonly problems: Problem[];
  /** Adds a problem with one of its fields. */
  wrong(field: string, message: string): void;
}

/**
 * Reads each known field by its name, so getters, inherited and non-enumerable fields count like any other. Unknown fields
 * are problems unless they are undefined: ignoring one could turn a partial refund into a full one.
 * @param prefix what messages put before a field's name: `payment`
 * @param whole what messages call the object itself
 * @param problems receives the problems
 * @param refused an unknown field that is read by its name, too, and refused whatever it is, even undefined or a method
 */
export function readFields(
  given: unknown,
  names: readonly string[],
  prefix: string,
  whole = prefix,
  problems: Problem[] = [],
  refused: readonly string[] = [],
): ReadFields {
  const values: Record<string, unknown> = {};
  const wrong = (name: string, message: string) => {
    problems.push({ field: prefix && name !== whole ? `${prefix}.${name}` : name, message });
  };
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
      return { values, problems, wrong };
    }
    for (const name of names) {
      // A name may stand there twice, for a value with several places.
      if (Object.hasOwn(values, name)) continue;
      const value = read(name);
      if (value !== undefined || name in given) values[name] = value;
    }
    for (const name of otherNames(given, names, refused)) {
      const value = read(name);
      // Methods of a class do not count as fields.
      const isMethod = typeof value === "function" && !Object.hasOwn(given, name);
      const isNone = value === undefined || isMethod;
      if (isNone && !(refused.includes(name) && name in given)) continue;
      // A dot would make the name look like that of a nested field.
      wrong(name.replaceAll(".", "/"), `is unknown; use ${names.join(", ")}`);
    }
  } catch {
    wrong(whole, "cannot be read: it is a proxy that throws an error");
  }
  return { values, problems, wrong };
}

/** Other own names, including non-enumerable ones, other inherited enumerable names, and those that are always asked for. */
function otherNames(
  object: object,
  known: readonly string[],
  always: readonly string[],
): Set<string> {
  const isOther = (name: string) => !known.includes(name);
  const names = new Set([...Object.getOwnPropertyNames(object), ...always].filter(isOther));
  for (const name in object) if (isOther(name)) names.add(name);
  return names;
}
