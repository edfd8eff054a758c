/** Tables without titles, as references made from a description of the API have them: a name, and beside it all that is said. */
import { columnsOf } from "../words/columns.ts";
import { nameAndFlag } from "../words/kind.ts";
import { isWholeType, typeAtStart } from "../words/types.ts";
import type { Row, Table } from "./page.ts";

const columns = columnsOf(["Name", "Type", "Required", "Description"]);

/** Undefined where a row is anything but a field. Such a table marks what is required, and leaves the others without a word. */
export function untitledTable(rows: readonly (readonly string[])[]): Table | undefined {
  const read = rows.filter((row) => row.some((cell) => cell !== "")).map(fieldIn);
  const fields = read.filter((field) => field !== undefined);
  if (fields.length === 0 || fields.length < read.length) return undefined;
  const marked = fields.some(({ flag }) => flag !== "");
  const made = fields.map(
    ({ name, flag, type, rest, line }): Row => ({
      cells: [name, type, marked && flag === "" ? "optional" : flag, rest],
      line,
      guessed: false,
    }),
  );
  return {
    kind: "table",
    columns: marked ? columns : columns.filter(({ kind }) => kind !== "required"),
    rows: marked
      ? made
      : made.map((row) => ({ ...row, cells: row.cells.filter((_, at) => at !== 2) })),
  };
}

function fieldIn(cells: readonly string[]) {
  const [first = "", said = "", ...others] = cells;
  const start = nameAndFlag(first);
  const type = typeAtStart(said);
  if (!start || type === undefined || !isWholeType(said, type) || others.some(Boolean))
    return undefined;
  return {
    ...start,
    type,
    rest: said.slice(type.length).trim(),
    line: cells.filter(Boolean).join(" | "),
  };
}
