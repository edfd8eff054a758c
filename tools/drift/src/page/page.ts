/** A saved page as one tree, whatever its format: headings, sentences, entries, tables and code, in the page's order. */

export type Format = "html" | "markdown" | "text";

export interface Page {
  readonly format: Format;
  readonly blocks: readonly Block[];
  /** Everything the format opens is closed, so nothing can be missing at the end. */
  readonly closed: boolean;
  /** The text breaks off inside something that the format has to close. */
  readonly cut: boolean;
}

export type Block = Text | Table | Code;

export interface Text {
  readonly kind: "heading" | "sentence" | "item";
  readonly text: string;
  /** Of a heading that the format marks: 1 to 6. A short line of plain text has none. */
  readonly level?: number;
}

export interface Table {
  readonly kind: "table";
  /** Empty where the table has no row of titles. */
  readonly titles: readonly string[];
  readonly rows: readonly Row[];
  /** The field in whose cell the table stands. */
  readonly object?: string;
}

export interface Row {
  /** One cell a column. */
  readonly cells: readonly string[];
  /** The page's words. */
  readonly line: string;
  /** Tables that stand in one of the cells. */
  readonly inner?: readonly Table[];
  /** The format ran the cells together, so the end of a text cell is not certain. */
  readonly joined?: boolean;
}

export interface Code {
  readonly kind: "code";
  readonly text: string;
}

/** What splits a text page's rows where nothing stands between the cells. */
export interface Known {
  readonly titles: (title: string) => string | undefined;
  readonly names: ReadonlySet<string>;
  /** Codes to their messages. */
  readonly errors: ReadonlyMap<string, string>;
}
