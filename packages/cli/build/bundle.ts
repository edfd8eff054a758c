/** Makes single files of what a short command loads, because finding and reading many files takes longer than running them. */
import { type BuildOptions, build, type Plugin } from "esbuild";
import { readingSummaries } from "../src/reading-names.ts";

/** Packages that become part of the files. A command that reads the journal loads them. */
const inlined = [
  "commander",
  "csv-stringify",
  "@refunds/core",
  "@refunds/core/provider",
  "@refunds/journal",
  "@refunds/journal/sqlite",
  "refunds/on-demand",
];

const nothing = { path: "nothing", namespace: "nothing" };

const plugin: Plugin = {
  name: "refunds",
  setup({ onResolve, onLoad }) {
    onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "export default {};" }));
    // The parser starts programs only for commands that are programs of their own, which we do not have.
    onResolve({ filter: /^node:child_process$/ }, () => nothing);
    onResolve({ filter: /^[^.]/ }, ({ path, kind }) =>
      kind === "entry-point" || inlined.includes(path) ? undefined : { path, external: true },
    );
  },
};

/** @param name - the only command of the file */
const only = (name: string): Plugin => ({
  name: "only",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/commands\// }, ({ path }) =>
      path === `./commands/${name}.ts` ? undefined : nothing,
    );
  },
});

/** What the entry loads for commands of other files. */
const ownFiles: Plugin = {
  name: "own-files",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/.*\.ts$/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path: path.replace(/ts$/, "js"), external: true } : undefined,
    );
  },
};

const shared: BuildOptions = {
  bundle: true,
  platform: "node",
  target: "es2022",
  // Names stay, and lines are short, so that a stack says where it was.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 120,
  allowOverwrite: true,
  logLevel: "warning",
  // The built packages import their parts also for an order that does not matter to them.
  logOverride: { "ignored-bare-import": "silent" },
};

// A file for each: Node keeps what the first command has compiled of a file, and would compile the rest each time.
for (const name of Object.keys(readingSummaries))
  await build({
    ...shared,
    entryPoints: ["src/reading.ts"],
    outfile: `dist/reading-${name}.cjs`,
    // An ES module would load everything that the modules of Node export, also what is not used.
    format: "cjs",
    define: { "import.meta.url": "ownUrl" },
    banner: { js: 'const ownUrl = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [only(name), plugin],
  });

// Every command loads the first, and every configuration the second.
for (const name of ["cli", "index"])
  await build({
    ...shared,
    entryPoints: [`src/${name}.ts`],
    outfile: `dist/${name}.js`,
    format: "esm",
    plugins: [ownFiles, plugin],
  });
