/** A process that measures one subject, whenever it is asked to. */

import { median } from "./statistics.ts";
import { kinds } from "./subjects/index.ts";
import { sampleOf } from "./subjects/sample.ts";
import type { Places, SubjectOptions } from "./subjects/subject.ts";

/** What so many refunds cost, each. */
export interface Measured {
  readonly cpuUs: number;
  readonly wallUs: number;
  /** Bytes that are allocated. */
  readonly bytes: number;
}

const [options, places] = process.argv.slice(2).map((text) => JSON.parse(text)) as [
  SubjectOptions,
  Places,
];
const { kind, provider, atOnce = 1, perPayment = 1, held = 0, server } = options;
const make = kinds[kind];
if (!make) throw new Error(`There is no kind ${kind}; use ${Object.keys(kinds).join(", ")}.`);
const sample = sampleOf(provider);
let last = 0;
const headers = { "content-type": "application/json" };
// The refund that is asked for is the last that began: `fetch` is called once for each, in their order.
let asked = 0;
const fetch = async () => {
  asked++;
  return new Response(sample.answer(asked, Math.floor(asked / perPayment)), { headers });
};
const refund = await make({
  sample,
  options,
  places,
  fetch: server ? (globalThis.fetch as typeof fetch) : fetch,
  progress: (text) => process.send?.(text),
});

async function runAll(calls: number): Promise<void> {
  const end = last + calls;
  const lane = async () => {
    while (last < end) await refund(++last);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

async function measure(calls: number): Promise<Measured> {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  await runAll(calls);
  const { user, system } = process.cpuUsage(cpu);
  const wallUs = ((performance.now() - wall) * 1000) / calls;
  return { cpuUs: (user + system) / calls, wallUs, bytes: await countBytes() };
}

/** So few that the memory for young objects holds all of them, as a rule. */
const few = 4;

/** The median of several counts, because a collection may come in between. */
async function countBytes(): Promise<number> {
  if (atOnce > 1 || perPayment > 1 || held > 0) return Number.NaN;
  const counts: number[] = [];
  while (counts.length < 9) {
    const before = process.memoryUsage().heapUsed;
    await runAll(few);
    counts.push((process.memoryUsage().heapUsed - before) / few);
  }
  return median(counts);
}

process.on("message", async (calls: number) => {
  process.send?.(await measure(calls));
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
