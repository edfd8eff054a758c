/** Reads JSON that a caller passes: a whole body for openapi-fetch, or a value that is an object or a list. */
import { isJsonNumber, jsonNumber, readJson } from "../json/json.ts";
import { isObject, type Problem } from "../request/value-check.ts";

type Wrong = (field: string, message: string) => void;

/** Documented requests have fewer than ten levels, and every runtime can walk this many recursively. */
const mostLevels = 64;

/**
 * Copies a value, reading it once. Values that JSON cannot express become problems. Members that are undefined are left out,
 * as JSON does.
 * @param around the objects and lists that the value stands in
 */
export function copyJson(
  value: unknown,
  field: string,
  wrong: Wrong,
  around: readonly unknown[] = [],
): unknown {
  try {
    if (isJsonNumber(value)) return value;
    if (around.includes(value) && Object(value) === value) {
      wrong(field, "contains itself, which JSON cannot express");
      return undefined;
    }
    if (around.length > mostLevels) {
      wrong(field, `is nested deeper than ${mostLevels} levels`);
      return undefined;
    }
    const inner = (member: unknown, name: string | number) =>
      copyJson(member, `${field}/${name}`, wrong, [...around, value]);
    // An item that is missing would be sent as null.
    if (Array.isArray(value)) return Array.from(value, inner);
    if (isObject(value)) {
      const prototype = Object.getPrototypeOf(value);
      // Dates, maps and class instances would lose data.
      if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
        wrong(field, "must be plain data: an object, a list, text, a number, true, false or null");
        return undefined;
      }
      return Object.fromEntries(
        Object.getOwnPropertyNames(value).flatMap((name) => {
          const member = value[name];
          return member === undefined ? [] : [[name, inner(member, name)]];
        }),
      );
    }
  } catch {
    wrong(field, "cannot be read: reading it throws an error");
    return undefined;
  }
  if (
    /undefined|bigint|function|symbol/.test(typeof value) ||
    (typeof value === "number" && !Number.isFinite(value))
  ) {
    wrong(field, "cannot be written as JSON");
  }
  return value;
}

/** Parses a JSON object whose numbers keep their digits, or returns the problem. */
export function readBody(text: string): { body: Record<string, unknown> } | Problem {
  const { problem, value, exact } = readJson(text);
  if (problem !== undefined) return { field: "body", message: problem };
  return isObject(value)
    ? { body: withDigits(value, exact) as Record<string, unknown> }
    : { field: "body", message: "must be an object" };
}

function withDigits(value: unknown, exact: unknown): unknown {
  if (typeof value === "number") return jsonNumber(exact as string);
  if (Array.isArray(value)) return value.map((item, at) => withDigits(item, Object(exact)[at]));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withDigits(item, Object(exact)[name])]),
  );
}
