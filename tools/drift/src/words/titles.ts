/** Titles that documentation gives to columns. `docs:accept` proposes by them what a column means. */

const roles = [
  "name",
  "type",
  "required",
  "optional",
  "place",
  "length",
  "limit",
  "default",
  "values",
  "description",
  "code",
  "message",
  "value",
  "environment",
  "address",
  /** Read for nothing: row numbers, samples, names for people, advice. */
  "ignored",
] as const;

export type Role = (typeof roles)[number];

/** What an ignored column looks like, which splits rows that run together. */
export type Shape = Role | "index" | "label" | "sample" | "status" | "advice";

const words: Readonly<Record<string, string>> = {
  index:
    "#, no, nr, s/n, sn, s.no, s. no, s no, sno, sr.no, sr. no, sr no, sl.no, sl no, serial no, index, num",
  name: "parameter, parameters, parameter name, param, params, param name, field, fields, field name, name, attribute, attribute name, property, property name, element, argument, variable, variable name, key, header, header name",
  type: "type, data type, datatype, field type, value type, format, type of data",
  required:
    "required, is required, required?, required/optional, required / optional, optional/required, mandatory, is mandatory, mandatory/optional, mandatory?, m/o, m/o/c, m/c/o, r/o, req, requirement, requirements, presence, must, obligatory, necessity",
  optional: "optional, is optional, optional?",
  place: "in, location, place, parameter location, sent in",
  length: "length, max length, maximum length, max. length, size, max size, length limit",
  limit: "limit, limits, max, maximum, constraints, constraint, restrictions",
  default: "default, default value",
  values: "allowed values, possible values, valid values, accepted values, enum, options, values",
  sample: "sample, sample data, sample value, example, examples, example value, example data, e.g.",
  description:
    "description, descriptions, desc, detail, details, meaning, explanation, remark, remarks, note, notes, comment, comments, definition, purpose, content, contents, what it means, cause",
  advice:
    "solution, solutions, suggestion, what to do, action, further action, hint, remedy, how to fix",
  status: "http, http code, http status, http status code",
  code: "code, codes, error code, error codes, error, err code, errcode, result code, response code, return code, reason code, reply code, status code, decline code",
  message:
    "message, error message, error description, msg, text, reason, error text, response message, result message, status message, reply text, error name",
  value: "value, status, state, word",
  environment: "environment, env, mode, system, stage",
  address: "url, base url, uri, host, hostname, endpoint, end point, address",
};

const shapes = new Map<string, Shape>(
  Object.entries(words).flatMap(([shape, list]) =>
    list.split(", ").map((word): [string, Shape] => [word, shape as Shape]),
  ),
);

/** Titles as they are compared. */
export const plainTitle = (title: string): string =>
  title
    .replace(/(?<=[a-z])(?=[A-Z])|(?<=[a-z])_(?=[a-z])/g, " ")
    .replaceAll("_", "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[:*]+$/, "")
    .trim();

/** Undefined for a title that is not known. */
export function shapeOf(title: string): Shape | undefined {
  const word = plainTitle(title);
  return shapes.get(word) ?? shapes.get(word.replace(/[.?]$/, ""));
}

export function roleOf(title: string): Role | undefined {
  const shape = shapeOf(title);
  return shape === undefined || (roles as readonly string[]).includes(shape)
    ? (shape as Role | undefined)
    : "ignored";
}

/** Whether a row of cells is a table's titles: at least two are known, and most. */
export function areTitles(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const known = filled.filter((cell) => shapeOf(cell) !== undefined).length;
  return known >= 2 && known * 2 > filled.length;
}
