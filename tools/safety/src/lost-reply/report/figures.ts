/** What `npm run lost-reply -- --write` keeps: docs/figures/lost-replies.json, and the page of it. */
import { readFileSync, writeFileSync } from "node:fs";
import { controlNames, lostReplyNames } from "../scenario.ts";
import {
  arrivals,
  type Cells,
  cellsOf,
  find,
  levelTexts,
  measured,
  type Row,
  resultLine,
} from "./cells.ts";
import { type Group, groupsOf } from "./legend.ts";
import { pageOf } from "./page.ts";

export interface Figures {
  /** Such as 2026-11-28. */
  readonly date: string;
  readonly command: string;
  /** The version of Node. */
  readonly node: string;
  readonly groups: readonly Group[];
  readonly rows: readonly FigureRow[];
}

/** One SDK, or one provider of this repo. */
export type FigureRow = Pick<Row["subject"], "name" | "package" | "version" | "own"> &
  (
    | {
        readonly call: string;
        readonly cells: Cells;
        /** The worst of the cells, in words. */
        readonly recognizable: string;
        /** Scenario, how many requests arrived, what the caller got, and by what it can be recognized. */
        readonly scenarios: readonly (readonly string[])[];
      }
    | { readonly failed: string }
  );

const docs = new URL("../../../../../docs/", import.meta.url);
const file = new URL("figures/lost-replies.json", docs);
export const page = new URL("lost-replies.md", docs);

export const readFigures = (): Figures => JSON.parse(readFileSync(file, "utf8"));

export function writeFigures(figures: Figures): void {
  writeFileSync(file, `${JSON.stringify(figures, undefined, 1)}\n`);
  writeFileSync(page, pageOf(figures));
}

export const figuresOf = (rows: readonly Row[]): Figures => ({
  date: new Date().toISOString().slice(0, 10),
  command: "npm run lost-reply -- --write",
  node: process.versions.node,
  groups: groupsOf(rows),
  rows: rows.map(figureOf),
});

function figureOf(row: Row): FigureRow {
  const { name, package: npm, version, own } = row.subject;
  const subject = { name, package: npm, version, own };
  if (!measured(row)) return { ...subject, failed: row.failed };
  const { runs, verdict } = row;
  return {
    ...subject,
    call: row.subject.call,
    cells: cellsOf(row),
    recognizable: levelTexts[verdict.level],
    scenarios: [...controlNames, ...lostReplyNames].map((scenario) => {
      const run = find(runs, scenario);
      const limit = run.timeoutMs ? ` (\`${row.subject.timeoutOption}\`: ${run.timeoutMs} ms)` : "";
      const judgement = scenario in verdict.each ? verdict.each[scenario as "hang"] : undefined;
      const recognizableBy = judgement ? `${levelTexts[judgement.level]}: ${judgement.by}` : "";
      return [`\`${scenario}\`${limit}`, arrivals(run), resultLine(run.callResult), recognizableBy];
    }),
  };
}
