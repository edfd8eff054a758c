/** What `npm run bench -- --write` keeps: docs/figures/bench.json, and the page of it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { type Figures, pageOf } from "./page.ts";
import { type Part, partNames } from "./run.ts";

const folder = new URL("../../../docs/figures/", import.meta.url);
const raw = new URL("bench.json", folder);
export const page = new URL("bench.md", folder);

export const readFigures = (): Figures =>
  existsSync(raw) ? JSON.parse(readFileSync(raw, "utf8")) : { parts: [] };

export function writePart(part: Part): void {
  mkdirSync(folder, { recursive: true });
  const figures = withPart(readFigures(), part);
  writeFileSync(raw, `${JSON.stringify(figures, undefined, 1)}\n`);
  writeFileSync(page, pageOf(figures));
}

/** The other parts stay as they were, with the date and the machine of their own. */
export function withPart({ parts }: Figures, part: Part): Figures {
  const all = [...parts.filter(({ name }) => name !== part.name), part];
  return { parts: all.sort((a, b) => partNames.indexOf(a.name) - partNames.indexOf(b.name)) };
}
