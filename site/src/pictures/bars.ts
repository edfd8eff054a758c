/** Horizontal bars, one below the other, each under its label. */
import { style, type Tone } from "./colours.ts";

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** The least and the most that was measured, as a line across the end of the bar. */
  readonly range?: readonly [number, number];
  readonly tone: Tone;
}

export interface BarChart {
  readonly title: string;
  /** How a value is written at the end of its line. */
  readonly written: (value: number) => string;
  readonly bars: readonly Bar[];
}

/** Narrow enough for a phone. */
const width = 330;
const step = 44;

export function bars({ title, written, bars: all }: BarChart): string {
  const most = Math.max(...all.map(({ value, range }) => range?.[1] ?? value));
  const at = (value: number) => Math.round((value / most) * (width - 2) * 10) / 10 + 1;
  const lines = all.map(({ label, value, range, tone }, line) => {
    const y = line * step + 14;
    return [
      `<text class="p-ink" x="0" y="${y}" font-size="13">${label}</text>`,
      `<text class="p-ink" x="${width}" y="${y}" font-size="13" font-weight="bold" text-anchor="end">${written(value)}</text>`,
      `<rect class="p-${tone}" x="1" y="${y + 7}" width="${at(value)}" height="14" rx="3"/>`,
      range &&
        `<path class="p-plain-line" d="M${at(range[0])} ${y + 14}H${at(range[1])}M${at(range[0])} ${y + 10}v8M${at(range[1])} ${y + 10}v8"/>`,
    ].join("");
  });
  const height = all.length * step;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width + 2} ${height}" role="img" font-family="Helvetica, Arial, sans-serif"><title>${title}</title>${style}
${lines.join("\n")}
</svg>
`;
}
