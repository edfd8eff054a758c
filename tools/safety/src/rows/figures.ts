/** What long runs measured: docs/figures/rows.json, and the table of it in docs/bulk-refunds.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import type { RowsRun } from "./run-rows.ts";

export interface RowsFigure {
  readonly rows: number;
  /** Such as 2026-11-28. */
  readonly date: string;
  readonly cores: number;
  /** The version of Node. */
  readonly node: string;
  readonly seconds: number;
  readonly workersKilled: number;
  /** Double refunds, false outcomes, and rows that are missing or twice in the report. */
  readonly brokenRules: number;
  /** How many rows had this outcome in the end. */
  readonly unknown: number;
  /** Of all workers, in milliseconds. */
  readonly cpuMsPerRow: number;
  /** The most that a worker had, in MiB. */
  readonly mostMemory: number;
}

const docs = new URL("../../../../docs/", import.meta.url);
const file = new URL("figures/rows.json", docs);
export const page = new URL("bulk-refunds.md", docs);

const begin =
  "<!-- Written by `pnpm safety rows --write` from docs/figures/rows.json. Do not edit. -->";
const end = "<!-- The end of what is written. -->";

export const readFigures = (): readonly RowsFigure[] => JSON.parse(readFileSync(file, "utf8"));

/** Replaces the figure of as many rows, and the table. */
export function writeFigure(figure: RowsFigure): void {
  const others = readFigures().filter(({ rows }) => rows !== figure.rows);
  const figures = [...others, figure].sort((a, b) => a.rows - b.rows);
  writeFileSync(file, `${JSON.stringify(figures, undefined, 2)}\n`);
  writeFileSync(page, withTable(readFileSync(page, "utf8"), figures));
}

export function figureOf(run: RowsRun, rows: number): RowsFigure {
  return {
    rows,
    date: new Date().toISOString().slice(0, 10),
    cores: cpus().length,
    node: process.versions.node,
    seconds: Math.round(run.seconds),
    workersKilled: run.kills,
    brokenRules: run.violations.length,
    unknown: run.outcomes.get("unknown") ?? 0,
    cpuMsPerRow: Number(((1000 * run.cpuSeconds) / rows).toFixed(1)),
    mostMemory: Math.round(run.mostMemory),
  };
}

/** @throws if the page has no place for the table */
export function withTable(text: string, figures: readonly RowsFigure[]): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/bulk-refunds.md has no place for the table.`);
  return `${text.slice(0, from) + begin}\n\n${tableOf(figures)}\n\n${text.slice(to)}`;
}

const number = new Intl.NumberFormat("en-US");

const columns: Readonly<Record<string, (figure: RowsFigure) => string>> = {
  rows: ({ rows }) => number.format(rows),
  "total time": ({ seconds }) => `${number.format(seconds)} s`,
  "rows a second": ({ rows, seconds }) => number.format(Math.round(rows / seconds)),
  "workers killed": ({ workersKilled }) => number.format(workersKilled),
  "double refunds, false outcomes": ({ brokenRules }) => number.format(brokenRules),
  "`unknown` in the end": ({ unknown }) => number.format(unknown),
  "CPU time of the workers per row": ({ cpuMsPerRow }) => `${cpuMsPerRow} ms`,
  "peak memory of a worker": ({ mostMemory }) => `${mostMemory} MiB`,
  measured: ({ date, cores, node }) => `${date}, ${cores} cores, Node ${node}`,
};

const tableOf = (figures: readonly RowsFigure[]): string =>
  [
    Object.keys(columns),
    Object.keys(columns).map(() => "---"),
    ...figures.map((figure) => Object.values(columns).map((cell) => cell(figure))),
  ]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
