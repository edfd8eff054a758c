/**
 * Whether requests are sent by Node. This reads version numbers, because polyfills of `navigator` are common. Deno and Bun
 * also have a Node version. Next.js's local edge runtime hides it, and uses Node's `fetch`.
 */
export function isNode(scope: object = globalThis): boolean {
  const { Deno, Bun, EdgeRuntime, process } = scope as Partial<Globals>;
  if (Deno?.version || Bun?.version) return false;
  return !!process?.versions?.node || EdgeRuntime === "edge-runtime";
}

interface Globals {
  readonly Deno: { readonly version?: unknown };
  readonly Bun: { readonly version?: unknown };
  readonly EdgeRuntime: string;
  readonly process: { readonly versions?: { readonly node?: string } };
}
