/** Every runtime that the packages are for, and how a module of the project is run in it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { binary, run } from "./command.ts";
import type { Project } from "./project.ts";

export interface Runtime {
  readonly title: string;
  /** How its `navigator.userAgent` starts: what ran is what the table says. */
  readonly userAgent: string;
  /** What the only export `run` of a module in the project's folder resolves to. Without `network` it can reach nothing. */
  readonly runModule: (project: Project, module: string, network?: boolean) => Promise<unknown>;
}

export const runtimes: readonly Runtime[] = [
  {
    title: "Node 22.13",
    userAgent: "Node.js/22",
    runModule: byCommand(() => binary(import.meta.resolve("node22/package.json"), "node")),
  },
  {
    title: "Node 24",
    userAgent: "Node.js/24",
    runModule: byCommand(() => binary(import.meta.resolve("node/package.json"), "node")),
  },
  {
    title: "Bun",
    userAgent: "Bun/",
    runModule: byCommand(() => binary(import.meta.resolve("bun/package.json"), "bun"), ["run"]),
  },
  {
    title: "Deno",
    userAgent: "Deno/",
    runModule: byCommand(
      () => binary(import.meta.resolve("deno/package.json"), "deno"),
      // Without asking for a permission, and with none but the network's where that is needed.
      ["run", "--quiet", "--no-prompt", "--cached-only", "--node-modules-dir=manual"],
      ["--allow-net"],
    ),
  },
  { title: "workerd", userAgent: "Cloudflare-Workers", runModule: byMiniflare() },
];

/** Those whose `fetch` differs, and nothing else that the packages use. */
export const networkRuntimes: readonly Runtime[] = [
  ...runtimes,
  {
    title: "Node 26",
    userAgent: "Node.js/26",
    runModule: byCommand(() => binary(import.meta.resolve("node26/package.json"), "node")),
  },
  {
    title: "workerd of 2024",
    userAgent: "Cloudflare-Workers",
    // Before `cache` was a member that it knows.
    runModule: byMiniflare("2024-01-01"),
  },
];

/** A Node of a version that is not a dependency. */
export const nodeAt = (version: string, path: string): Runtime => ({
  title: `Node ${version}`,
  userAgent: `Node.js/${version.split(".")[0]}`,
  runModule: byCommand(() => [path]),
});

function byCommand(
  command: () => string[],
  args: readonly string[] = [],
  forNetwork: readonly string[] = [],
): Runtime["runModule"] {
  return async (project, module, network = false) => {
    const { folder } = project;
    project.write(
      "main.mjs",
      `import { run } from "./${module}";\nconsole.log(JSON.stringify(await run()));\n`,
    );
    // Deno keeps its caches here instead of in the user's home.
    const env = { DENO_DIR: `${folder}/.deno`, DENO_NO_UPDATE_CHECK: "1" };
    const all = [...command(), ...args, ...(network ? forNetwork : []), "main.mjs"];
    const { ok, stdout, output } = await run(all, folder, env);
    if (!ok) throw new Error(output);
    return JSON.parse(stdout);
  };
}

function byMiniflare(compatibilityDate = "2026-07-01"): Runtime["runModule"] {
  return async (project, module, network = false) =>
    inWorkerd(await bundleWorker(project, module), compatibilityDate, network);
}

async function inWorkerd(
  script: string,
  compatibilityDate: string,
  network: boolean,
): Promise<unknown> {
  // No flag for Node's modules.
  const workerd = new Miniflare({
    modules: true,
    script,
    compatibilityDate,
    // It writes every failure of the network to the terminal.
    handleRuntimeStdio: (stdout: Readable, stderr: Readable) => {
      stdout.resume();
      stderr.resume();
    },
    ...(!network && {
      outboundService: () => new Response("no network in this check", { status: 599 }) as never,
    }),
  });
  try {
    const response = await workerd.dispatchFetch("http://localhost/");
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return JSON.parse(text);
  } finally {
    await workerd.dispose();
  }
}

/** As one module, since workerd has no node_modules. */
async function bundleWorker(project: Project, module: string): Promise<string> {
  const contents = `import { run } from "./${module}";
export default { fetch: async () => Response.json(await run()) };`;
  const outfile = join(project.folder, `worker-${module}`);
  await build({
    stdin: { contents, resolveDir: project.folder },
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
    target: "es2023",
    charset: "utf8",
    outfile,
    logLevel: "silent",
  });
  return readFile(outfile, "utf8");
}
