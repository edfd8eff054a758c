/** The made-up provider's page, as drift's tests have it, and what a provider does to a page. */
import { type Document, formats } from "../../../drift/test/pages/document.ts";
import { fjordpay } from "../../../drift/test/pages/fjordpay.ts";

export { fjordpay as page, formats };

type Rows = readonly (readonly string[])[];

/** The page with another table under a heading. */
export function withTable(page: Document, heading: string, edit: (rows: Rows) => Rows): Document {
  const from = page.findIndex((part) => "heading" in part && part.heading === heading);
  const at = page.findIndex((part, index) => index > from && "rows" in part);
  const table = page[at];
  if (from < 0 || !table || !("rows" in table)) throw new Error(`No table under "${heading}".`);
  const rows = edit(table.rows);
  if (rows.length === table.rows.length) throw new Error(`Nothing changed under "${heading}".`);
  return page.with(at, { ...table, rows });
}

/** The page with a line less in its example. */
export function withoutLine(page: Document, pattern: RegExp): Document {
  const at = page.findIndex((part) => "code" in part && pattern.test(part.code));
  const example = page[at];
  if (!example || !("code" in example)) throw new Error(`No example has ${pattern}.`);
  return page.with(at, { code: example.code.replace(pattern, "") });
}
