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

/** For esbuild: a bundle of what a program loads at first, without what `import()` loads when it is needed. */
export const firstLoad = {
  name: "first load",
  setup({ onResolve }: Resolving): void {
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    );
  },
};
