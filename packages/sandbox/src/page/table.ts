import { type Html, html } from "./html.ts";

export interface Column {
  readonly title: string;
  /** Its cells are figures, to be compared with each other. */
  readonly sum?: boolean;
  /** It takes the room that the others leave. */
  readonly wide?: boolean;
}

/** A table that a phone shows as one block a row, with each cell's title before it; empty cells are left out there. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly (Html | string)[])[],
): Html {
  const of = ({ sum, wide }: Column) => (sum || wide ? html` class="${sum ? "sum" : "wide"}"` : "");
  const cell = (value: Html | string, at: number) => {
    const column = columns[at] ?? { title: "" };
    // Nothing at all where there is nothing to show: the style sheet looks for that.
    const held = value === "" ? "" : html`<div>${value}</div>`;
    return html`<td${of(column)} data-title="${column.title}">${held}</td>`;
  };
  return html`<table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${of(column)}>${column.title}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (row) => html`<tr>${row.map(cell)}</tr>
`,
)}</tbody>
</table>`;
}
