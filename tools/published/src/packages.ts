import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Vectors } from "@refunds/vectors";

const root = join(import.meta.dirname, "../../..");

/** A package that is published. */
export interface Publishable {
  readonly name: string;
  /** What `pnpm pack` made of it, after publint and attw had no complaint. */
  readonly tarball: string;
  /** Where it is a provider: its one-word name, which is also its export, and its wire vectors. */
  readonly provider?: { readonly word: string; readonly vectors: Vectors };
}

/** Every package that is published. Throws where one has no tarball. */
export function readPackages(): Publishable[] {
  const folder = join(root, "packages");
  return readdirSync(folder)
    .filter((word) => existsSync(join(folder, word, "package.json")))
    .flatMap((word) => {
      const manifest = JSON.parse(readFileSync(join(folder, word, "package.json"), "utf8"));
      return manifest.private ? [] : [readPackage(word, manifest.name, join(folder, word))];
    });
}

function readPackage(word: string, name: string, folder: string): Publishable {
  const tarball = join(folder, ".pack/package.tgz");
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
