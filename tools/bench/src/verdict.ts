/** Holds what was measured to its goals. Pure. */
import type { PackageSeries } from "./packages.ts";
import type { Goal, Part } from "./run.ts";
import { ratios, type Spread, spreadOf } from "./statistics.ts";
import type { Series } from "./turns.ts";

export interface Verdict {
  readonly goal: Goal;
  readonly measured: Spread;
  readonly met: boolean;
}

export const isPackage = (series: Series | PackageSeries): series is PackageSeries =>
  "gzipped" in series;

export function verdictsOf({ goals, series }: Part): Verdict[] {
  const find = (name: string | undefined) => series.find((one) => one.name === name);
  return goals.flatMap((goal) => {
    const [one, other] = [find(goal.subject), find(goal.of)];
    if (!one) return [];
    let measured: Spread;
    if (isPackage(one)) measured = spreadOf([one.gzipped]);
    else if (goal.of === undefined) measured = spreadOf(one.cpuUs);
    else if (other && !isPackage(other)) measured = spreadOf(ratios(one.cpuUs, other.cpuUs));
    else return [];
    return [{ goal, measured, met: measured.median <= goal.most }];
  });
}
