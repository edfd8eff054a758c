import { join } from "node:path";
import type { VectorResult } from "@refunds/vectors";
import { build } from "esbuild";
import type { Project } from "./project.ts";

/** What the program tells, whatever runs it. */
export interface VectorsOutput {
  /** The runtime's own `navigator.userAgent`. */
  readonly runtime: string;
  readonly results: Readonly<Record<string, readonly VectorResult[]>>;
}

/** A module of the project that runs all wire vectors, by its only export `run`; the packages it imports are the installed ones. */
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
    // The runner goes into the module; what is tested stays outside, for each runtime to find in node_modules.
    external: project.packages.map(({ name }) => name),
    format: "esm",
    target: "es2023",
    charset: "utf8",
    outfile,
    logLevel: "silent",
  });
}
