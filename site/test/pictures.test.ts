import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { bars } from "../src/pictures/bars.ts";
import { lostReply } from "../src/pictures/lost-reply.ts";
import { changes } from "../src/pictures/outcome-states.ts";
import { pictures } from "../src/pictures/pictures.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("pictures", () => {
  test("are what `npm run pictures` draws", async () => {
    for (const [file, svg] of Object.entries(await pictures(root))) {
      const path = join(root, file);
      const stored = existsSync(path) ? readFileSync(path, "utf8") : "";
      expect(stored === svg, `${file} is stale: run \`npm run pictures\``).toBe(true);
      expect(svg).not.toMatch(/undefined|NaN|(?:fill|stroke)="(?!none)#?\w/);
    }
  });

  test.each([1, 15, 16, 29, 100])("%i squares stay within the picture", (measured) => {
    const group = { name: "", measured, recognizable: measured, sentAgain: 0, twice: 0 };
    const svg = lostReply({ groups: [group] });
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const squares = [...svg.matchAll(/<rect class="[^"]*" x="(\d+)" y="(\d+)" width="(\d+)"/g)];
    expect(squares).toHaveLength(3 * measured);
    for (const [, x, y, size] of squares) {
      expect(Number(x) + Number(size)).toBeLessThan(Number(width));
      expect(Number(y) + Number(size)).toBeLessThan(Number(height));
    }
  });

  test("bars end where the largest value or range does", () => {
    const svg = bars({
      title: "Bars",
      written: String,
      bars: [
        { label: "a", value: 50, tone: "quiet" },
        { label: "b", value: 100, range: [50, 200], tone: "good" },
      ],
    });
    const widths = [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    );
    expect(widths).toEqual([83, 165]);
    expect(svg).toContain("M83 72H329");
  });

  test("the states show what the journal's rules allow", () => {
    const found = changes();
    const causes = (from: string, to: string) => [...(found.get(`${from} ${to}`) ?? [])];
    expect(causes("unknown", "succeeded")).toContain("evidence");
    expect(causes("not_sent", "leaving")).toEqual(["sent again"]);
    expect(causes("declined", "leaving")).toEqual(["sent again"]);
    expect(causes("unknown", "leaving")).toEqual([]);
    expect(causes("succeeded", "needs_review")).toContain("contradiction");
    expect(causes("succeeded", "declined")).toEqual([]);
  });
});
