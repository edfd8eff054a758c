/** When, how and on what a part was measured. */
import { cpus, loadavg, platform, totalmem } from "node:os";

export interface Measured {
  /** Such as 2026-11-28. */
  readonly date: string;
  /** Repeats this part. */
  readonly command: string;
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGb: number;
    /** Its version. */
    readonly node: string;
    readonly platform: string;
    /** Processes that waited for a core while the part ran, on average over the last minute at its end. */
    readonly load: number;
  };
}

/** No name of the machine and no path of it. */
export function measuredNow(part: string): Measured {
  const [cpu] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    command: `npm run bench -- --only ${part} --write`,
    machine: {
      cpu: cpu?.model ?? "unknown",
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.versions.node,
      platform: platform(),
      load: loadavg()[0] ?? 0,
    },
  };
}
