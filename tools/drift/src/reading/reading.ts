/** How a provider's page is read: `specs/readings/<provider>.json`. Proposed by `docs:accept`, confirmed by a maintainer. */
import { Ajv } from "ajv";
import { printJson } from "../print-json.ts";
import { Unusable } from "../unusable.ts";
import type { Role } from "../words/titles.ts";
import type { Place } from "./fact.ts";
import schema from "./reading.schema.json" with { type: "json" };

export interface Reading {
  /** Titles of the parts of a larger page that are about the refund call. Left out, all of it is. */
  readonly sections?: readonly string[];
  /** Lines that say method, path, hosts, fixed headers or the version: `Endpoint: {method} {path}`. */
  readonly lines: readonly string[];
  readonly tables: readonly TableReading[];
  readonly examples: readonly ExampleReading[];
  /** Lists of words, such as payment methods. */
  readonly lists: readonly ListReading[];
}

export interface TableReading {
  /** The title above the table. */
  readonly under: string;
  /** `lines`: its rows say method, path or hosts. `?`: the proposal does not know; nothing is recorded until you do. */
  readonly is: "request" | "response" | "errors" | "values" | "lines" | "nothing" | "?";
  /** Of a request's table: where its fields travel, unless a column says it of each. */
  readonly place?: Place;
  /** The object whose fields the table lists: `data`. */
  readonly object?: string;
  /** Of a table of values: the field that has them, `response.status`. */
  readonly of?: string;
  /** Each title, and what its column holds. Columns without titles are called 1, 2, 3. */
  readonly columns: Readonly<Record<string, Role | "?">>;
}

export interface ExampleReading {
  readonly under: string;
  readonly is: "request" | "response" | "nothing";
  /** What tells it from the other examples of its side. */
  readonly label?: string;
}

export interface ListReading {
  readonly under: string;
  /** `list.<name>`, or the field whose values they are: `response.status`. */
  readonly of: string;
}

/** @throws {Unusable} for a file that is not a reading, with the place and what was expected */
export function parseReading(file: string, text: string): Reading {
  const read: unknown = jsonIn(file, text);
  const valid = new Ajv({ allErrors: false, strict: false }).compile<Reading>(schema);
  if (valid(read)) return read;
  const [problem] = valid.errors ?? [];
  const allowed: unknown = problem?.params.allowedValues ?? problem?.params.additionalProperty;
  throw new Unusable(
    `${file}${problem?.instancePath ?? ""}: ${problem?.message ?? "is not a reading"}${allowed === undefined ? "" : ` (${[allowed].flat().join(", ")})`}.`,
  );
}

/** What the entry of a table may say, for a person who writes one. */
export function allowedInTables(): string {
  const { is, columns } = schema.definitions.table.properties;
  const words = (all: readonly string[]) => all.filter((word) => word !== "?").join(", ");
  return `"is": ${words(is.enum)}; "columns": ${words(columns.additionalProperties.enum)}`;
}

function jsonIn(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Unusable(
      `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

export const printReading = ({ sections, lines, tables, examples, lists }: Reading): string =>
  printJson({ ...(sections && { sections }), lines, tables, examples, lists });
