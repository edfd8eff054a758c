/** What a saved page is, whatever its format. Every reader makes this, and nothing behind it knows of formats. */

export type Format = "html" | "markdown" | "text";

export interface Page {
  readonly format: Format;
  /** In the order of the page. */
  readonly blocks: readonly Block[];
  /** The format closes what it opens, and everything is closed: nothing can be missing at the end. */
  readonly closed: boolean;
  /** The text breaks off inside something that the format has to close. */
  readonly cut: boolean;
}

export type Block = Heading | Text | Item | Table | Code;

interface Heading {
  readonly kind: "heading";
  readonly text: string;
}

/** A paragraph, or a line of plain text. A short one may be a heading that the format could not mark. */
interface Text {
  readonly kind: "text";
  readonly text: string;
}

/** One entry of a list. */
interface Item {
  readonly kind: "item";
  readonly text: string;
}

export interface Table {
  readonly kind: "table";
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly kind: ColumnKind;
  /** The page's word, such as `Is Required`. */
  readonly title: string;
}

/** What a column holds, read from its title. */
export type ColumnKind =
  | "index"
  | "label"
  | "name"
  | "type"
  | "required"
  | "optional"
  | "place"
  | "limit"
  | "default"
  | "values"
  | "sample"
  | "description"
  | "code"
  | "message"
  | "advice"
  | "value"
  | "environment"
  | "address"
  | "other";

export interface Row {
  /** One cell a column; a cell that the page leaves out is empty. */
  readonly cells: readonly string[];
  /** The page's words. */
  readonly line: string;
  /** The format ran cells together, so where one of two texts ends is a guess; names, types and flags are not. */
  readonly guessed: boolean;
}

export interface Code {
  readonly kind: "code";
  readonly text: string;
}
