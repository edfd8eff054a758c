/** The body that a caller hands to openapi-fetch: to JSON, and from JSON to what is sent. */
import { isJsonNumber, jsonNumber, readJson } from "../json/json.ts";
import { isObject, type Problem } from "../request/value-check.ts";

type Wrong = (field: string, message: string) => void;

/** A copy that is read once; what JSON cannot say, or would say as something else, becomes a problem. */
export function copyJson(value: unknown, field: string, wrong: Wrong): unknown {
  if (Array.isArray(value)) return value.map((item, at) => copyJson(item, `${field}/${at}`, wrong));
  if (isJsonNumber(value)) return value;
  if (isObject(value)) {
    const prototype = Object.getPrototypeOf(value);
    // A date, a map or an instance of a class would silently become something else, or lose fields.
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

/** The object in a text of JSON, every number with the digits it is written in; or what is wrong with it. */
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
