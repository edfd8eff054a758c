import type { Problem } from "./request/value-check.ts";

/** The oldest Node that the packages are tested on, with two digits for the minor version; `engines` say the same. */
const oldestNode = 22.13;

interface Runtime {
  readonly process?: { readonly versions?: Readonly<Record<string, string | undefined>> };
  readonly JSON: object;
}

/**
 * What is wrong with the runtime, if anything is. Without this a Node that is too old would fail inside a refund, where
 * numbers are written.
 */
export function runtimeProblem(global: Runtime = globalThis as Runtime): Problem | undefined {
  const { node, bun, deno } = global.process?.versions ?? {};
  // Bun and Deno give a version of Node's, too. Elsewhere there is none, and the newest thing that is used decides.
  const version = bun || deno ? undefined : node;
  const [major = 0, minor = 0] = (version ?? "").split(".").map(Number);
  if (version ? major + minor / 100 >= oldestNode : "rawJSON" in global.JSON) return undefined;
  const found = version ? `this is Node ${version}` : "this has no JSON.rawJSON";
  return { field: "runtime", message: `must be Node ${oldestNode} or newer; ${found}` };
}
