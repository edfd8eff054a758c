import type { Problem } from "./request/value-check.ts";

/** The oldest Node that the packages are tested on, as major.minor with two digits for the minor version. `engines` say the same. */
const oldestNode = 22.13;

interface Runtime {
  readonly process?: { readonly versions?: Readonly<Record<string, string | undefined>> };
  readonly JSON: object;
}

/**
 * The problem with the runtime, if there is one. Without this check, a Node that is too old would fail while a refund is
 * written.
 */
export function runtimeProblem(global: Runtime = globalThis as Runtime): Problem | undefined {
  const { node, bun, deno } = global.process?.versions ?? {};
  // Bun and Deno also report a Node version. Other runtimes report none, so the newest feature in use decides.
  const version = bun || deno ? undefined : node;
  const [major = 0, minor = 0] = (version ?? "").split(".").map(Number);
  if (version ? major + minor / 100 >= oldestNode : "rawJSON" in global.JSON) return undefined;
  const found = version ? `this is Node ${version}` : "this has no JSON.rawJSON";
  return { field: "runtime", message: `must be Node ${oldestNode} or newer; ${found}` };
}
