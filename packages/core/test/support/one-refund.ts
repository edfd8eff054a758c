/** One refund in a process of its own, which may be short of files or behind a proxy. Prints what came of it. */
import { openSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { acorn, acornRequest } from "./acorn.ts";

const [, , baseUrl = "", files] = process.argv;
const client = acorn({ baseUrl, timeoutMs: 5000 });
// Loads what a first refund loads, so that only the connection lacks a file.
await acorn({ baseUrl: "http://127.0.0.1:1", timeoutMs: 100 }).refund(acornRequest);
if (files === "no-files") {
  takeAllFiles();
  // The first refund's socket may close only now, which would leave one file for the next.
  await setTimeout(200);
  takeAllFiles();
}
process.stdout.write(JSON.stringify(await client.refund(acornRequest)));

function takeAllFiles(): void {
  try {
    while (true) openSync("/dev/null", "r");
  } catch {}
}
