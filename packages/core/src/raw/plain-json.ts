/** Reads the body that a caller passes to openapi-fetch. */
import { isJsonNumber, jsonNumber, readJson } from "../json/json.ts";
import { isObject, type Problem } from "../request/value-check.ts";

type Wrong = (field: string, message: string) => void;

/** Copies a value, reading it once. Values that JSON cannot express become problems. */
export function copyJson(value: unknown, field: string, wrong: Wrong): unknown {
  if (Array.isArray(value)) return value.map((item, at) => copyJson(item, `${field}/${at}`, wrong));
  if (isJsonNumber(value)) return value;
  if (isObject(value)) {
    const prototype = Object.getPrototypeOf(value);
    // Dates, maps and class instances would lose data.
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      wrong(field, "must be plain data: an object, a list, text, a number, true, false or null");
      return undefined;
    }
    return Object.fromEntries(
      Object.getOwnPropertyNames(value).map((name) => [
        name,
        copyJson(value[name], `${field}/${name}`, wrong),
      ]),
    );
  }
  if (
    /bigint|function|symbol/.test(typeof value) ||
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
