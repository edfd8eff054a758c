/** What `npm run bench` measured, read from what it wrote. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Series {
  readonly name: string;
  /** Of each turn. */
  readonly cpuUs?: readonly number[];
  /** Of the bundle for Node, minified and compressed. */
  readonly gzipped?: number;
}

export interface Bench {
  /** When it was measured, such as 2026-11-28. */
  readonly date: string;
  /** @throws if this part was not measured, or has no such subject */
  series(part: string, name: string): Series;
}

interface BenchFile {
  readonly date: string;
  readonly parts: readonly { readonly name: string; readonly series: readonly Series[] }[];
}

export function readBench(root: string): Bench {
  const { date, parts }: BenchFile = JSON.parse(
    readFileSync(join(root, "docs/figures/bench.json"), "utf8"),
  );
  return {
    date,
    series(part, name) {
      const all = parts.find((one) => one.name === part)?.series ?? [];
      const found = all.find((one) => one.name === name);
      if (!found) throw new Error(`bench.json has no ${name} in ${part}.`);
      return found;
    },
  };
}
