/** The tables, as they are printed and kept. */
import { callings } from "./run.ts";
import { broken, type Row, type Summary } from "./summary.ts";

export function tables({ rows }: Summary): string {
  const cells = rows.map((row) => [
    row.was,
    row.wanted[0] ?? "",
    ...callings.map((calling) => cell(row, calling)),
  ]);
  const all = [["what was done", "is", ...callings], ...cells];
  const widths = (all[0] ?? []).map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((text, at) => text.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  const [head = [], ...rest] = all;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [line(head), rule, ...rest.map(line)].join("\n");
}

function cell({ called, wanted }: Row, calling: string): string {
  const times = called[calling] ?? 0;
  if (times === 0) return "";
  return wanted.includes(calling) ? String(times) : `**${times}**`;
}

export function figures(summary: Summary): string {
  const { changes, majors, calm, unreadable, more } = summary;
  return [
    `- changes found: ${changes.found} of ${changes.all}`,
    `- majors called less: ${majors.less} of ${majors.all}`,
    `- words, layout, order and examples called a change with an effect, or unreadable: ${calm.alarms} of ${calm.all}`,
    `- pages that cannot be read, recognised: ${unreadable.recognised} of ${unreadable.all}`,
    `- called more than they are: ${more}`,
    ...summary.misses.map((line) => `  - ${line}`),
  ].join("\n");
}

export function report(summaries: readonly Summary[]): string {
  const parts = summaries.map((one) => `${one.set}\n\n${tables(one)}\n\n${figures(one)}\n`);
  const missed = summaries.flatMap(broken);
  return [...parts, missed.length > 0 ? missed.join("\n") : "All that must hold does."].join("\n");
}
