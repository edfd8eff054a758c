/** The supported runtimes, and how to run a module of the project in each. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { binary, run } from "./command.ts";
import type { Project } from "./project.ts";

export interface Runtime {
  readonly title: string;
  /** The start of its `navigator.userAgent`, to check that the right runtime ran. */
  readonly userAgent: string;
  /** Runs the only export `run` of a module in the project's folder, and returns its result. Without `network`, it has no network. */
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
      // No permissions except for the network, if needed.
      ["run", "--quiet", "--no-prompt", "--cached-only", "--node-modules-dir=manual"],
      ["--allow-net"],
    ),
  },
  { title: "workerd", userAgent: "Cloudflare-Workers", runModule: byMiniflare() },
];

/** Also includes runtimes that differ only in `fetch`. */
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
    // Before workerd supported the option `cache`.
    runModule: byMiniflare("2024-01-01"),
  },
];

/** A Node version that is not a dependency. */
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
    // Keeps Deno's caches out of the user's home.
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
  // Without the compatibility flag for Node's modules.
  const workerd = new Miniflare({
    modules: true,
    script,
    compatibilityDate,
    // Otherwise workerd prints every network failure.
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

/** Bundles into one module, because workerd has no node_modules. */
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
