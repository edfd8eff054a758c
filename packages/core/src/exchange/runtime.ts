/**
 * Whether Node sends here, by what nothing brings by accident: a polyfill of `navigator` is common, one of another runtime's
 * version is not. Deno and Bun have Node's version, too. Next's local edge runtime hides it, and sends with Node's `fetch`.
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
