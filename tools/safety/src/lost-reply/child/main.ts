/** A child process of `attempt.ts`, which creates one client and refunds with it. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ChildMessage, Job } from "../attempt.ts";
import { callResultOf } from "../call-result.ts";
import { allDrills } from "../drills/index.ts";
import { openOwn } from "../own-client.ts";
import { redirectConnections } from "./redirect-connections.ts";

const sendMessage = (message: ChildMessage) => void process.send?.(message);

const job: Job = JSON.parse(process.argv[2] ?? "");
redirectConnections(job.port);

let refund: () => Promise<unknown>;
try {
  refund = await open(job);
} catch (error) {
  sendMessage({ broken: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  throw error;
}
// An error that an SDK throws outside of the call would crash a merchant's process.
process.on("uncaughtException", (error) =>
  sendMessage({ callResult: { settled: "crashed", because: String(error) } }),
);
sendMessage({ ready: true });
for (let call = 1; call < job.calls; call += 1) await callResultOf(refund, job.port);
sendMessage({ callResult: await callResultOf(refund, job.port) });

async function open({ with: subject, ...ask }: Job): Promise<() => Promise<unknown>> {
  if ("provider" in subject) return openOwn(subject, `https://127.0.0.1:${ask.port}`, ask);
  const drill = allDrills[subject.drill];
  if (!drill) throw new Error(`Unknown drill ${subject.drill}`);
  // load.mjs resolves the SDK from the folder in which it is installed.
  const { load } = await import(pathToFileURL(join(subject.folder, "load.mjs")).href);
  return drill.open(await load(), ask);
}
