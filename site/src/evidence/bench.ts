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
  /**
   * When a part was measured, such as 2026-11-28.
   * @throws if this part was not measured
   */
  date(part: string): string;
  /** @throws if this part was not measured, or has no such subject */
  series(part: string, name: string): Series;
}

interface Part {
  readonly name: string;
  readonly date: string;
  readonly series: readonly Series[];
}

export function readBench(root: string): Bench {
  const file = readFileSync(join(root, "docs/figures/bench.json"), "utf8");
  const { parts }: { readonly parts: readonly Part[] } = JSON.parse(file);
  function partNamed(name: string): Part {
    const found = parts.find((part) => part.name === name);
    if (!found) throw new Error(`bench.json has no ${name}.`);
    return found;
  }
  return {
    date: (part) => partNamed(part).date,
    series(part, name) {
      const found = partNamed(part).series.find((one) => one.name === name);
      if (!found) throw new Error(`bench.json has no ${name} in ${part}.`);
      return found;
    },
  };
}
