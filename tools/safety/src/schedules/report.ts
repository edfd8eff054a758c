import Table from "cli-table3";
import type { Counts, Tally } from "./tally.ts";

/** The width of the second column. With the first column and the borders, the table fits into 100 columns. */
const cellWidth = 68;

/** The tally as a table for a terminal. */
export function reportOf(tally: Tally): string {
  const table = new Table();
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["schedules", [tally.schedules.toLocaleString("en")]],
    ["provider", list(tally.byProvider)],
    ["journal", list(tally.byJournal)],
    ["fetch", list(tally.byFetch)],
    ["faults injected", list(tally.faults)],
    ["other events", list(tally.events)],
    ["reported to callers", list(tally.reported)],
    ["uncertain, then settled", list(tally.settled)],
    ["not covered by any\npromise", list(tally.notPromised)],
    ["refunds that moved money", [tally.moved.toLocaleString("en")]],
    ["double refunds", [String(tally.violations["double refund"] ?? 0)]],
    ["sent twice", [String(tally.violations["sent twice"] ?? 0)]],
    ["outcomes reported wrongly", [String(tally.violations["reported wrongly"] ?? 0)]],
    ["other rules broken", [String(tally.violations["rule broken"] ?? 0)]],
  ];
  for (const [name, cells] of rows) table.push([name, wrap(cells)]);
  return table.toString();
}

const list = (counts: Counts): string[] =>
  Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, times]) => `${name} ${times.toLocaleString("en")}`);

/** Joins the items with commas, and breaks lines between items. */
function wrap(items: readonly string[]): string {
  const lines: string[] = [];
  for (const item of items) {
    const line = lines.at(-1);
    const longer = `${line}, ${item}`;
    if (line !== undefined && longer.length < cellWidth) lines[lines.length - 1] = longer;
    else lines.push(item);
  }
  return lines.join(",\n");
}
