import { join } from "node:path";
import type { VectorResult } from "@refunds/vectors";
import { build } from "esbuild";
import type { Project } from "./project.ts";

/** The result of the program. */
export interface VectorsOutput {
  /** The runtime's `navigator.userAgent`. */
  readonly runtime: string;
  readonly results: Readonly<Record<string, readonly VectorResult[]>>;
}

/** Writes a module to the project. Its only export `run` runs all wire vectors with the installed packages. */
export async function writeVectorsProgram(project: Project): Promise<void> {
  const providers = project.packages.flatMap(({ name, provider }) =>
    provider ? [{ name, ...provider }] : [],
  );
  const program = [
    `import { runVectors } from "@refunds/vectors";`,
    ...providers.map(({ word, name }) => `import { ${word} } from ${JSON.stringify(name)};`),
    `export async function run() {`,
    `  const results = {};`,
    ...providers.map(
      ({ word, vectors }) =>
        `  results.${word} = await runVectors(${JSON.stringify(vectors)}, ${word});`,
    ),
    `  return { runtime: navigator.userAgent, results };`,
    `}`,
  ].join("\n");
  const outfile = join(project.folder, "vectors.mjs");
  await build({
    stdin: { contents: program, resolveDir: import.meta.dirname },
    bundle: true,
    // Bundles the runner, but not the packages, which each runtime must find in node_modules.
    external: project.packages.map(({ name }) => name),
    format: "esm",
    target: "es2023",
    charset: "utf8",
    outfile,
    logLevel: "silent",
  });
}
