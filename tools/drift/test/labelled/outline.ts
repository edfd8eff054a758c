/** What stands where on a page, as outlines.yaml says. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";

export type Side = "request" | "response";

/** Type, required and limit, in the page's words. */
export type Words = readonly [type: string, required?: string | null, limit?: string];

export interface Outline {
  /** The page. */
  readonly page: string;
  readonly file: string;
  /** Of a page that was run blind: what is particular about it. */
  readonly layout?: string;
  readonly sections: Readonly<Record<string, string>>;
  readonly row: string;
  readonly code: string;
  readonly numbered?: string;
  readonly added: Readonly<Record<Side | "error", string>>;
  readonly required: readonly [yes: string, no: string];
  readonly types: Readonly<Record<"text" | "number" | "boolean", string>>;
  readonly fields: Readonly<Record<Side, Readonly<Record<string, Words>>>>;
  readonly enums: readonly {
    readonly side: Side;
    readonly name: string;
    readonly items: readonly string[];
    readonly join?: string;
    readonly new: string;
    readonly deciding: string;
  }[];
  readonly codes: Readonly<Record<string, string>>;
  readonly code_new: string;
  readonly operation: {
    readonly method: string;
    readonly other: string;
    readonly path: string;
    readonly hosts: readonly string[];
  };
  readonly samples: readonly string[];
  readonly prose: readonly string[];
  /** Facts that the page has beyond fields, codes and their limits: `request.amount.unit: minor`. */
  readonly reads?: readonly string[];
  /** Titles, and patterns of heads and rows of tables, cell by cell. */
  readonly titles?: readonly string[];
  readonly heads?: readonly string[];
  readonly rows?: readonly string[];
}

const here = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

export const outlines: Readonly<Record<string, Outline>> = Object.fromEntries(
  Object.entries(parse(here("outlines.yaml")) as Record<string, Omit<Outline, "page">>).map(
    ([name, outline]) => [name, { ...outline, page: here(`pages/${outline.file}`) }],
  ),
);
