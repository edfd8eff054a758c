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
 * For esbuild: a bundle without the parts of our packages that `import()` loads when they are first asked for. A library that is
 * loaded so stays in the bundle, because a refund needs it.
 */
export const firstLoad = {
  name: "first load",
  setup({ onResolve }: Resolving): void {
    onResolve({ filter: /^\.\// }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    );
  },
};
