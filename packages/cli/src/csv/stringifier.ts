/** Text of CSV that a spreadsheet can open: a value that it would take for a formula begins with an apostrophe. */
import { type Stringifier, stringify } from "csv-stringify";

export const csvStringifier = (columns: readonly string[]): Stringifier =>
  stringify({ header: true, columns: [...columns], escape_formulas: true });
