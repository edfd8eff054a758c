/** What a package weighs: the bytes of a bundle, and what an import costs. */
import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { firstLoad } from "@refunds/testing/first-load";
import { install } from "@refunds/testing/sdks";
import { build } from "esbuild";

/** One of ours and its entry, or a published SDK. */
export type PackageOptions =
  | { readonly name: string; readonly own: string }
  | { readonly name: string; readonly sdk: string };

export interface PackageSeries {
  readonly name: string;
  /** Minified and compressed. */
  readonly gzipped: number;
  /** What importing it costs, next to what Node costs that imports nothing. */
  readonly cpuMs: readonly number[];
  readonly memoryKb: readonly number[];
}

/** Where the imports of ours resolve, and no other tool looks. */
const ownFolder = join(import.meta.dirname, "../node_modules/.bench");

export async function weigh(
  packages: readonly PackageOptions[],
  turns: number,
  folder: string,
  progress: (text: string) => void,
): Promise<PackageSeries[]> {
  mkdirSync(ownFolder, { recursive: true });
  const all = [];
  for (const [at, given] of packages.entries()) {
    progress(`${given.name}: bundling`);
    const source = "sdk" in given ? `export * from "${given.sdk}";` : given.own;
    const resolveDir = "sdk" in given ? await install(given.sdk) : ownFolder;
    const code = await bundle(source, resolveDir);
    const file = join(resolveDir, `bench-${process.pid}-${at}.mjs`);
    writeFileSync(file, source);
    all.push({
      name: given.name,
      file,
      gzipped: gzipSync(code, { level: 9 }).length,
      cpuMs: [] as number[],
      memoryKb: [] as number[],
    });
  }
  const bare = join(folder, "nothing.mjs");
  writeFileSync(bare, "");
  for (let turn = 0; turn < turns; turn++) {
    progress(`turn ${turn + 1} of ${turns}: importing`);
    const nothing = await importOf(bare);
    for (const { file, cpuMs, memoryKb } of all) {
      const cost = await importOf(file);
      cpuMs.push(cost.cpuMs - nothing.cpuMs);
      memoryKb.push(cost.memoryKb - nothing.memoryKb);
    }
  }
  return all.map(({ file, ...series }) => {
    rmSync(file);
    return series;
  });
}

async function bundle(contents: string, resolveDir: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    plugins: [firstLoad],
    minify: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

async function importOf(file: string): Promise<{ cpuMs: number; memoryKb: number }> {
  const program = `await import(${JSON.stringify(file)});
    const { user, system } = process.cpuUsage();
    console.log(JSON.stringify({ cpuMs: (user + system) / 1000, memoryKb: process.memoryUsage().rss / 1024 }));`;
  const args = ["--input-type=module", "-e", program];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}
