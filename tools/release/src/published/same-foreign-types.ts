import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { InstalledPackage } from "./project.ts";

/**
 * Groups packages whose declarations take the same types from the same other packages. What a program can name does not
 * differ within a group, because the rest of their declarations is printed by one generator.
 */
export function groupBySameForeignTypes(
  packages: readonly InstalledPackage[],
): readonly (readonly [InstalledPackage, ...InstalledPackage[]])[] {
  const groups = new Map<string, [InstalledPackage, ...InstalledPackage[]]>();
  for (const each of packages) {
    const types = each.provider ? foreignTypes(each) : each.name;
    const group = groups.get(types);
    if (group) group.push(each);
    else groups.set(types, [each]);
  }
  return [...groups.values()];
}

/** Where all declarations of a package import or export types of other packages. */
const foreignTypes = (each: InstalledPackage) =>
  each.files
    .filter((file) => file.endsWith(".d.ts"))
    .sort()
    .flatMap((file) => [file, ...(declarations(each, file).match(foreign) ?? [])])
    .join("\n");

const declarations = (each: InstalledPackage, file: string) =>
  readFileSync(join(each.folder, file), "utf8");

const foreign = /^(?:im|ex)port .* from "[^.].*$|\bimport\("[^"]+"\)\.\w+/gm;
