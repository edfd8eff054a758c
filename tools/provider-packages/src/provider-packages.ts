import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The generated package of a provider. */
export interface ProviderPackage {
  /** The folder's name in packages/. */
  readonly word: string;
  readonly name: string;
  readonly folder: string;
}

/** The folder of all packages. */
export const packages = join(import.meta.dirname, "../../../packages");

/** All providers' packages, by name. Each names the spec that it is generated from. */
export const listProviderPackages = (): ProviderPackage[] =>
  readdirSync(packages)
    .filter((word) => existsSync(join(packages, word, "package.json")))
    .sort()
    .flatMap((word) => {
      const folder = join(packages, word);
      const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const isProvider = manifest.refunds?.generatedFrom === `specs/${word}.yaml`;
      return isProvider ? [{ word, name: manifest.name, folder }] : [];
    });
