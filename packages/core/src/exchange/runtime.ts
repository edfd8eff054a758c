/**
 * Whether requests are sent by Node. This reads version numbers, because polyfills of `navigator` are common. Deno and Bun
 * also have a Node version. Next.js's local edge runtime hides it, and uses Node's `fetch`.
 */
export function isNode(scope: object = globalThis): boolean {
  const { Deno, Bun, EdgeRuntime, process } = scope as Partial<Globals>;
  if (Deno?.version || Bun?.version) return false;
  return !!process?.versions?.node || EdgeRuntime === "edge-runtime";
}

/**
 * The stream that `new Response(bytes).body` is, in a fifth of the time. Of the runtime's own class: where a polyfill has replaced
 * the global one, `fetch` would send "[object Object]".
 * @param reading called before the bytes are handed out, which is when the connection stands. What it throws, keeps them here
 */
export function streamOf(bytes: Uint8Array<ArrayBuffer>, reading: () => void): ReadableStream {
  Stream ??= new Response("").body?.constructor as typeof ReadableStream;
  return new Stream({
    type: "bytes",
    pull(controller) {
      reading();
      // An empty chunk would be an error.
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}

let Stream: typeof ReadableStream | undefined;

interface Globals {
  readonly Deno: { readonly version?: unknown };
  readonly Bun: { readonly version?: unknown };
  readonly EdgeRuntime: string;
  readonly process: { readonly versions?: { readonly node?: string } };
}
