/** What a refund costs, and what a bundle weighs, next to published SDKs: from what `npm run bench` measured. */
import type { Bench } from "../evidence/bench.ts";
import type { Sizes } from "../evidence/sizes.ts";
import { type Bar, bars } from "./bars.ts";

export const sizes = ({ all }: Sizes): string =>
  bars({
    title: "Bytes of a bundle, minified and compressed",
    written: (bytes) => `${(bytes / 1000).toFixed(1)} kB`,
    bars: all.map(({ name, own, bytes }) => ({
      label: name,
      value: bytes,
      tone: own ? "good" : "quiet",
    })),
  });

/** Of one refund with Stripe, and who pays for it. */
const calls: readonly (readonly [string, string, Bar["tone"]])[] = [
  ["by hand", "written by hand, with a time limit only", "quiet"],
  ["openapi-fetch", "openapi-fetch", "quiet"],
  ["stripe-node", "stripe", "quiet"],
  ["stripe", "@refunds/stripe", "good"],
  ["stripe, facade and memory journal", "refunds, with a journal in memory", "good"],
];

export const costs = ({ series }: Bench): string =>
  bars({
    title: "Time of the CPU for one refund, without a network",
    written: (us) => `${us.toFixed(0)} µs`,
    bars: calls.map(([measured, label, tone]) => {
      const sorted = [...(series("calls", measured).cpuUs ?? [])].sort((a, b) => a - b);
      const value = sorted[Math.floor(sorted.length / 2)];
      if (value === undefined) throw new Error(`bench.json has no CPU time of ${measured}.`);
      return { label, value, range: [sorted[0] ?? value, sorted.at(-1) ?? value], tone };
    }),
  });
