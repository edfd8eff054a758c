/** Where `npm run sdk-requests -- --write` keeps what it found. */
import { readFileSync, writeFileSync } from "node:fs";
import { type Figures, pageOf } from "./page.ts";

const docs = new URL("../../../../docs/", import.meta.url);
const file = new URL("figures/sdk-requests.json", docs);
export const page = new URL("held-against-sdks.md", docs);

export const readFigures = (): Figures => JSON.parse(readFileSync(file, "utf8"));

export function writeFigures(figures: Figures): void {
  writeFileSync(file, `${JSON.stringify(figures, undefined, 1)}\n`);
  writeFileSync(page, pageOf(figures));
}
