/** The packages that are published, as their manifests tell. */
import type { Tree } from "./tree.ts";

export interface Package {
  readonly name: string;
  /** Its folder in `packages/`. */
  readonly folder: string;
  readonly version: string;
  /** Subpath -> source file from the root of the repo, for everything that can be imported. */
  readonly doors: ReadonlyMap<string, string>;
  /** Names of the packages of this repo that it depends on. */
  readonly dependencies: readonly string[];
  /** The spec that the whole package is generated from. */
  readonly spec?: string;
  /** It re-exports every package that is generated from a spec and that it depends on. */
  readonly isAggregate: boolean;
}

interface Manifest {
  readonly name: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly refunds?: { readonly generatedFrom?: string };
}

/** Name -> package, those that others build on first. */
export function packagesOf(tree: Tree): Map<string, Package> {
  const manifests = [...tree].flatMap(([path, text]) => {
    const [, folder] = /^packages\/([^/]+)\/package\.json$/.exec(path) ?? [];
    const manifest: Manifest = folder === undefined ? undefined : JSON.parse(text);
    return folder === undefined || manifest.private ? [] : [{ folder, manifest }];
  });
  const names = new Set(manifests.map(({ manifest }) => manifest.name));
  const packages = manifests.map(({ folder, manifest }): Package => {
    const { name, version = "0.0.0", exports = {}, refunds } = manifest;
    const from = refunds?.generatedFrom ?? "";
    return {
      name,
      folder,
      version,
      doors: doorsOf(folder, exports),
      dependencies: Object.keys(manifest.dependencies ?? {}).filter((each) => names.has(each)),
      ...(/\.ya?ml$/.test(from) && { spec: from }),
      isAggregate: from.endsWith("/"),
    };
  });
  return new Map(inOrder(packages).map((each) => [each.name, each]));
}

/** What an aggregate re-exports: its dependencies that are generated from a spec. */
export const partsOf = (aggregate: Package, packages: ReadonlyMap<string, Package>): Package[] =>
  aggregate.dependencies.flatMap((name) => {
    const part = packages.get(name);
    return part?.spec ? [part] : [];
  });

function doorsOf(folder: string, exports: NonNullable<Manifest["exports"]>): Map<string, string> {
  const doors = new Map<string, string>();
  for (const [subpath, conditions] of Object.entries(exports)) {
    const source = typeof conditions === "string" ? undefined : conditions["refunds-source"];
    if (source) doors.set(subpath, `packages/${folder}/${source.replace(/^\.\//, "")}`);
  }
  return doors;
}

function inOrder(packages: readonly Package[]): Package[] {
  const sorted: Package[] = [];
  const visit = (each: Package) => {
    if (sorted.includes(each)) return;
    for (const name of each.dependencies) {
      const dependency = packages.find((other) => other.name === name);
      if (dependency) visit(dependency);
    }
    sorted.push(each);
  };
  packages.forEach(visit);
  return sorted;
}
