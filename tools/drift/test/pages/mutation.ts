/** Something that happened to a page, with what has to be found. */
import type { Effect } from "../../src/compare/change.ts";
import type { Document, Part } from "./document.ts";

export interface Mutation {
  readonly name: string;
  readonly page: Document;
  /** Nothing; or changes about each of these, which together are at least so much. */
  readonly expected: readonly Expected[];
}

interface Expected {
  readonly about: RegExp;
  readonly effect: Effect;
}

export type Table = Extract<Part, { titles: unknown }>;

export const isTable = (part: Part): part is Table => "titles" in part;

export const column = (table: Table, pattern: RegExp) =>
  table.titles.findIndex((title) => pattern.test(title));

/** Takes a changed part of the page. */
export type Put = (name: string, changed: Part, about: RegExp | string, effect: Effect) => Mutation;

export function putAt(page: Document, index: number): Put {
  return (name, changed, about, effect) => ({
    name,
    page: page.with(index, changed),
    expected: [{ about: typeof about === "string" ? exactly(about) : about, effect }],
  });
}

const exactly = (subject: string) =>
  new RegExp(`(?:^|[. ])${subject.replaceAll(".", "\\.")}(?:$|[. ,:])`);
