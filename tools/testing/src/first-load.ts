/** What the callback of `onResolve` gets, of which only this is read. */
interface Import {
  readonly kind: string;
  readonly path: string;
}

interface Resolving {
  onResolve(
    options: { filter: RegExp },
    decide: (found: Import) => { path: string; external: true } | undefined,
  ): void;
}

/**
 * For esbuild: a bundle without the parts of our packages that no refund needs, and that `import()` loads when they are first
 * asked for. Whatever else is loaded so stays in the bundle.
 */
export const firstLoad = {
  name: "first load",
  setup({ onResolve }: Resolving): void {
    onResolve({ filter: /^\.\/(notifications?|list|janitor)\.[jt]s$/ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    );
  },
};
