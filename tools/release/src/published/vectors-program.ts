import { join } from "node:path";
import type { VectorResult } from "@refunds/testing/vectors";
import { build } from "esbuild";
import type { Project } from "./project.ts";

/** The result of the program. */
export interface VectorsOutput {
  /** The runtime's `navigator.userAgent`. */
  readonly runtime: string;
  readonly results: Readonly<Record<string, readonly VectorResult[]>>;
}

/** Writes a module to the project. Its only export `run` runs all wire vectors through both clients of the installed packages. */
export async function writeVectorsProgram(project: Project): Promise<void> {
  const providers = project.packages.flatMap(({ name, provider }) =>
    provider ? [{ name, ...provider }] : [],
  );
  const program = [
    `import { runFetchVectors, runVectors } from "@refunds/testing/vectors";`,
    ...providers.flatMap(({ word, name }) => [
      `import { ${word} } from ${JSON.stringify(name)};`,
      `import { ${word}FetchClient } from ${JSON.stringify(`${name}/fetch`)};`,
    ]),
    `export async function run() {`,
    `  const results = {};`,
    ...providers.map(
      ({ word, vectors }) =>
        `  results.${word} = [
    ...(await runVectors(${JSON.stringify(vectors)}, ${word})),
    ...(await runFetchVectors(${JSON.stringify(vectors)}, ${word}FetchClient)),
  ];`,
    ),
    `  return { runtime: navigator.userAgent, results };`,
    `}`,
  ].join("\n");
  const outfile = join(project.folder, "vectors.mjs");
  await build({
    stdin: { contents: program, resolveDir: import.meta.dirname },
    bundle: true,
    // Bundles the runner, but not the packages, which each runtime must find in node_modules.
    external: project.packages.flatMap(({ entryPoints }) => entryPoints),
    format: "esm",
    target: "es2023",
    charset: "utf8",
    outfile,
    logLevel: "silent",
  });
}
