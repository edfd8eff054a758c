import Table from "cli-table3";
import { cellsOf, columns, levelTexts, measured, type Row } from "./cells.ts";
import { groupsOf, legend, notes, summary, summaryHead } from "./legend.ts";

/** The results as tables for a terminal. */
export function tableOf(rows: readonly Row[]): string {
  const table = new Table({
    head: ["", ...columns, "recognizable?"],
    style: { head: [], border: [], compact: true },
    colWidths: [20, 14, 14, 14, 14, 20, 14, 22, 14],
    wordWrap: true,
  });
  for (const row of rows) {
    const { name, version } = row.subject;
    const title = `${name} ${version}`;
    if (measured(row)) {
      const cells = cellsOf(row);
      table.push([title, ...columns.map((name) => cells[name]), levelTexts[row.verdict.level]]);
    } else
      table.push([title, { colSpan: columns.length + 1, content: `not measured: ${row.failed}` }]);
  }
  const figures = new Table({
    head: [...summaryHead],
    style: { head: [], border: [], compact: true },
  });
  figures.push(...summary(groupsOf(rows)));
  const explained = legend.map(([title, entries]) =>
    [`${title}:`, ...entries.map(([term, text]) => `  ${term}: ${text}`)].join("\n"),
  );
  return [table.toString(), ...explained, notes.join("\n"), figures.toString()].join("\n\n");
}
