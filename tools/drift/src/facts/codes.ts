/** Tables of error codes, tables of a field's values, and lists of words. */
import type { Row, Table } from "../page/page.ts";
import { columnsOf } from "../words/columns.ts";
import type { Facts } from "./fact.ts";
import { cellsOf } from "./fields.ts";

/** A description longer than this is prose, which is not kept. */
const longestMessage = 80;

export function addErrors(facts: Facts, table: Table): void {
  for (const row of table.rows) {
    const cells = cellsOf(table, row);
    const code = codeIn(
      ownCode(table, row) ?? cells.get("code") ?? cells.get("name") ?? cells.get("value") ?? "",
    );
    if (!code) continue;
    const message = cells.get("message") ?? cells.get("description") ?? cells.get("advice") ?? "";
    const words = message
      .replace(/[`"“”]/g, "")
      .replace(/\s+/g, " ")
      .trim();
    const kept = words !== "" && words.length <= longestMessage;
    facts.add(`error.${code}`, kept ? "message" : "listed", kept ? words : "yes", row.line);
  }
}

/** A list of codes instead of a table: `E101: Shop unknown`. As a table of one row. */
export function errorItem(text: string): Table | undefined {
  const [, code, message] = errorPattern.exec(text.trim()) ?? [];
  if (!code || !message) return undefined;
  const rows = [{ cells: [code, message], line: text, guessed: false }];
  return { kind: "table", columns: columnsOf(["Code", "Message"]), rows };
}

const errorPattern =
  /^[`"'*]*(\d{2,6}|[A-Z]{1,4}[-_]?\d{2,6}|[A-Z][A-Z0-9_]{3,}|[A-Za-z0-9]+(?:[_.][A-Za-z0-9]+)+)[`"'*]*(?:\s*:|\s+[–—=-])\s+(\S.*)$/;

/** Beside an HTTP status, the provider's own code is the code. */
function ownCode(table: Table, row: Row): string | undefined {
  const own = table.columns.findIndex(
    ({ kind, title }) => kind === "code" && !/http|status/i.test(title),
  );
  return row.cells[own];
}

/** Values that a field can have. */
export function addValues(facts: Facts, table: Table, subject: string): void {
  for (const row of table.rows) {
    const cells = cellsOf(table, row);
    const word = codeIn(
      cells.get("value") ?? cells.get("code") ?? cells.get("name") ?? row.cells[0] ?? "",
    );
    if (word) facts.add(subject, `enum.${word}`, "yes", row.line);
  }
}

const codeIn = (cell: string): string | undefined =>
  /^[`"']?([\w.-]+)[`"']?$/.exec(cell.trim())?.[1];

/** An entry that is a word of the wire: `VISA`, `partly_refunded`, `VISA: credit cards`. */
export const wordIn = (item: string): string | undefined =>
  /^[`"']?([A-Z][A-Z0-9_-]+|[a-z]+(?:_[a-z0-9]+)+)[`"']?(?:\s*(?:[:=–(]|- ).*)?$/.exec(
    item.trim(),
  )?.[1];
