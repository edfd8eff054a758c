import { type Html, html } from "./html.ts";

export interface Column {
  readonly title: string;
  /** The cells are numbers. */
  readonly sum?: boolean;
  /** The column takes the remaining width. */
  readonly wide?: boolean;
}

/** A table that a narrow screen shows as one block per row, each cell with its title, and without empty cells. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly (Html | string)[])[],
): Html {
  const of = ({ sum, wide }: Column) => (sum || wide ? html` class="${sum ? "sum" : "wide"}"` : "");
  const cell = (value: Html | string, at: number) => {
    const column = columns[at] ?? { title: "" };
    // The style sheet hides cells that match `:empty`.
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
