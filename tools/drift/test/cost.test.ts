import { execFile } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli, repoWith, run } from "./command.ts";
import { formats } from "./pages/document.ts";
import { quay } from "./pages/quay.ts";

/** Processor seconds of a program and of everything it starts: only a shell's `time` counts both. */
const cost = (...command: string[]) =>
  new Promise<number>((resolve, reject) => {
    const script = 'TIMEFORMAT="cpu %U %S"; time "$@" >/dev/null';
    execFile("bash", ["-c", script, "bash", process.execPath, ...command], (error, _, err) => {
      const [, user, system] = /cpu ([\d.]+) ([\d.]+)\s*$/.exec(err) ?? [];
      if (error) reject(error);
      else resolve(Number(user) + Number(system));
    });
  });

let root = "";

beforeAll(() => {
  root = repoWith("quay");
  // As large as documentation sites make their pages.
  const menu = Array.from(
    { length: 400 },
    (_, index) => `<li><a href="/docs/${index}">Entry ${index}</a></li>`,
  );
  writeFileSync(
    join(root, "page.html"),
    formats.html(quay).replace("<main>", `<nav><ul>${menu.join("")}</ul></nav><main>`),
  );
  expect(run(root, "accept", "quay", "page.html").code).toBe(0);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test("a check costs at most 1.5 times what starting Node and parsing the page costs", {
  timeout: 240_000,
  retry: 4,
}, async () => {
  const parseOnly = fileURLToPath(new URL("parse-only.ts", import.meta.url));
  const page = join(root, "page.html");
  const check = () => cost(...cli, "check", "quay", page, "--root", root);
  const parse = () => cost(parseOnly, page, join(root, "cache"));
  // The first runs fill Node's compile caches. Other work on the machine can only make a run dearer, so the cheapest counts.
  await Promise.all([check(), parse()]);
  const runs: [number, number][] = [];
  for (let round = 0; round < 7; round++) runs.push([await check(), await parse()]);
  const [ours, theirs] = [0, 1].map((which) => Math.min(...runs.map((pair) => pair[which] ?? 0)));
  const ratio = (ours ?? 0) / (theirs ?? 1);
  console.log(
    `docs:check ${ours?.toFixed(3)} s, starting and parsing ${theirs?.toFixed(3)} s: ${ratio.toFixed(2)} times`,
  );
  expect(ratio).toBeLessThanOrEqual(1.5);
});
