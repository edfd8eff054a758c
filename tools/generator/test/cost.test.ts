import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const library = fileURLToPath(
  new URL(
    "../bin/cli.js",
    `file://${createRequire(import.meta.url).resolve("openapi-typescript")}`,
  ),
);

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

/** Other work on the machine can only make a run dearer, so the cheapest of several is the true one. */
async function cheapest(...command: string[]): Promise<number> {
  const runs: number[] = [];
  for (let times = 0; times < 3; times++) runs.push(await cost(...command));
  return Math.min(...runs);
}

/** On a machine that does other things caches are cold again and again; one undisturbed measurement counts. */
const patient = { timeout: 240_000, retry: 4 };

let root = "";

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "cost-test-"));
  await cp(path("../../../specs"), join(root, "specs"), { recursive: true });
});

afterAll(() => rm(root, { recursive: true, force: true }));

const source = "--conditions=refunds-source";
const generate = (...specs: string[]) => [source, path("../src/cli.ts"), "--root", root, ...specs];
const openapiTypescript = () => [
  library,
  join(root, "specs/ottpay.yaml"),
  "-o",
  join(root, "schema.ts"),
];

test(
  "generating everything costs at most twice what openapi-typescript costs for one spec",
  patient,
  async () => {
    // The first run fills Node's compile cache.
    await cost(...generate());
    const ours = await cheapest(...generate());
    const theirs = await cheapest(...openapiTypescript());
    const ratio = ours / theirs;
    console.log(
      `generate ${ours.toFixed(2)} s, openapi-typescript once ${theirs.toFixed(2)} s: ${ratio.toFixed(2)} times`,
    );
    expect(ratio).toBeLessThanOrEqual(2);
  },
);

test(
  "one changed provider costs at most one and a half times what openapi-typescript costs for it",
  patient,
  async () => {
    await cost(...generate());
    const spec = join(root, "specs/ottpay.yaml");
    const text = await readFile(spec, "utf8");
    await writeFile(spec, text.replace(/summary: Refund/, "summary: Refunds"));
    const ours = await cheapest(...generate("ottpay"));
    const theirs = await cheapest(...openapiTypescript());
    const ratio = ours / theirs;
    console.log(
      `generate ottpay ${ours.toFixed(2)} s, openapi-typescript ${theirs.toFixed(2)} s: ${ratio.toFixed(2)} times`,
    );
    expect(ratio).toBeLessThanOrEqual(1.5);
  },
);
