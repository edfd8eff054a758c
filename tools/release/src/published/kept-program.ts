/** A program that makes two refunds after each other, over connections that close in between. Every runtime runs it. */
import { join } from "node:path";
import { build } from "esbuild";
import type { ClosingFault } from "./closing-faults.ts";
import { pairsProgram } from "./kept-pairs.ts";
import type { Project } from "./project.ts";

/** Ways to treat connections. Only `kept` and `closed` can be had from the packages. */
export const candidates = [
  "closed",
  "kept",
  "kept, alone",
  "plain",
  "short idle",
  "asks first",
  "node:http",
] as const;
export type Candidate = (typeof candidates)[number];

/** So many pairs at once. */
export const lanes = 5;

/** What became of so many pairs of refunds: how many refunds were uncertain, and how many were reported wrongly. */
export interface Counted {
  readonly refunds: number;
  readonly uncertain: number;
  readonly wrong: number;
}
export interface KeptOutput {
  readonly runtime: string;
  /** By candidate and fault. A candidate that a runtime does not have is absent. */
  readonly counted: Readonly<Record<string, Readonly<Record<string, Counted>>>>;
}

/** Writes `kept.mjs`. Its only export `run` makes the pairs, by candidate and fault. */
export async function writeKeptProgram(
  project: Project,
  plan: {
    readonly faults: readonly (ClosingFault & { readonly baseUrl: string })[];
    readonly candidate: Candidate;
    readonly pairs: number;
    readonly certificate: string;
  },
): Promise<void> {
  const contents = `const plan = ${JSON.stringify({ ...plan, lanes })};\n${pairsProgram}`;
  await build({
    stdin: { contents, resolveDir: project.folder },
    bundle: true,
    external: [...project.packages.map(({ name }) => name), "node:*"],
    format: "esm",
    target: "es2023",
    outfile: join(project.folder, "kept.mjs"),
    logLevel: "silent",
  });
}
