import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Vectors } from "@refunds/vectors";

/** A package that is published, where it is made. */
export interface SourcePackage {
  /** The name of its folder in packages/. */
  readonly word: string;
  readonly name: string;
  readonly version: string;
  readonly folder: string;
}

/** A package that is published, packed. */
export interface PackedPackage {
  readonly name: string;
  /** What `pnpm pack` made of it, after publint and attw had no complaint. */
  readonly tarball: string;
  /** Where it is a provider: its one-word name, which is also its export, and its wire vectors. */
  readonly provider?: { readonly word: string; readonly vectors: Vectors };
}

/** Every package of the repository at `root` that is published. */
export function listPackages(root: string): SourcePackage[] {
  const packages = join(root, "packages");
  return readdirSync(packages)
    .filter((word) => existsSync(join(packages, word, "package.json")))
    .flatMap((word) => {
      const folder = join(packages, word);
      const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const { name, version } = manifest;
      return manifest.private ? [] : [{ word, name, version, folder }];
    });
}

/** Their tarballs. Throws where one has none. */
export const readPackages = (root: string, words?: readonly string[]): PackedPackage[] =>
  listPackages(root)
    .filter(({ word }) => words?.includes(word) ?? true)
    .map((source) => readPackage(root, source));

function readPackage(root: string, { word, name, folder }: SourcePackage): PackedPackage {
  const tarball = tarballOf(folder);
  if (!existsSync(tarball)) {
    throw new Error(
      `${name} has no tarball at packages/${word}/.pack/package.tgz. Run \`turbo run published\`; ` +
        "if it is still missing, add the package to what that task depends on in turbo.json.",
    );
  }
  if (!existsSync(join(root, "specs", `${word}.yaml`))) return { name, tarball };
  const vectors = JSON.parse(readFileSync(join(root, "specs/vectors", `${word}.json`), "utf8"));
  return { name, tarball, provider: { word, vectors } };
}

/** Where the script "package" of every package puts what it packs. */
export const tarballOf = (folder: string): string => join(folder, ".pack/package.tgz");
