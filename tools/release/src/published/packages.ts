import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Vectors } from "@refunds/testing/vectors";

/** The source of a published package. */
export interface SourcePackage {
  /** The folder's name in packages/. */
  readonly word: string;
  readonly name: string;
  readonly version: string;
  readonly folder: string;
}

/** A packed package. */
export interface PackedPackage {
  readonly name: string;
  /** The tarball from `pnpm pack`, after publint and attw have passed. */
  readonly tarball: string;
  /** Only for a provider: its one-word name, which is also its export, and its wire vectors. */
  readonly provider?: { readonly word: string; readonly vectors: Vectors };
}

/** All published packages of the repository at `root`. */
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

/** @throws {Error} if a package has no tarball, or a provider no vectors */
export const readPackages = (root: string, words?: readonly string[]): PackedPackage[] =>
  listPackages(root)
    .filter(({ word }) => words?.includes(word) ?? true)
    .map((source) => readPackage(root, source));

function readPackage(root: string, { word, name, folder }: SourcePackage): PackedPackage {
  const tarball = tarballOf(folder);
  if (!existsSync(tarball)) {
    throw new Error(
      `${name} has no tarball at packages/${word}/.pack/package.tgz. Run \`turbo run published\`. ` +
        "If it is still missing, add the package to the dependencies of that task in turbo.json.",
    );
  }
  if (!existsSync(join(root, "specs", `${word}.yaml`))) return { name, tarball };
  const file = join(root, "specs/vectors", `${word}.json`);
  if (!existsSync(file)) {
    throw new Error(
      `specs/vectors/${word}.json is missing. Write it by hand: step 4 in docs/adding-a-provider.md.`,
    );
  }
  const vectors = JSON.parse(readFileSync(file, "utf8"));
  return { name, tarball, provider: { word, vectors } };
}

/** The tarball that a script "package" writes: the package's own, or one for all providers. */
export const tarballOf = (folder: string): string => join(folder, ".pack/package.tgz");
