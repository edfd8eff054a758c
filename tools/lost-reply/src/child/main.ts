/** A process that makes one client and refunds with it, for its parent: `attempt.ts`. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Job, Report } from "../attempt.ts";
import { drills } from "../drills/index.ts";
import { openOwn } from "../own-client.ts";
import { sightOf } from "../sight.ts";
import { detour } from "./detour.ts";

const tell = (report: Report) => void process.send?.(report);

const job: Job = JSON.parse(process.argv[2] ?? "");
detour(job.port);

let refund: () => Promise<unknown>;
try {
  refund = await open(job);
} catch (error) {
  tell({ broken: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  throw error;
}
// What an SDK throws where no caller can catch it brings a merchant's process down.
process.on("uncaughtException", (error) =>
  tell({ sight: { settled: "crashed", because: String(error) } }),
);
tell({ ready: true });
for (let call = 1; call < job.calls; call += 1) await sightOf(refund, job.port);
tell({ sight: await sightOf(refund, job.port) });

async function open({ with: subject, ...ask }: Job): Promise<() => Promise<unknown>> {
  if ("provider" in subject) return openOwn(subject, `https://127.0.0.1:${ask.port}`, ask);
  const drill = drills[subject.drill];
  if (!drill) throw new Error(`there is no drill ${subject.drill}`);
  // Resolved from the folder the SDK is installed in.
  const { load } = await import(pathToFileURL(join(subject.folder, "load.mjs")).href);
  return drill.open(await load(), ask);
}
